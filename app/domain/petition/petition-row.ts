/** Reads a petition from its columns and writes it back. A row that is not a possible petition throws. */
import type { CalendarDate } from "../deadline/calendar-date"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { type Clock, isRegistered, type Petition } from "./petition"
import { DETAIL } from "./petition-detail.schema"
import { NatureSchema, SourceSchema, StatusSchema, TraceSchema } from "./petition-row.schema"

/** The columns a petition is read from. Days are midnights in UTC, as the database gives them. */
export type PetitionRow = {
  id: string
  officeId: string
  number: string | null
  status: string
  nature: string
  categoryId: string
  source: string
  confidential: boolean
  locale: string
  subject: string
  content: string
  filedAt: Date
  receivedOn: Date | null
  dueOn: Date | null
  statutoryDueOn: Date | null
  deadlineTrace: unknown
  extensionCount: number
  sectionId: string | null
  officerId: string | null
  detail: unknown
  repliedAt: Date | null
  closedAt: Date | null
  mergedIntoId: string | null
  merged: { id: string }[]
}

export function petitionOf(row: PetitionRow): Petition {
  const status = StatusSchema.parse(row.status)
  switch (status) {
    case "pending_confirmation":
    case "lapsed":
      return { ...filed(row), ...DETAIL[status].parse(row.detail), status }
    case "accepted":
      return { ...registered(row), ...DETAIL[status].parse(row.detail), status }
    case "pending_approval":
      return { ...registered(row), ...DETAIL[status].parse(row.detail), status }
    case "assigned":
      return { ...registered(row), ...DETAIL[status].parse(row.detail), ...held(row), status }
    case "awaiting_supplement":
      return { ...registered(row), ...DETAIL[status].parse(row.detail), ...held(row), status }
    case "replied":
      return {
        ...registered(row),
        ...DETAIL[status].parse(row.detail),
        status,
        repliedAt: there(row.repliedAt),
      }
    case "closed":
      return {
        ...ended(row),
        ...DETAIL[status].parse(row.detail),
        status,
        repliedAt: row.repliedAt,
      }
    case "transferred":
      return { ...ended(row), ...DETAIL[status].parse(row.detail), status }
    case "merged":
      return {
        ...ended(row),
        ...DETAIL[status].parse(row.detail),
        status,
        mergedIntoId: there(row.mergedIntoId),
      }
    case "not_processed":
      return { ...ended(row), ...DETAIL[status].parse(row.detail), status }
    case "withdrawn":
      return { ...ended(row), ...DETAIL[status].parse(row.detail), status }
  }
}

function filed(row: PetitionRow) {
  const { id, officeId, categoryId, confidential, locale, subject, content, filedAt } = row
  const nature = NatureSchema.parse(row.nature)
  const source = SourceSchema.parse(row.source)
  return {
    id,
    officeId,
    categoryId,
    confidential,
    locale,
    subject,
    content,
    filedAt,
    nature,
    source,
  }
}

function registered(row: PetitionRow) {
  const { extensionCount, sectionId, officerId } = row
  const followerIds = row.merged.map((follower) => follower.id)
  return {
    ...filed(row),
    number: there(row.number),
    clock: clockOf(row),
    extensionCount,
    sectionId,
    officerId,
    followerIds,
  }
}

function clockOf(row: PetitionRow): Clock {
  return {
    receivedOn: dayOf(there(row.receivedOn)),
    dueOn: dayOf(there(row.dueOn)),
    statutoryDueOn: dayOf(there(row.statutoryDueOn)),
    trace: TraceSchema.parse(row.deadlineTrace),
  }
}

const held = (row: PetitionRow) => ({
  sectionId: there(row.sectionId),
  officerId: there(row.officerId),
})
const ended = (row: PetitionRow) => ({ ...registered(row), closedAt: there(row.closedAt) })
const dayOf = (midnight: Date): CalendarDate =>
  CalendarDateSchema.parse(midnight.toISOString().slice(0, 10))
const midnightOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`)

function there<Value>(value: Value | null): Value {
  if (value === null) throw new Error("A petition's row lacks a fact that its status needs.")
  return value
}

/** Every column that a change may alter, and those that stay, ready to be written. */
export function columnsOf(petition: Petition) {
  return {
    officeId: petition.officeId,
    status: petition.status,
    nature: petition.nature,
    categoryId: petition.categoryId,
    source: petition.source,
    confidential: petition.confidential,
    locale: petition.locale,
    subject: petition.subject,
    content: petition.content,
    filedAt: petition.filedAt,
    ...registeredColumns(petition),
    // The schema of the state picks the state's own facts out of the petition.
    detail: DETAIL[petition.status].parse(petition),
    repliedAt: "repliedAt" in petition ? petition.repliedAt : null,
    closedAt: "closedAt" in petition ? petition.closedAt : null,
    mergedIntoId: "mergedIntoId" in petition ? petition.mergedIntoId : null,
  }
}

function registeredColumns(petition: Petition) {
  if (!isRegistered(petition)) return {}
  const { number, clock, extensionCount, sectionId, officerId } = petition
  return {
    number,
    extensionCount,
    sectionId,
    officerId,
    receivedOn: midnightOf(clock.receivedOn),
    dueOn: midnightOf(clock.dueOn),
    statutoryDueOn: midnightOf(clock.statutoryDueOn),
    deadlineTrace: clock.trace,
  }
}
