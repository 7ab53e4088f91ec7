import type { Role, Staff } from "~/domain/access/permission"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { countDeadlines } from "~/domain/deadline/count-deadline"
import { PETITION_RULES } from "~/domain/deadline/rule"
import type {
  AcceptedPetition,
  ApprovalPetition,
  AssignedPetition,
  AwaitingPetition,
  RepliedPetition,
} from "~/domain/petition/petition"
import { endedBase } from "~/domain/petition/casework/ended"
import type { ReplyWritten } from "~/domain/petition/casework/actions/reply"
import { officialCalendar } from "../../deadline/calendar-samples"

export const calendar = officialCalendar()
/** A Friday; six working days later is Monday the 30th. */
export const received = calendarDate("2026-11-20")
export const at = new Date("2026-11-23T10:00:00+08:00")

export function person(role: Role, more: Partial<Staff> = {}): Staff {
  return {
    id: `the ${role}`,
    name: `the ${role}`,
    role,
    officeId: "zhongzheng",
    sectionId: "register",
    ...more,
  }
}
export const officer = person("case_officer")
export const chief = person("section_chief")
export const director = person("director", { sectionId: null })
export const secretary = person("secretary", { sectionId: null })
export const planner = person("planning_officer", { sectionId: "administration" })

const counted = countDeadlines(received, PETITION_RULES, calendar)
if (!counted.ok) throw new Error("The sample calendar does not reach.")
const { internal, statutory } = counted.value

export const accepted: AcceptedPetition = {
  id: "p1",
  officeId: "zhongzheng",
  nature: "rights",
  categoryId: "waiting",
  source: "web",
  confidential: false,
  locale: "zh-TW",
  subject: "等候時間過長",
  content: "上午十點取號，等到十一點半。",
  filedAt: new Date("2026-11-20T09:00:00+08:00"),
  respondentId: null,
  oralRecord: null,
  status: "accepted",
  number: "ZZ-1151120-00001",
  clock: {
    receivedOn: received,
    dueOn: internal.dueOn,
    statutoryDueOn: statutory.dueOn,
    trace: [internal],
  },
  extensionCount: 0,
  sectionId: null,
  officerId: null,
  followerIds: [],
  extensionRequest: null,
  draft: null,
  remark: null,
}

export const assigned: AssignedPetition = {
  ...accepted,
  status: "assigned",
  sectionId: "register",
  officerId: officer.id,
}

export const awaiting: AwaitingPetition = {
  ...assigned,
  status: "awaiting_supplement",
  supplement: {
    question: "請問是哪一天？",
    requestedOn: calendarDate("2026-11-23"),
    answerBy: calendarDate("2026-12-02"),
    stopsClock: false,
    requestedById: officer.id,
  },
}

export const written: ReplyWritten = {
  disposition: "well_founded",
  body: "您反映的等候時間過長一事，經查當日僅開放三個櫃檯，已自本週起增開午間櫃檯。",
  reason: "",
  legalBasis: "",
  remedies: [],
}

export const submitted: ApprovalPetition = {
  ...assigned,
  status: "pending_approval",
  approval: { kind: "reply", ...written, draftedById: officer.id, draftedByName: officer.name },
}

export const declineAsked: ApprovalPetition = {
  ...assigned,
  status: "pending_approval",
  approval: {
    kind: "decline",
    ground: "no_content_or_identity",
    reason: "無具體內容",
    earlier: [],
    requestedById: officer.id,
    requestedByName: officer.name,
  },
}

export const replied: RepliedPetition = {
  ...endedBase(assigned),
  status: "replied",
  reply: {
    ...written,
    draftedById: officer.id,
    draftedByName: officer.name,
    approvedById: chief.id,
    approvedByName: chief.name,
  },
  repliedAt: at,
}
