import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { answersNeeded, checkEffect, windowState } from "~/domain/improvement/effect"
import { EFFECT_TEST, type Target } from "~/domain/improvement/target"

const span = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) })
const target = (change: Partial<Target> = {}): Target => ({
  metric: "satisfied-share",
  item: "waiting",
  direction: "rise",
  minimumChange: 0.05,
  baseline: { count: 510, n: 600, span: span("2026-07-01", "2026-09-30") },
  window: span("2027-04-01", "2027-06-30"),
  test: { ...EFFECT_TEST },
  ...change,
})
const baseline = { count: 510, n: 600 }

// Reference values: Newcombe's method 10 and the two-proportion size of Fleiss, Levin & Paik, computed with
// Python 3.11 statistics.NormalDist; 94 % against 90 % needs 721 a side (statsmodels and R power.prop.test agree).
describe("the verdict on an improvement", () => {
  test("a rise whose interval leaves out zero is an improvement", () => {
    const effect = checkEffect({ count: 509, n: 600 }, { count: 564, n: 600 }, target())
    expect(effect).toMatchObject({ verdict: "improved", reachedThreshold: true })
    if (effect.verdict !== "improved") throw new Error("expected an improvement")
    expect(effect.difference.value).toBeCloseTo(0.0916667, 6)
    expect(effect.difference.interval.low).toBeCloseTo(0.0572744, 6)
    expect(effect.difference.interval.high).toBeCloseTo(0.1266352, 6)
  })

  test("a rise of exactly the promised five points reaches it, one answer less does not", () => {
    expect(checkEffect(baseline, { count: 540, n: 600 }, target())).toMatchObject({
      verdict: "improved",
      reachedThreshold: true,
    })
    expect(checkEffect(baseline, { count: 539, n: 600 }, target())).toMatchObject({
      verdict: "improved",
      reachedThreshold: false,
    })
  })

  test("a fall whose interval leaves out zero is worse", () => {
    expect(checkEffect({ count: 540, n: 600 }, { count: 510, n: 600 }, target())).toMatchObject({
      verdict: "worsened",
    })
  })

  test("with enough answers and an interval around zero, no change is detected", () => {
    const large = { count: 5100, n: 6000 }
    expect(checkEffect(large, { count: 5130, n: 6000 }, target())).toMatchObject({
      verdict: "no-change-detected",
    })
  })

  test("with too few answers it says how many it would have needed", () => {
    const before = { count: 940, n: 1000 }
    const fourDown = target({ direction: "fall", minimumChange: 0.04 })
    expect(checkEffect(before, { count: 505, n: 538 }, fourDown)).toMatchObject({
      verdict: "not-enough-data",
      n: 538,
      needed: 539,
    })
    expect(checkEffect(before, { count: 506, n: 539 }, fourDown)).toMatchObject({
      verdict: "no-change-detected",
    })
  })

  test("when less is better, a fall is the improvement and a rise is worse", () => {
    const less = target({ direction: "fall" })
    expect(checkEffect({ count: 120, n: 600 }, { count: 60, n: 600 }, less)).toMatchObject({
      verdict: "improved",
    })
    expect(checkEffect({ count: 60, n: 600 }, { count: 120, n: 600 }, less)).toMatchObject({
      verdict: "worsened",
    })
  })

  test("four answers show nothing, five may be compared, none is no error", () => {
    expect(checkEffect(baseline, { count: 4, n: 4 }, target())).toMatchObject({
      verdict: "not-enough-data",
      difference: null,
    })
    expect(checkEffect(baseline, { count: 5, n: 5 }, target())).toMatchObject({
      verdict: "not-enough-data",
      difference: { after: { n: 5 } },
    })
    expect(checkEffect(baseline, { count: 0, n: 0 }, target())).toMatchObject({
      verdict: "not-enough-data",
      n: 0,
    })
  })

  test("counts that cannot be are not judged", () => {
    expect(checkEffect(baseline, { count: 11, n: 10 }, target())).toMatchObject({
      verdict: "not-enough-data",
      difference: null,
    })
  })
})

describe("how many answers are needed", () => {
  const fourDown = target({ direction: "fall", minimumChange: 0.04 })

  test.each([
    [940, 1000, 539],
    [705, 750, 689],
  ])("%i of %i before, four points down: %i after", (count, n, needed) => {
    expect(answersNeeded({ count, n }, fourDown)).toBe(needed)
  })

  test("a baseline that is too small cannot be rescued by any number of answers", () => {
    expect(answersNeeded({ count: 85, n: 100 }, target())).toBeNull()
  })
})

describe("the window", () => {
  test.each([
    ["2027-03-31", "before"],
    ["2027-04-01", "running"],
    ["2027-06-30", "running"],
    ["2027-07-01", "over"],
  ])("on %s it is %s", (today, state) => {
    expect(windowState(target(), calendarDate(today))).toBe(state)
  })
})
