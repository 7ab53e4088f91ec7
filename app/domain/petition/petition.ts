/** A petition (人民陳情案件) as the rules see it: one shape per state, and the questions everybody asks about it. */
import type { CalendarDate } from "../deadline/calendar-date"
import type { Deadline } from "../deadline/count-deadline"
import type {
  Decline,
  DeclineRequest,
  ExtensionRequest,
  OralRecord,
  Reply,
  ReplyDraft,
  Supplement,
  Transfer,
} from "./petition-detail"

/** 行政程序法 §168: the four things one may petition about. */
export const NATURES = ["suggestion", "enquiry", "misconduct", "rights"] as const
export type Nature = (typeof NATURES)[number]

/** How the petition reached the office. */
export const SOURCES = [
  "web",
  "counter",
  "phone",
  "letter",
  "email",
  "hotline_1999",
  "mailbox",
  "survey",
] as const
export type Source = (typeof SOURCES)[number]

export const STATUSES = [
  "pending_confirmation",
  "lapsed",
  "accepted",
  "assigned",
  "awaiting_supplement",
  "pending_approval",
  "replied",
  "closed",
  "transferred",
  "merged",
  "not_processed",
  "withdrawn",
] as const
export type Status = (typeof STATUSES)[number]

/** Registered, and still owing the petitioner an answer. The clock runs. */
export const OPEN_STATES = [
  "accepted",
  "assigned",
  "awaiting_supplement",
  "pending_approval",
] as const satisfies readonly Status[]

/** Known of every petition from the moment it is sent. */
type Filed = {
  id: string
  officeId: string
  nature: Nature
  categoryId: string
  source: Source
  confidential: boolean
  locale: string
  subject: string
  content: string
  filedAt: Date
  /** The person of the office complained about (被陳情人), who must not decide. */
  respondentId: string | null
  /** §169: of a petition made by word of mouth. */
  oralRecord: OralRecord | null
}

/** The running clock. `trace` keeps each deadline as it was counted: the promise first, then every extension. */
export type Clock = {
  receivedOn: CalendarDate
  dueOn: CalendarDate
  statutoryDueOn: CalendarDate
  trace: Deadline[]
}

/** Known of every petition that has a number. */
type Registered = Filed & {
  number: string
  clock: Clock
  extensionCount: number
  sectionId: string | null
  officerId: string | null
  /** Petitions merged into this one, answered together with it. */
  followerIds: string[]
}

/** Known while it is worked on. */
type Working = Registered & {
  extensionRequest: ExtensionRequest | null
  draft: ReplyDraft | null
  /** Why the last draft or request came back. */
  remark: string | null
}

type Held = { sectionId: string; officerId: string }

export type PendingPetition = Filed & { status: "pending_confirmation" | "lapsed" }
export type AcceptedPetition = Working & { status: "accepted" }
export type AssignedPetition = Working & Held & { status: "assigned" }
export type AwaitingPetition = Working &
  Held & { status: "awaiting_supplement"; supplement: Supplement }
export type ApprovalPetition = Working & {
  status: "pending_approval"
  approval: ReplyDraft | DeclineRequest
}

export type OpenPetition = AcceptedPetition | AssignedPetition | AwaitingPetition | ApprovalPetition
export type RepliedPetition = Registered & { status: "replied"; reply: Reply; repliedAt: Date }

/** Without a reply: answered on the spot, and what was said is in the remark. */
export type ClosedPetition = Registered & {
  status: "closed"
  reply: Reply | null
  repliedAt: Date | null
  closedAt: Date
  remark: string | null
}

export type Petition =
  | PendingPetition
  | OpenPetition
  | RepliedPetition
  | ClosedPetition
  | (Registered & { status: "transferred"; transfer: Transfer; closedAt: Date })
  | (Registered & { status: "merged"; mergedIntoId: string; closedAt: Date })
  | (Registered & { status: "not_processed"; decline: Decline; closedAt: Date })
  | (Registered & { status: "withdrawn"; remark: string | null; closedAt: Date })
export type RegisteredPetition = Exclude<Petition, PendingPetition>

export function isOpen(petition: Petition): petition is OpenPetition {
  return isOpenStatus(petition.status)
}

export function isOpenStatus(status: Status): boolean {
  return OPEN_STATES.some((open) => open === status)
}

export function isRegistered(petition: Petition): petition is RegisteredPetition {
  return petition.status !== "pending_confirmation" && petition.status !== "lapsed"
}
