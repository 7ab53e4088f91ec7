/** A legal day: a date in the office's calendar (Asia/Taipei), without a time. Compared as text, counted as days. */

/** An ISO date, "2026-11-20", that is known to exist. */
export type CalendarDate = string & { readonly __calendarDate: true }

const MS_PER_DAY = 86_400_000
const TAIPEI_OFFSET_MS = 8 * 3_600_000 // Taiwan keeps no summer time (none since 1979)
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`)

function fromMidnightUtc(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10) as CalendarDate
}

/** Whether the text names a day that exists: "2026-02-29" does not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!ISO_DATE.test(text)) return false
  const ms = midnightUtc(text)
  return !Number.isNaN(ms) && fromMidnightUtc(ms) === text
}

/** A date written in the program itself. Throws on a day that does not exist. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`)
  return text
}

/** The legal day on which an instant falls in Taiwan. */
export function taipeiDate(instant: Date): CalendarDate {
  return fromMidnightUtc(instant.getTime() + TAIPEI_OFFSET_MS)
}

/** The instant at which a clock in Taiwan shows `time` ("HH:MM", 24 hours) on that day. */
export function taipeiInstant(date: CalendarDate, time = "00:00"): Date {
  return new Date(`${date}T${time}:00+08:00`)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMidnightUtc(midnightUtc(date) + days * MS_PER_DAY)
}

/** Days from one date to another: 1 from a Monday to the Tuesday after it, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / MS_PER_DAY)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: CalendarDate): number {
  return new Date(midnightUtc(date)).getUTCDay()
}

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))
/** "2026-11" */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7)
/** 民國年: the common era's year less 1911. */
export const rocYearOf = (date: CalendarDate): number => yearOf(date) - 1911
