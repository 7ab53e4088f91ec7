/** What the office knows of its days: the government calendar of whole years, and the office's own departures from it. */
import { addDays, type CalendarDate, weekday, yearOf } from "./calendar-date"

/** One day of the 政府行政機關辦公日曆表. `name` is the holiday's name, empty where the calendar gives none. */
export type KnownDay = { isWorkingDay: boolean; name: string }

export const CLOSURE_KINDS = ["closed", "closed_afternoon", "open"] as const
export type ClosureKind = (typeof CLOSURE_KINDS)[number]

/** A departure of one office: a typhoon day, a local closure, or an extra opening. `reason` is shown to citizens. */
export type Closure = { kind: ClosureKind; reason: string }

/** The calendar as the engine receives it. A day that is in neither map is not known, and is never guessed. */
export type OfficeCalendar = {
  days: ReadonlyMap<CalendarDate, KnownDay>
  closures: ReadonlyMap<CalendarDate, Closure>
}

/** Why a day is a working day or not. The words for each code are in locales, topic "deadline". */
export const DAY_REASONS = [
  "working-day",
  "make-up-day", // 補行上班: a Saturday or Sunday on which agencies work
  "weekend",
  "holiday",
  "closed",
  "closed-afternoon",
  "extra-opening",
] as const
export type DayReason = (typeof DAY_REASONS)[number]

export type DayStatus = {
  date: CalendarDate
  isWorkingDay: boolean
  reason: DayReason
  name: string
}

/** What kind of day it is for this office, or null where the calendar does not reach. */
export function dayStatus(calendar: OfficeCalendar, date: CalendarDate): DayStatus | null {
  const day = calendar.days.get(date)
  if (!day) return null
  const closure = calendar.closures.get(date)
  if (closure) return statusUnderClosure(date, day, closure)
  return statusOfKnownDay(date, day)
}

function statusOfKnownDay(date: CalendarDate, day: KnownDay): DayStatus {
  const isWeekend = weekday(date) === 0 || weekday(date) === 6
  if (day.isWorkingDay) {
    return {
      date,
      isWorkingDay: true,
      reason: isWeekend ? "make-up-day" : "working-day",
      name: day.name,
    }
  }
  // A weekday off is always a holiday, also where the official file leaves its note empty.
  const isHoliday = !isWeekend || day.name !== ""
  return { date, isWorkingDay: false, reason: isHoliday ? "holiday" : "weekend", name: day.name }
}

function statusUnderClosure(date: CalendarDate, day: KnownDay, closure: Closure): DayStatus {
  if (closure.kind === "closed") {
    // A typhoon on a Sunday changes nothing: the Sunday stays the reason.
    if (!day.isWorkingDay) return statusOfKnownDay(date, day)
    return { date, isWorkingDay: false, reason: "closed", name: closure.reason }
  }
  if (closure.kind === "open") {
    return { date, isWorkingDay: true, reason: "extra-opening", name: closure.reason }
  }
  // 半日停止上班: the office worked that morning, so the day counts and nothing shifts. No rule says
  // otherwise and a shorter promise is the safe one for the citizen; the trace records the half day,
  // so that whoever asks for more time later can point at it.
  if (!day.isWorkingDay) return statusOfKnownDay(date, day)
  return { date, isWorkingDay: true, reason: "closed-afternoon", name: closure.reason }
}

/** The first working day after a date, or null where the calendar ends before one is found. */
export function nextWorkingDay(calendar: OfficeCalendar, after: CalendarDate): CalendarDate | null {
  for (let date = addDays(after, 1); ; date = addDays(date, 1)) {
    const status = dayStatus(calendar, date)
    if (!status) return null
    if (status.isWorkingDay) return date
  }
}

/** The years of which every day is known, ascending. */
export function knownYears(calendar: OfficeCalendar): number[] {
  const count = new Map<number, number>()
  for (const date of calendar.days.keys())
    count.set(yearOf(date), (count.get(yearOf(date)) ?? 0) + 1)
  return [...count]
    .filter(([year, days]) => days === daysInYear(year))
    .map(([year]) => year)
    .sort((a, b) => a - b)
}

export function daysInYear(year: number): 365 | 366 {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365
}
