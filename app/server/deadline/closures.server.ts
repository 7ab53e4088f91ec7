/** An office's own departures from the calendar, and the open petitions whose due date they would move. */
import type { Staff } from "~/domain/access/permission"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import {
  type ClosureRecord,
  decideClosureAdded,
  decideClosureRemoved,
  type OfficeDay,
} from "~/domain/deadline/closure-change"
import { dayStatus } from "~/domain/deadline/office-calendar"
import { accept, type Outcome } from "~/domain/outcome"
import { type DueDateMove, moveOf } from "~/domain/petition/filing/recount"
import { isOpen, OPEN_STATES } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { dayOf, midnightOf, officeCalendar } from "./calendar.server"
import { changer } from "../tools/change.server"
import { now } from "../tools/clock.server"
import { db, lockName } from "../tools/db.server"
import type { Row } from "../tools/rows.server"

export type NewClosure = ClosureRecord & { date: CalendarDate }

/** Refuses a second departure on the same day, and one on a day the calendar does not know. */
export async function addClosure(
  { date, ...closure }: NewClosure,
  by: Staff,
  seen?: string,
): Promise<Outcome<null>> {
  const target = { id: { officeId: by.officeId, date }, seen }
  const added = await officeDays.change(target, by, (day) => decideClosureAdded(day, closure))
  return added.ok ? accept(null) : added
}

/** Takes a departure back; its event stays. Refused when it is already gone. */
export async function removeClosure(
  date: CalendarDate,
  by: Staff,
  seen?: string,
): Promise<Outcome<null>> {
  const target = { id: { officeId: by.officeId, date }, seen }
  const removed = await officeDays.change(target, by, decideClosureRemoved)
  return removed.ok ? accept(null) : removed
}

/** The one way an office's departures change: one after the other, since the history of the office is one. */
const officeDays = changer({
  topic: "calendar",
  missing: "closure-outside-calendar",
  lock: (tx, { officeId }: OfficeDate) => lockName(tx, `closures:${officeId}`),
  read: async (tx, { officeId, date }): Promise<OfficeDay> => {
    const calendar = await officeCalendar(officeId, tx)
    const row = await tx.officeClosure.findUnique({ where: whichOf({ officeId, date }) })
    const closure = calendar.closures.get(date)
    return {
      ...{ officeId, date, isKnown: dayStatus(calendar, date) !== null },
      closure: row && closure ? { ...closure, issuedBy: row.issuedBy } : null,
    }
  },
  about: ({ officeId }) => ({ subjectId: officeId, officeId }),
  columns: (day): Row[] => {
    const where = whichOf(day)
    if (!day.closure) return [{ table: "officeClosure", where }]
    const created = { ...where.officeId_date, ...day.closure, createdAt: now() }
    return [{ table: "officeClosure", create: created }]
  },
})

type OfficeDate = Pick<OfficeDay, "officeId" | "date">

const whichOf = ({ officeId, date }: OfficeDate) => ({
  officeId_date: { officeId, date: midnightOf(date) },
})

export async function listClosures(officeId: string, year: number) {
  const rows = await db().officeClosure.findMany({
    where: {
      officeId,
      date: { gte: new Date(`${year}-01-01`), lt: new Date(`${year + 1}-01-01`) },
    },
    orderBy: { date: "asc" },
    select: { date: true, kind: true, reason: true, issuedBy: true },
  })
  return rows.map((row) => ({ ...row, date: dayOf(row.date) }))
}

/** Open petitions of the office whose due date the calendar of today would count differently. Nothing is moved. */
export async function listMovedDueDates(officeId: string): Promise<DueDateMove[]> {
  const [calendar, rows] = await Promise.all([
    officeCalendar(officeId),
    db().petition.findMany({
      where: { officeId, status: { in: [...OPEN_STATES] } },
      include: { merged: { select: { id: true } } },
      orderBy: { number: "asc" },
    }),
  ])
  return rows.flatMap((row) => {
    const petition = petitionOf(row)
    const move = isOpen(petition) ? moveOf(petition, calendar) : null
    return move ? [move] : []
  })
}
