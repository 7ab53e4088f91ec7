/** One year of the office's days, month by month, for a wall calendar and for the eye that checks an import. */
import { addDays, calendarDate, type CalendarDate, monthOf, weekday } from "./calendar-date"
import { type DayStatus, dayStatus, type OfficeCalendar } from "./office-calendar"

/** Weeks start on Sunday; null where the week reaches into another month. A day that is not known has no status. */
export type MonthDay = { date: CalendarDate; status: DayStatus | null }
export type MonthView = { month: string; workingDays: number; weeks: (MonthDay | null)[][] }

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"))

export function yearView(calendar: OfficeCalendar, year: number): MonthView[] {
  return MONTHS.map((month) => monthView(calendar, `${year}-${month}`))
}

function monthView(calendar: OfficeCalendar, month: string): MonthView {
  const first = calendarDate(`${month}-01`)
  const weeks: (MonthDay | null)[][] = []
  let workingDays = 0
  for (
    let date = addDays(first, -weekday(first));
    monthOf(date) <= month;
    date = addDays(date, 7)
  ) {
    weeks.push(Array.from({ length: 7 }, (_, day) => dayIn(calendar, month, addDays(date, day))))
  }
  for (const day of weeks.flat()) if (day?.status?.isWorkingDay) workingDays += 1
  return { month, workingDays, weeks }
}

function dayIn(calendar: OfficeCalendar, month: string, date: CalendarDate): MonthDay | null {
  return monthOf(date) === month ? { date, status: dayStatus(calendar, date) } : null
}
