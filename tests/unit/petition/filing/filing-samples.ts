/** A complete draft and a registered petition, for tests to vary. */
import { calendarDate } from "~/domain/deadline/calendar-date"
import type { Deadline } from "~/domain/deadline/count-deadline"
import { registerPetition } from "~/domain/petition/filing/confirmation"
import type { Entered, FilingDraft } from "~/domain/petition/filing/draft"
import type { AskingStep } from "~/domain/petition/filing/filing"
import type { AcceptedPetition, PendingPetition } from "~/domain/petition/petition"

export const CATEGORY = {
  id: "0198f000-0000-7000-8000-000000000001",
  officeId: "ZZ",
  confidential: false,
}
export const SENT_AT = new Date("2026-11-20T15:05:00+08:00")

const page = (entered: Entered) => ({ entered, problems: [], typedIn: "first", replaced: null })

export const fullDraft: FilingDraft = {
  officeId: "ZZ",
  pages: {
    what: page({ nature: "suggestion", categoryId: CATEGORY.id }),
    content: page({ subject: "叫號太慢", content: "週五下午等了五十分鐘。" }),
    contact: page({ name: "王小明", email: "ming@example.tw", phone: "", address: "" }),
  },
}

/** The full draft with other entries on some pages; null empties a page. */
export function draftWith(changed: { [Step in AskingStep]?: Entered | null }): FilingDraft {
  const pages = { ...fullDraft.pages }
  for (const step of ["what", "content", "contact"] as const) {
    const entered = changed[step]
    if (entered === null) delete pages[step]
    else if (entered) pages[step] = page(entered)
  }
  return { ...fullDraft, pages }
}

export const pendingPetition: PendingPetition = {
  status: "pending_confirmation",
  id: "0198f000-0000-7000-8000-00000000000a",
  officeId: "ZZ",
  nature: "suggestion",
  categoryId: CATEGORY.id,
  source: "web",
  confidential: false,
  locale: "zh-TW",
  subject: "叫號太慢",
  content: "週五下午等了五十分鐘。",
  filedAt: SENT_AT,
  respondentId: null,
  oralRecord: null,
}

const deadline = (dueOn: string): Deadline => ({
  rule: { unit: "working_day", count: 6 },
  receivedOn: calendarDate("2026-11-20"),
  dueOn: calendarDate(dueOn),
  until: "end-of-day",
  trace: [
    { date: calendarDate("2026-11-20"), counted: false, nth: null, reason: "received", name: "" },
  ],
})

export const registration = {
  number: "ZZ-1151120-00001",
  accessCode: "ACDEF-GHJKM-NPRTW",
  receivedOn: calendarDate("2026-11-20"),
  deadlines: { internal: deadline("2026-11-30"), statutory: deadline("2026-12-21") },
}

export function acceptedPetition(): AcceptedPetition {
  const { petition } = registerPetition(pendingPetition, registration)
  if (petition.status !== "accepted") throw new Error("not accepted")
  return petition
}
