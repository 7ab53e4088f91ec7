import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { survivalOf, timeQuantile } from "~/domain/statistics/kaplan-meier"
import {
  ageingBands,
  durationsOf,
  onTimeRate,
  type TimedCase,
} from "~/domain/statistics/time-to-answer"
import { granted } from "../../support/outcomes"
import reference from "./reference/b-reference.json"

const CASES = reference.kmDays.map((days, i) => ({ days, answered: reference.kmAnswered[i] === 1 }))

describe("Kaplan–Meier against R's survfit", () => {
  test("every step, its bounds and who is at risk", () => {
    const steps = granted(survivalOf(CASES))
    expect(steps.map(({ days }) => days)).toEqual(reference.kmTime)
    expect(steps.map(({ atRisk }) => atRisk)).toEqual(reference.kmRisk)
    steps.forEach((step, i) => {
      expect(step.open).toBeCloseTo(reference.kmSurv[i] ?? NaN, 12)
      const [low, high] = [reference.kmLow[i], reference.kmHigh[i]]
      if (typeof low === "number") expect(step.low).toBeCloseTo(low, 9)
      if (typeof high === "number") expect(step.high).toBeCloseTo(high, 9)
    })
  })

  test("median with its interval, and p90", () => {
    const median = granted(timeQuantile(CASES, 0.5))
    expect([median.days, median.low, median.high]).toEqual(reference.kmMedian)
    const ninth = granted(timeQuantile(CASES, 0.9))
    expect([ninth.days, ninth.low]).toEqual(reference.kmP90)
  })

  test("leaving the open ones out would look faster", () => {
    const answered = CASES.filter((one) => one.answered)
    expect(granted(timeQuantile(answered, 0.5)).days ?? 0).toBeLessThan(
      granted(timeQuantile(CASES, 0.5)).days ?? 0,
    )
  })

  test("mostly open: the median is not reached yet, and says so", () => {
    const cases = [
      { days: 3, answered: true },
      ...Array.from({ length: 9 }, () => ({ days: 5, answered: false })),
    ]
    expect(granted(timeQuantile(cases, 0.5))).toMatchObject({ days: null, high: null })
  })

  test("without open cases it is the share not yet answered", () => {
    const days = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(days, (all) => {
        for (const step of granted(survivalOf(all.map((day) => ({ days: day, answered: true }))))) {
          expect(step.open).toBeCloseTo(all.filter((day) => day > step.days).length / all.length, 9)
        }
      }),
      { seed: 6 },
    )
  })

  test.each([
    ["no-cases", [], 0.5],
    ["not-a-duration", [{ days: -1, answered: true }], 0.5],
    ["not-a-duration", [{ days: NaN, answered: true }], 0.5],
    ["not-a-share", CASES, 0],
    ["not-a-share", CASES, 1],
  ])("refuses with %s", (code, cases, share) => {
    expect(timeQuantile(cases, share)).toMatchObject({ ok: false, problems: [{ code }] })
  })
})

const day = (number: number) => calendarDate(`2026-03-${String(number).padStart(2, "0")}`)
const aCase = (received: number, due: number, answered: number | null): TimedCase => ({
  receivedOn: day(received),
  dueOn: day(due),
  answeredOn: answered === null ? null : day(answered),
})
const MARCH = { from: day(1), to: day(31) }

describe("the on-time rate", () => {
  test("answered on the due day is in time, the day after is late, open after it counts as well", () => {
    const cases = [aCase(1, 5, 4), aCase(1, 5, 5), aCase(1, 5, 6), aCase(1, 5, null)]
    expect(granted(onTimeRate(cases, MARCH, day(9)))).toMatchObject({
      inTime: 2,
      late: 1,
      openAndOverdue: 1,
      onTime: { count: 2, n: 4, value: 0.5 },
    })
  })

  test.each([
    ["the day before", 4, null],
    ["on the due day itself", 5, null],
    ["the day after", 6, 1],
  ])("a case is judged %s its due day is over: %s", (_, today, n) => {
    const outcome = onTimeRate([aCase(1, 5, 2)], MARCH, day(today))
    expect(outcome.ok ? outcome.value.onTime.n : null).toBe(n)
  })

  test("the period counts by due day, both ends included", () => {
    const cases = [4, 5, 6, 7].map((due) => aCase(1, due, due))
    expect(granted(onTimeRate(cases, { from: day(5), to: day(6) }, day(20))).onTime.n).toBe(2)
  })

  test("an answer dated after today has not been given yet", () => {
    expect(granted(onTimeRate([aCase(1, 5, 12)], MARCH, day(9)))).toMatchObject({
      late: 0,
      openAndOverdue: 1,
    })
  })

  test("refuses a reversed period, an answer before receipt, and nothing due", () => {
    expect(onTimeRate([], { from: day(9), to: day(1) }, day(9))).toMatchObject({
      problems: [{ code: "period-reversed" }],
    })
    expect(onTimeRate([aCase(5, 9, 4)], MARCH, day(20))).toMatchObject({
      problems: [{ code: "answered-before-received" }],
    })
    expect(onTimeRate([], MARCH, day(20))).toMatchObject({ problems: [{ code: "no-answers" }] })
  })
})

test("durations run to the answer or to today, and a case of tomorrow is not there yet", () => {
  expect(
    durationsOf([aCase(1, 5, 4), aCase(3, 9, null), aCase(3, 9, 20), aCase(12, 20, null)], day(10)),
  ).toEqual([
    { days: 3, answered: true },
    { days: 7, answered: false },
    { days: 7, answered: false },
  ])
})

describe("ageing bands", () => {
  test("each open case is in one band; the overdue ones are counted apart", () => {
    const cases = [
      aCase(10, 16, null),
      aCase(7, 9, null),
      aCase(6, 16, null),
      aCase(1, 5, null),
      aCase(1, 5, 3),
    ]
    expect(granted(ageingBands(cases, day(10), [3, 6]))).toEqual([
      { from: 0, to: 3, open: 2, overdue: 1 },
      { from: 4, to: 6, open: 1, overdue: 0 },
      { from: 7, to: null, open: 1, overdue: 1 },
    ])
  })

  test.each([[[]], [[3, 3]], [[-1, 2]], [[1.5]]])("refuses bands %j", (bands) => {
    expect(ageingBands([], day(1), bands)).toMatchObject({ problems: [{ code: "not-bands" }] })
  })
})
