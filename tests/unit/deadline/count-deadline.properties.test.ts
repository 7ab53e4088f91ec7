import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, calendarDate, type CalendarDate } from "~/domain/deadline/calendar-date"
import { countDeadline, type Deadline } from "~/domain/deadline/count-deadline"
import {
  type Closure,
  CLOSURE_KINDS,
  dayStatus,
  type OfficeCalendar,
} from "~/domain/deadline/office-calendar"
import { DEADLINE_UNITS, type DeadlineUnit } from "~/domain/deadline/rule"
import { workingDaysLeft } from "~/domain/deadline/time-left"
import { officialCalendar } from "./calendar-samples"

const official = officialCalendar()
const start = calendarDate("2025-01-01")
/** Far enough from the end of 2027 for any count drawn below. */
const receipt = fc.integer({ min: 0, max: 900 }).map((days) => addDays(start, days))
const closure: fc.Arbitrary<[CalendarDate, Closure]> = fc
  .tuple(fc.integer({ min: 0, max: 1094 }), fc.constantFrom(...CLOSURE_KINDS))
  .map(([days, kind]) => [addDays(start, days), { kind, reason: "r" }])
const closures = fc.array(closure, { maxLength: 40 })
const calendarWith = (list: [CalendarDate, Closure][]): OfficeCalendar => ({
  days: official.days,
  closures: new Map(list),
})
const count = fc.integer({ min: 1, max: 40 })

function due(
  received: CalendarDate,
  unit: DeadlineUnit,
  n: number,
  calendar: OfficeCalendar,
): Deadline {
  const outcome = countDeadline(received, { unit, count: n }, calendar)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe("whatever the calendar and the day of receipt", () => {
  test("a due date is a working day after the day of receipt", () => {
    const unit = fc.constantFrom(
      ...DEADLINE_UNITS.filter((name) => name !== "year" && name !== "month"),
    )
    fc.assert(
      fc.property(
        receipt,
        unit,
        fc.integer({ min: 1, max: 20 }),
        closures,
        (received, name, n, list) => {
          const calendar = calendarWith(list)
          const { dueOn } = due(received, name, n, calendar)
          expect(dayStatus(calendar, dueOn)?.isWorkingDay).toBe(true)
          expect(dueOn > received).toBe(true)
        },
      ),
    )
  })

  test("more days never end earlier, and working days always end later", () => {
    fc.assert(
      fc.property(receipt, count, closures, (received, n, list) => {
        const calendar = calendarWith(list)
        const working = due(received, "working_day", n, calendar).dueOn
        expect(due(received, "working_day", n + 1, calendar).dueOn > working).toBe(true)
        const calendarDays = due(received, "calendar_day", n, calendar).dueOn
        expect(due(received, "calendar_day", n + 1, calendar).dueOn >= calendarDays).toBe(true)
      }),
    )
  })

  test("receiving a day later never makes it due earlier", () => {
    fc.assert(
      fc.property(receipt, count, closures, (received, n, list) => {
        const calendar = calendarWith(list)
        const later = due(addDays(received, 1), "working_day", n, calendar).dueOn
        expect(later >= due(received, "working_day", n, calendar).dueOn).toBe(true)
      }),
    )
  })

  test("the trace counts one to n, has no gap, and ends on the due date", () => {
    fc.assert(
      fc.property(receipt, count, closures, (received, n, list) => {
        const calendar = calendarWith(list)
        const { trace, dueOn } = due(received, "working_day", n, calendar)
        const numbers = trace.filter((day) => day.counted).map((day) => day.nth)
        expect(numbers).toEqual(Array.from({ length: n }, (_, index) => index + 1))
        trace.forEach((day, index) => expect(day.date).toBe(addDays(received, index)))
        expect(trace.at(-1)?.date).toBe(dueOn)
      }),
    )
  })

  test("on the evening of receipt a working-day limit has all its days left", () => {
    fc.assert(
      fc.property(receipt, count, closures, (received, n, list) => {
        const calendar = calendarWith(list)
        expect(
          workingDaysLeft(due(received, "working_day", n, calendar).dueOn, received, calendar),
        ).toBe(n)
      }),
    )
  })
})
