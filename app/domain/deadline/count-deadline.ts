/** Counts a deadline day by day, so that the date explains itself to both sides. Pure: the calendar is an argument. */
import { accept, type Outcome, refuse } from "../outcome"
import { addDays, type CalendarDate, weekday, yearOf } from "./calendar-date"
import { type DayReason, dayStatus, type OfficeCalendar } from "./office-calendar"
import { lastDayOfPeriod } from "./period"
import type { DeadlineRule, DeadlineRules } from "./rule"

/** One line of the explanation. `nth` is the day's number in the count, null where it was not counted. */
export type TraceDay = {
  date: CalendarDate
  counted: boolean
  nth: number | null
  reason: DayReason | "received"
  name: string
}

/** A counted deadline. `until` is "noon" only where §48 IV moves a Saturday to the Monday morning. */
export type Deadline = {
  rule: DeadlineRule
  receivedOn: CalendarDate
  dueOn: CalendarDate
  until: "end-of-day" | "noon"
  trace: TraceDay[]
}

export type CalendarMissing = "calendar-missing"

/**
 * When something received on a day is due. The day of receipt is day 0 and is never counted (§48 II).
 * Refuses with "calendar-missing" (params.year) rather than guess a year that was not imported.
 */
export function countDeadline(
  receivedOn: CalendarDate,
  rule: DeadlineRule,
  calendar: OfficeCalendar,
): Outcome<Deadline, CalendarMissing> {
  const walk = rule.unit === "working_day" ? walkWorkingDays : walkEveryDay
  const steps = walk(receivedOn, rule, calendar)
  if ("missing" in steps) return refuse("calendar-missing", { params: { year: steps.missing } })
  const last = steps.trace.at(-1)?.date ?? receivedOn
  const dayZero: TraceDay = {
    date: receivedOn,
    counted: false,
    nth: null,
    reason: "received",
    name: "",
  }
  return accept({
    rule,
    receivedOn,
    dueOn: last,
    until: steps.until,
    trace: [dayZero, ...steps.trace],
  })
}

/** Both clocks of a petition. The office's own promise never reaches past the legal bound. */
export function countDeadlines(
  receivedOn: CalendarDate,
  rules: DeadlineRules,
  calendar: OfficeCalendar,
): Outcome<{ internal: Deadline; statutory: Deadline }, CalendarMissing> {
  const internal = countDeadline(receivedOn, rules.internal, calendar)
  if (!internal.ok) return internal
  const statutory = countDeadline(receivedOn, rules.statutory, calendar)
  if (!statutory.ok) return statutory
  // A rule of 30 working days would end after 30 calendar days: the law's day wins.
  const promise = internal.value.dueOn <= statutory.value.dueOn ? internal.value : statutory.value
  return accept({ internal: promise, statutory: statutory.value })
}

/** Hour limits run at once, through nights and holidays (§48 I). */
export function dueAfterHours(receivedAt: Date, hours: number): Date {
  return new Date(receivedAt.getTime() + hours * 3_600_000)
}

type Walk = { trace: TraceDay[]; until: Deadline["until"] } | { missing: number }

function walkWorkingDays(
  receivedOn: CalendarDate,
  rule: DeadlineRule,
  calendar: OfficeCalendar,
): Walk {
  const trace: TraceDay[] = []
  let nth = 0
  for (let date = addDays(receivedOn, 1); nth < rule.count; date = addDays(date, 1)) {
    const day = dayStatus(calendar, date)
    if (!day) return { missing: yearOf(date) }
    if (day.isWorkingDay) nth += 1
    trace.push(traced(day, day.isWorkingDay ? nth : null))
  }
  return { trace, until: "end-of-day" }
}

function walkEveryDay(
  receivedOn: CalendarDate,
  rule: DeadlineRule,
  calendar: OfficeCalendar,
): Walk {
  const rawLastDay = lastDayOfPeriod(receivedOn, rule)
  const trace: TraceDay[] = []
  for (let date = addDays(receivedOn, 1); date <= rawLastDay; date = addDays(date, 1)) {
    const day = dayStatus(calendar, date)
    if (!day) return { missing: yearOf(date) }
    trace.push(traced(day, trace.length + 1))
  }
  return shiftOffRestDays(rawLastDay, trace, calendar)
}

/**
 * 行政程序法 §48 IV: a last day that is a Sunday, national holiday or other rest day gives way to the next
 * day that is none of these; a last day that is a Saturday gives way to the following Monday's morning.
 * A make-up working Saturday is a working day and does not shift (法務部 99.2.3 法律字第099004718號).
 * When that Monday is itself a rest day, the first sentence applies to it: the next working day, whole.
 * An office that opens on the Sunday between is due then, never later than the law's Monday.
 */
function shiftOffRestDays(
  lastDay: CalendarDate,
  trace: TraceDay[],
  calendar: OfficeCalendar,
): Walk {
  let day = dayStatus(calendar, lastDay)
  while (day && !day.isWorkingDay) {
    const next = addDays(day.date, 1)
    day = dayStatus(calendar, next)
    if (!day) return { missing: yearOf(next) }
    trace.push(traced(day, null))
  }
  if (!day) return { missing: yearOf(lastDay) }
  const isMondayAfterSaturday = weekday(lastDay) === 6 && day.date === addDays(lastDay, 2)
  return { trace, until: isMondayAfterSaturday ? "noon" : "end-of-day" }
}

function traced(
  day: { date: CalendarDate; reason: DayReason; name: string },
  nth: number | null,
): TraceDay {
  return { date: day.date, counted: nth !== null, nth, reason: day.reason, name: day.name }
}
