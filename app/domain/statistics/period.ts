/**
 * Answers: in which month, quarter, half-year or year does a legal day lie, and which period comes before, after, a year ago?
 * A period is a machine code in 民國 years that sorts as text: "115-11", "115-Q4", "115-H2", "115". Words are in locales.
 * Source: quarters and half-years of the calendar year, as plans and reports use them.
 * Example: periodOf("2026-11-20", "quarter") = "115-Q4"; a year before it is "114-Q4".
 */
import { accept, type Outcome, refuse } from "../outcome"
import {
  addDays,
  calendarDate,
  type CalendarDate,
  daysBetween,
  monthOf,
  rocYearOf,
} from "../deadline/calendar-date"

export type PeriodUnit = "month" | "quarter" | "half" | "year"

/** "115-11", "115-Q4", "115-H2" or "115". */
export type Period = string & { readonly __period: true }

const PER_YEAR: Record<PeriodUnit, number> = { month: 12, quarter: 4, half: 2, year: 1 }
const CODE = /^(\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/

/** The period of that unit in which the day lies. Throws before 民國元年 (1912). */
export function periodOf(date: CalendarDate, unit: PeriodUnit): Period {
  const month = Number(monthOf(date).slice(5)) - 1
  const place = Math.floor(month / (12 / PER_YEAR[unit]))
  return fromOrdinal(rocYearOf(date) * PER_YEAR[unit] + place, unit)
}

/** A period that comes from outside (an address, a stored finding). */
export function parsePeriod(text: string): Outcome<Period, "not-a-period"> {
  return isPeriod(text) ? accept(text) : refuse("not-a-period", { params: { text } })
}

export const isPeriod = (text: string): text is Period => CODE.test(text) && !text.startsWith("000")

/** A period written in the program itself. Throws when it is none. */
export function period(code: string): Period {
  if (!isPeriod(code)) throw new RangeError(`Not a period: ${code}`)
  return code
}

export function unitOf(period: Period): PeriodUnit {
  if (period.length === 3) return "year"
  if (period[4] === "Q") return "quarter"
  return period[4] === "H" ? "half" : "month"
}

/** `by` periods later; negative goes back. */
export const shiftPeriod = (period: Period, by: number): Period =>
  fromOrdinal(ordinal(period) + by, unitOf(period))

export const samePeriodLastYear = (period: Period): Period =>
  shiftPeriod(period, -PER_YEAR[unitOf(period)])

/** How many periods of the same unit lie from one to the other: 1 from a month to the next. NaN between units. */
export const periodsBetween = (from: Period, to: Period): number =>
  unitOf(from) === unitOf(to) ? ordinal(to) - ordinal(from) : NaN

/** The larger period in which a smaller one lies: "115-11" → "115-Q4". Throws when asked for a smaller one. */
export function widerPeriod(period: Period, unit: PeriodUnit): Period {
  const size = PER_YEAR[unitOf(period)] / PER_YEAR[unit]
  if (size < 1) throw new RangeError(`${unit} is smaller than ${period}`)
  return fromOrdinal(Math.floor(ordinal(period) / size), unit)
}

export function firstDayOf(period: Period): CalendarDate {
  const unit = unitOf(period)
  const months = (ordinal(period) * 12) / PER_YEAR[unit]
  const year = Math.floor(months / 12) + 1911
  return calendarDate(`${String(year).padStart(4, "0")}-${twoDigits((months % 12) + 1)}-01`)
}

export const lastDayOf = (period: Period): CalendarDate =>
  addDays(firstDayOf(shiftPeriod(period, 1)), -1)

/** How many days the period has: a share of the year for rates per day. */
export const daysOf = (period: Period): number =>
  daysBetween(firstDayOf(period), lastDayOf(period)) + 1

/** Counts periods from 民國0年, so that the next one is one more. */
function ordinal(period: Period): number {
  const parts = CODE.exec(period)
  const place = Number(parts?.[2] ?? parts?.[3] ?? parts?.[4] ?? 1)
  return Number(parts?.[1]) * PER_YEAR[unitOf(period)] + place - 1
}

function fromOrdinal(count: number, unit: PeriodUnit): Period {
  const year = String(Math.floor(count / PER_YEAR[unit])).padStart(3, "0")
  const place = (count % PER_YEAR[unit]) + 1
  if (unit === "year") return period(year)
  if (unit === "quarter") return period(`${year}-Q${place}`)
  return period(unit === "half" ? `${year}-H${place}` : `${year}-${twoDigits(place)}`)
}

const twoDigits = (value: number): string => String(value).padStart(2, "0")
