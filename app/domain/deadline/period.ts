/** Where a period of days, weeks, months or years ends by 行政程序法 §48 II and III, before rest days are looked at. */
import { neverHappens } from "../outcome"
import { addDays, type CalendarDate, calendarDate } from "./calendar-date"
import type { DeadlineRule } from "./rule"

/**
 * The last day of the period. The day of receipt is not counted, so the period starts on the next day.
 * Weeks, months and years end on the day before the one that corresponds to the start; where the last
 * month has no such day, on that month's last day: one month from 31 January ends on 28 February.
 */
export function lastDayOfPeriod(receivedOn: CalendarDate, rule: DeadlineRule): CalendarDate {
  const startsOn = addDays(receivedOn, 1)
  switch (rule.unit) {
    case "working_day":
      throw new RangeError("Working days need a calendar; see countDeadline")
    case "calendar_day":
      return addDays(receivedOn, rule.count)
    case "week":
      return addDays(receivedOn, rule.count * 7)
    case "month":
      return dayBeforeCorresponding(startsOn, rule.count)
    case "year":
      return dayBeforeCorresponding(startsOn, rule.count * 12)
    default:
      return neverHappens(rule.unit)
  }
}

function dayBeforeCorresponding(startsOn: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = startsOn.split("-").map(Number)
  const monthIndex = month - 1 + months
  const lastYear = year + Math.floor(monthIndex / 12)
  const lastMonth = (monthIndex % 12) + 1
  const daysInLastMonth = new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate()
  if (day > daysInLastMonth) return isoDate(lastYear, lastMonth, daysInLastMonth)
  return addDays(isoDate(lastYear, lastMonth, day), -1)
}

const isoDate = (year: number, month: number, day: number): CalendarDate =>
  calendarDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`)
