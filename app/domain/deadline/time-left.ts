/** Judgements on a due date, always derived and never stored: overdue, days left. */
import { addDays, type CalendarDate } from "./calendar-date"
import { dayStatus, type OfficeCalendar } from "./office-calendar"

/** Late means the day after: on the due date itself nothing is overdue, at any hour. */
export function isOverdue(dueOn: CalendarDate, today: CalendarDate): boolean {
  return today > dueOn
}

/** Whether it was done in time: 依限辦結. */
export function wasInTime(dueOn: CalendarDate, doneOn: CalendarDate): boolean {
  return doneOn <= dueOn
}

/**
 * Working days from today until the due date: 0 on the day itself, 1 on the working day before.
 * Negative when overdue, at least −1 (the Saturday after a Friday is late although no working day passed).
 * Null where the calendar does not reach.
 */
export function workingDaysLeft(
  dueOn: CalendarDate,
  today: CalendarDate,
  calendar: OfficeCalendar,
): number | null {
  if (!isOverdue(dueOn, today)) return workingDaysBetween(today, dueOn, calendar)
  const late = workingDaysBetween(dueOn, today, calendar)
  return late === null ? null : -Math.max(1, late)
}

/** Working days after `from` up to and including `to`; null where the calendar does not reach. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  calendar: OfficeCalendar,
): number | null {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = dayStatus(calendar, date)
    if (!day) return null
    if (day.isWorkingDay) count += 1
  }
  return count
}
