import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { decideTarget } from "~/domain/improvement/target"
import { TargetDraftSchema, TargetSchema } from "~/domain/improvement/target.schema"

const day = calendarDate
const baseline = {
  item: "waiting",
  count: 509,
  n: 600,
  span: { from: day("2026-07-01"), to: day("2026-09-30") },
}
const draft = { minimumChange: 0.05, windowFrom: day("2027-04-01"), windowTo: day("2027-06-30") }

describe("what an improvement promises", () => {
  test("metric, direction, threshold, window and test are written down with the baseline", () => {
    const target = decideTarget(baseline, draft)
    expect(target).toMatchObject({
      ok: true,
      value: {
        metric: "satisfied-share",
        item: "waiting",
        direction: "rise",
        minimumChange: 0.05,
        baseline: { count: 509, n: 600 },
        window: { from: "2027-04-01", to: "2027-06-30" },
        test: { name: "newcombe-difference", version: 1, level: 0.95, power: 0.8 },
      },
    })
    if (target.ok) expect(TargetSchema.parse(structuredClone(target.value))).toEqual(target.value)
  })

  test.each([
    ["2026-09-30", false],
    ["2026-10-01", true],
  ])("a window that starts on %s, the baseline ending on 30 September: %s", (from, ok) => {
    expect(decideTarget(baseline, { ...draft, windowFrom: day(from) }).ok).toBe(ok)
  })

  test("a window of one day is a window, one that ends before it starts is not", () => {
    expect(decideTarget(baseline, { ...draft, windowTo: day("2027-04-01") }).ok).toBe(true)
    expect(decideTarget(baseline, { ...draft, windowTo: day("2027-03-31") })).toMatchObject({
      problems: [{ code: "window-reversed", field: "windowTo" }],
    })
  })

  test("nobody promises more than full satisfaction", () => {
    const nearlyAll = { ...baseline, count: 580, n: 600 }
    expect(decideTarget(nearlyAll, draft)).toMatchObject({
      problems: [{ code: "beyond-full-satisfaction", field: "minimumChange" }],
    })
    expect(decideTarget({ ...baseline, count: 570, n: 600 }, draft).ok).toBe(true)
  })
})

describe("what a person fills in", () => {
  const filled = { minimumChange: "5", windowFrom: "2027-04-01", windowTo: "2027-06-30" }

  test("five points are 0.05", () => {
    expect(TargetDraftSchema.parse(filled).minimumChange).toBeCloseTo(0.05)
  })

  test.each([
    ["0", "must-be-positive"],
    ["-3", "must-be-positive"],
    ["101", "too-large"],
    ["five", "not-a-number"],
  ])("%s points are refused: %s", (points, code) => {
    const parsed = TargetDraftSchema.safeParse({ ...filled, minimumChange: points })
    expect(parsed.error?.issues[0]?.message).toBe(code)
  })

  test("a day that does not exist is refused", () => {
    expect(TargetDraftSchema.safeParse({ ...filled, windowTo: "2027-02-30" }).success).toBe(false)
  })
})
