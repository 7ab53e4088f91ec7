/** The facts kept of each event of a petition: written by the decisions, read back for the pages. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { LETTER_KINDS, LETTER_TASKS } from "../letter/letters"
import { isPetitionEventKind, type PetitionEventKind, type PetitionHappened } from "./events"
import { NATURES, SOURCES } from "./petition"
import { DECLINE_GROUNDS, DISPOSITIONS } from "../letter/statements"

const nothing = z.object({})
const remark = z.object({ remark: z.string() })

export const PETITION_EVENT_DETAIL = {
  // from the portal, or written down by staff
  "petition.filed": z.union([
    z.object({ mustConfirm: z.boolean() }),
    z.object({ source: z.enum(SOURCES) }),
  ]),
  "petition.address_corrected": nothing,
  "petition.confirmation_repeated": nothing,
  "petition.confirmed": nothing,
  "petition.confirmed_by_phone": nothing,
  "petition.code_sent_again": nothing,
  "petition.code_told": nothing,
  "petition.accepted": z.object({
    number: z.string(),
    receivedOn: CalendarDateSchema,
    dueOn: CalendarDateSchema,
  }),
  "petition.lapsed": nothing,
  "petition.classified": z.object({
    officer: z.string(),
    nature: z.enum(NATURES),
    confidential: z.boolean(),
  }),
  "petition.assigned": z.object({ section: z.string() }),
  "petition.reassigned": z.object({
    section: z.string(),
    officer: z.string(),
    reason: z.string(),
  }),
  "petition.supplement_requested": z.object({
    question: z.string(),
    answerBy: CalendarDateSchema,
  }),
  "petition.supplement_answered": z.object({ answer: z.string(), dueOn: CalendarDateSchema }),
  "petition.extension_requested": z.object({
    workingDays: z.number(),
    newDueOn: CalendarDateSchema,
    reason: z.string(),
    isSpecial: z.boolean(),
  }),
  "petition.extended": z.object({
    oldDueOn: CalendarDateSchema,
    dueOn: CalendarDateSchema,
    reason: z.string(),
  }),
  "petition.extension_refused": remark,
  "petition.drafted": nothing,
  "petition.submitted": z.object({ disposition: z.enum(DISPOSITIONS) }),
  "petition.returned": remark,
  // its own, or that of the case it was merged into
  "petition.replied": z.union([
    z.object({ disposition: z.enum(DISPOSITIONS) }),
    z.object({ underMain: z.literal(true) }),
  ]),
  // answered on the spot: what was said
  "petition.closed": z.object({ said: z.string().optional() }),
  "petition.transferred": z.object({
    agency: z.string(),
    reason: z.string(),
    noticeOn: CalendarDateSchema,
  }),
  "petition.merged": z.object({ mainNumber: z.string(), dueOn: CalendarDateSchema }),
  "petition.follower_joined": z.object({ number: z.string() }),
  "petition.decline_requested": z.object({
    ground: z.enum(DECLINE_GROUNDS),
    reason: z.string(),
    earlier: z.array(z.string()),
  }),
  "petition.decline_refused": remark,
  "petition.not_processed": z.object({ ground: z.enum(DECLINE_GROUNDS), reason: z.string() }),
  "petition.withdrawn": nothing,
  // somebody's words, or what became of a letter: on paper, undelivered with what is to be done, sent again
  "petition.noted": z.union([
    z.object({ text: z.string() }),
    z.object({ onPaper: z.enum(LETTER_KINDS), letterId: z.string() }),
    z.object({
      undelivered: z.enum(LETTER_KINDS),
      task: z.enum(LETTER_TASKS),
      letterId: z.string(),
    }),
    z.object({ sentAgain: z.enum(LETTER_KINDS), letterId: z.string() }),
  ]),
  "petition.reminded": z.object({
    on: CalendarDateSchema,
    dueOn: CalendarDateSchema,
    daysLeft: z.number(),
  }),
} as const satisfies Record<PetitionEventKind, z.ZodType>

/** An event from the records; null where an older or newer program wrote something this one does not know. */
export function readPetitionEvent(row: { kind: string; detail: unknown }): PetitionHappened | null {
  const { kind } = row
  if (!isPetitionEventKind(kind)) return null
  const detail = PETITION_EVENT_DETAIL[kind].safeParse(row.detail)
  return detail.success ? { kind, detail: detail.data } : null
}
