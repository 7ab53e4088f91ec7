import { describe, expect, test } from "vitest"
import {
  growthAgainst,
  growthSinceLastPeriod,
  growthSinceLastYear,
} from "~/domain/statistics/growth"
import { period } from "~/domain/statistics/period"
import { checkNumbers, checkShares, inWiderPeriods, newestRun } from "~/domain/statistics/series"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import { month, numbers, shares } from "./months"

const year = shares([280, 281, 282, 283, 284, 285, 286, 287, 288, 289, 290, 291], 300)

describe("a series", () => {
  test("comes back in order of time whatever order it came in", () => {
    expect(granted(checkShares([...year].reverse()))).toEqual(year)
  })

  test.each([
    ["nothing", [], "empty-series"],
    ["a month that is missing", year.filter((_, i) => i !== 4), "gap-in-series"],
    ["a month that comes twice", [...year, ...year.slice(3, 4)], "duplicate-period"],
    [
      "another scale from July",
      year.map((p, i) => (i > 5 ? { ...p, scale: "v2" } : p)),
      "scale-changed",
    ],
    [
      "a quarter among months",
      [...year, { ...shares([1], 2)[0]!, period: period("114-Q1") }],
      "mixed-periods",
    ],
    ["a count that is none", shares([280, NaN], 300), "not-a-count"],
    ["fewer than nobody", shares([-1], 300), "not-a-count"],
    ["more than all", shares([301], 300), "count-exceeds-n"],
    ["a month without answers", shares([280, 0, 281], [300, 0, 300]), "no-answers"],
  ])("is refused for %s", (_, points, code) => {
    expect(refusal(checkShares(points))).toBe(code)
  })

  test("says which month is missing and where the scale changed", () => {
    const gap = checkShares(year.filter((_, i) => i !== 4))
    expect(gap).toEqual({
      ok: false,
      problems: [{ code: "gap-in-series", params: { missing: "113-05" } }],
    })
    const changed = checkShares(year.map((p, i) => (i > 5 ? { ...p, scale: "v2" } : p)))
    expect(changed).toEqual({
      ok: false,
      problems: [{ code: "scale-changed", params: { period: "113-07" } }],
    })
  })

  test("of numbers is refused for what is no number", () => {
    expect(refusal(checkNumbers(numbers([1, NaN])))).toBe("not-a-number")
    expect(refusal(checkNumbers(numbers([1, Infinity])))).toBe("not-a-number")
    expect(refusal(checkNumbers([]))).toBe("empty-series")
  })
})

describe("the newest run", () => {
  test("is the whole series where nothing broke", () => {
    expect(granted(newestRun(year))).toEqual({ points: year, brokenAt: null })
  })
  test("begins after the last gap, after a closed month, after a change of scale", () => {
    const gap = granted(newestRun(year.filter((_, i) => i !== 2 && i !== 7)))
    expect(gap).toEqual({
      points: year.slice(8),
      brokenAt: { at: "113-09", because: "gap-in-series" },
    })
    const closed = granted(newestRun(year.map((p, i) => (i === 3 ? { ...p, count: 0, n: 0 } : p))))
    expect(closed.points).toEqual(year.slice(4))
    const changed = year.map((p, i) => (i > 5 ? { ...p, scale: "v2" } : p))
    expect(granted(newestRun(changed)).brokenAt).toEqual({
      at: "113-07",
      because: "scale-changed",
    })
  })
  test("still refuses errors", () => {
    expect(refusal(newestRun([...year, ...year.slice(0, 1)]))).toBe("duplicate-period")
    expect(refusal(newestRun(shares([301], 300)))).toBe("count-exceeds-n")
    expect(refusal(newestRun([]))).toBe("empty-series")
    expect(refusal(newestRun(shares([0, 0], 0)))).toBe("empty-series")
  })
})

describe("wider periods", () => {
  test("hold the sums of their months, and only whole ones", () => {
    const quarters = granted(inWiderPeriods(year.slice(1), "quarter"))
    expect(quarters.map((p) => [p.period, p.count, p.n])).toEqual([
      ["113-Q2", 852, 900],
      ["113-Q3", 861, 900],
      ["113-Q4", 870, 900],
    ])
    expect(granted(inWiderPeriods(year, "year"))[0]?.n).toBe(3600)
    expect(granted(inWiderPeriods(quarters, "half")).map((p) => p.period)).toEqual(["113-H2"])
  })
  test("are refused where none is whole, or none is wider", () => {
    expect(refusal(inWiderPeriods(year.slice(0, 2), "quarter"))).toBe("empty-series")
    const quarters = granted(inWiderPeriods(year, "quarter"))
    expect(refusal(inWiderPeriods(quarters, "quarter"))).toBe("not-a-wider-period")
  })
})

describe("growth (滿意度成長率)", () => {
  test("of 282 to 285 of 300 is 1.06 %, one point, and within chance", () => {
    const found = granted(growthSinceLastPeriod(shares([282, 285], 300), month("113-02")))
    expectClose(found.rate, 3 / 282, 1e-12)
    expectClose(found.points.value, 0.01, 1e-12)
    expect(found.isChange).toBe(false)
    expect(found.points.interval.low).toBeLessThan(0)
  })
  test("is against the same month a year before when asked so", () => {
    const two = shares([...year.map((p) => p.count), 200], 300)
    const found = granted(growthSinceLastYear(two, month("114-01")))
    expect([found.against, found.isChange]).toEqual(["113-01", true])
    expectClose(found.rate, -80 / 280, 1e-12)
  })
  test("has no rate from nothing, but still points", () => {
    const found = granted(growthSinceLastPeriod(shares([0, 30], 300), month("113-02")))
    expect(found.rate).toBeNull()
    expectClose(found.points.value, 0.1, 1e-12)
  })
  test("is refused where a period is missing or the scale changed between", () => {
    expect(refusal(growthSinceLastYear(year, month("113-06")))).toBe("no-such-period")
    expect(refusal(growthAgainst(year, month("114-01"), month("113-01")))).toBe("no-such-period")
    const changed = year.map((p, i) => (i > 5 ? { ...p, scale: "v2" } : p))
    expect(refusal(growthSinceLastPeriod(changed, month("113-07")))).toBe("scale-changed")
  })
})
