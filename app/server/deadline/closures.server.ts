/** An office's own departures from the calendar, and the open petitions whose due date they would move. */
import type { Staff } from "~/domain/access/permission"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { type ClosureKind, dayStatus } from "~/domain/deadline/office-calendar"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { type DueDateMove, moveOf } from "~/domain/petition/filing/recount"
import { isOpen, OPEN_STATES } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { dayOf, midnightOf, officeCalendar } from "./calendar.server"
import { now } from "../tools/clock.server"
import { db, inTransaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"

export type NewClosure = { date: CalendarDate; kind: ClosureKind; reason: string; issuedBy: string }

/** Refuses a second departure on the same day, and one on a day the calendar does not know. */
export async function addClosure(closure: NewClosure, by: Staff): Promise<Outcome<null>> {
  const { officeId } = by
  const calendar = await officeCalendar(officeId)
  if (!dayStatus(calendar, closure.date)) {
    return refuse("closure-outside-calendar", { field: "date" })
  }
  return inTransaction(async (tx) => {
    const { count } = await tx.officeClosure.createMany({
      data: [{ officeId, ...closure, date: midnightOf(closure.date), createdAt: now() }],
      skipDuplicates: true,
    })
    if (count === 0) return refuse("closure-exists", { field: "date" })
    await appendEvent(
      tx,
      {
        topic: "calendar",
        subjectId: officeId,
        officeId,
        actor: by,
      },
      { kind: "calendar.closure-added", detail: { ...closure } },
    )
    return accept(null)
  })
}

/** Takes a departure back; its event stays. Nothing happens when it is already gone. */
export function removeClosure(date: CalendarDate, by: Staff): Promise<void> {
  const { officeId } = by
  return inTransaction(async (tx) => {
    const { count } = await tx.officeClosure.deleteMany({
      where: { officeId, date: midnightOf(date) },
    })
    if (count === 0) return
    await appendEvent(
      tx,
      {
        topic: "calendar",
        subjectId: officeId,
        officeId,
        actor: by,
      },
      { kind: "calendar.closure-removed", detail: { date } },
    )
  })
}

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
