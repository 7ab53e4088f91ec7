/** What a petitioner may see of the case. There is no field here for notes, drafts, officers or reasons of the office. */
import { type CalendarDate, taipeiDate } from "../../deadline/calendar-date"
import type { TraceDay } from "../../deadline/count-deadline"
import type { DeadlineRule } from "../../deadline/rule"
import { isOpen, isRegistered, type Petition, type RegisteredPetition } from "../petition"
import { isPetitionEventKind, type PetitionEventKind } from "../events"
import type { DeclineGround, Disposition, Remedy } from "../../letter/statements"

/** A public event, as it is in the records. */
export type RecordedEvent = { kind: string; at: Date; isPublic: boolean }

export type PublicReply = {
  disposition: Disposition
  body: string
  reason: string
  legalBasis: string
  remedies: Remedy[]
  sentOn: CalendarDate | null
}

export type PublicPetition = {
  number: string
  status: RegisteredPetition["status"]
  subject: string
  content: string
  filedAt: Date
  receivedOn: CalendarDate
  dueOn: CalendarDate
  statutoryDueOn: CalendarDate
  /** How each due date was counted: the promise first, then every extension. */
  counts: ({ dueOn: CalendarDate; until: "end-of-day" | "noon"; days: TraceDay[] } & DeadlineRule)[]
  events: { kind: PetitionEventKind; at: Date }[]
  reply: PublicReply | null
  /** What the office asked for, while it waits for the answer. */
  question: { text: string; answerBy: CalendarDate } | null
  transferredTo: string | null
  declined: { ground: DeclineGround; reason: string } | null
  mayWithdraw: boolean
  /** False when no reply of this office comes any more: then its dates would promise something untrue. */
  isReplyPromised: boolean
}

/** The petitioner's view of a registered petition; null of one that has no number yet. */
export function publicView(petition: Petition, events: RecordedEvent[]): PublicPetition | null {
  if (!isRegistered(petition)) return null
  const { number, status, subject, content, filedAt, clock } = petition
  return {
    number,
    status,
    subject,
    content,
    filedAt,
    receivedOn: clock.receivedOn,
    dueOn: clock.dueOn,
    statutoryDueOn: clock.statutoryDueOn,
    counts: clock.trace.map(({ rule, dueOn, until, trace }) => ({
      ...rule,
      dueOn,
      until,
      days: trace,
    })),
    events: events.filter(isShown).map(({ kind, at }) => ({ kind, at })),
    reply: replyOf(petition),
    question: questionOf(petition),
    transferredTo: petition.status === "transferred" ? petition.transfer.agency : null,
    declined: declineOf(petition),
    mayWithdraw: isOpen(petition),
    isReplyPromised: !ENDED_WITHOUT_REPLY.includes(status),
  }
}

const ENDED_WITHOUT_REPLY: Petition["status"][] = ["withdrawn", "transferred", "not_processed"]

const isShown = (event: RecordedEvent): event is RecordedEvent & { kind: PetitionEventKind } =>
  event.isPublic && isPetitionEventKind(event.kind)

function replyOf(petition: Petition): PublicReply | null {
  if (petition.status !== "replied" && petition.status !== "closed") return null
  if (!petition.reply) return null
  const { disposition, body, reason, legalBasis, remedies } = petition.reply
  const sentOn = petition.repliedAt ? taipeiDate(petition.repliedAt) : null
  return { disposition, body, reason, legalBasis, remedies, sentOn }
}

function questionOf(petition: Petition): PublicPetition["question"] {
  if (petition.status !== "awaiting_supplement") return null
  return { text: petition.supplement.question, answerBy: petition.supplement.answerBy }
}

function declineOf(petition: Petition): PublicPetition["declined"] {
  if (petition.status !== "not_processed") return null
  return { ground: petition.decline.ground, reason: petition.decline.reason }
}
