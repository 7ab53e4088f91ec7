/** 稽催: every working morning each open case that is due soon or late is brought back to its officer's mind, once a day. */
import { CalendarDateSchema } from "~/domain/deadline/calendar-date.schema"
import { dayStatus } from "~/domain/deadline/office-calendar"
import { workingDaysLeft } from "~/domain/deadline/time-left"
import { OPEN_STATES } from "~/domain/petition/petition"
import { officeCalendar } from "../../deadline/calendar.server"
import { today } from "../../tools/clock.server"
import { db, inTransaction, lockName, type Transaction } from "../../tools/db.server"
import { appendEvent } from "../../tools/events.server"
import { log } from "../../tools/log.server"

/** Reminded from this many working days before the due date. */
export const REMIND_WORKING_DAYS = 2

/** Writes the reminders of all offices. Gives how many were written; a second run on the same day writes none. */
export async function remindOfficers(): Promise<number> {
  const offices = await db().office.findMany({ select: { id: true } })
  let written = 0
  for (const { id } of offices) written += await remindOffice(id)
  log.info({ written }, "petitions.reminded")
  return written
}

async function remindOffice(officeId: string): Promise<number> {
  const day = today()
  const calendar = await officeCalendar(officeId)
  if (!dayStatus(calendar, day)?.isWorkingDay) return 0
  return inTransaction(async (tx) => {
    // Two servers may start the morning job together: the second waits here and then finds them written.
    await lockName(tx, `remind:${officeId}`)
    const open = await tx.petition.findMany({
      where: { officeId, status: { in: [...OPEN_STATES] } },
      select: { id: true, dueOn: true },
    })
    let written = 0
    for (const { id, dueOn } of open) {
      if (!dueOn) continue
      const due = CalendarDateSchema.parse(dueOn.toISOString().slice(0, 10))
      const daysLeft = workingDaysLeft(due, day, calendar)
      if (daysLeft === null || daysLeft > REMIND_WORKING_DAYS) continue
      if (await wasReminded(tx, id, day)) continue
      const about = { topic: "petition" as const, subjectId: id, officeId }
      const detail = { on: day, dueOn: due, daysLeft }
      await appendEvent(tx, about, { kind: "petition.reminded", detail })
      written += 1
    }
    return written
  })
}

async function wasReminded(tx: Transaction, id: string, day: string): Promise<boolean> {
  const found = await tx.event.count({
    where: {
      topic: "petition",
      subjectId: id,
      kind: "petition.reminded",
      detail: { path: ["on"], equals: day },
    },
  })
  return found > 0
}
