import { describe, expect, test } from "vitest"
import { compareItems, inQuarters, type ItemSeries } from "~/domain/statistics/trend-report"
import { period, shiftPeriod } from "~/domain/statistics/period"

const point = (code: string, count: number, n: number, scale = "1") => ({
  period: period(code),
  count,
  n,
  scale,
})
const one = (item: string, ...points: ItemSeries["points"]): ItemSeries => ({ item, points })
const september = period("115-09")

describe("what changed from one period to the next", () => {
  // R: prop.test(c(548, 509), c(600, 600), correct = FALSE) → p = 9.3e-05
  test("a clear fall is worse, with the difference and its interval", () => {
    const series = [one("waiting", point("115-08", 548, 600), point("115-09", 509, 600))]
    const [change] = compareItems(series, september)
    expect(change).toMatchObject({ verdict: "worsened", now: { count: 509, n: 600 } })
    expect(change?.difference?.value).toBeCloseTo(-0.065, 6)
    expect(change?.p).toBeLessThan(0.001)
    expect(change?.visible?.fall).toBeGreaterThan(0.04)
  })

  test("a clear rise is better, and a small one is no change", () => {
    const rise = one("a", point("115-08", 509, 600), point("115-09", 548, 600))
    const little = one("b", point("115-08", 509, 600), point("115-09", 514, 600))
    expect(compareItems([rise, little], september).map(({ verdict }) => verdict)).toEqual([
      "improved",
      "no-change",
    ])
  })

  test("a difference that would stand alone may fall when many are looked at together", () => {
    const doubtful = one("a", point("115-08", 540, 600), point("115-09", 517, 600)) // p ≈ 0.03
    const quiet = Array.from({ length: 15 }, (_, i) =>
      one(`q${i}`, point("115-08", 540, 600), point("115-09", 541, 600)),
    )
    expect(compareItems([doubtful], september)[0]?.verdict).toBe("worsened")
    expect(compareItems([doubtful, ...quiet], september)[0]?.verdict).toBe("no-change")
  })

  test("four answers show nothing, five are shown", () => {
    const before = point("115-08", 540, 600)
    const four = compareItems([one("a", before, point("115-09", 4, 4))], september)[0]
    expect(four).toMatchObject({ verdict: "too-few", now: null, difference: null })
    const five = compareItems([one("a", before, point("115-09", 5, 5))], september)[0]
    expect(five).toMatchObject({ now: { n: 5 }, difference: { after: { n: 5 } } })
  })

  test.each([
    ["without a period before", [point("115-09", 540, 600)]],
    ["with four answers before", [point("115-08", 4, 4), point("115-09", 540, 600)]],
    ["after a change of wording", [point("115-08", 540, 600), point("115-09", 500, 600, "2")]],
  ])("%s there is nothing to compare with", (_, points) => {
    expect(compareItems([one("a", ...points)], september)[0]).toMatchObject({
      verdict: "not-comparable",
      now: { n: 600 },
      difference: null,
    })
  })

  test("an item nobody answered, and no items at all, are no error", () => {
    expect(compareItems([one("a")], september)[0]?.verdict).toBe("too-few")
    expect(compareItems([], september)).toEqual([])
  })
})

describe("months as quarters", () => {
  const months = Array.from({ length: 8 }, (_, i) => shiftPeriod(period("115-02"), i))

  test("a quarter has three months; the ends that are not whole are left out", () => {
    const [series] = inQuarters([one("a", ...months.map((month) => point(month, 9, 10)))])
    expect(series?.points).toMatchObject([
      { period: "115-Q2", count: 27, n: 30 },
      { period: "115-Q3", count: 27, n: 30 },
    ])
  })

  test("only the newest wording is counted", () => {
    const mixed = months.map((month) => point(month, 9, 10, month < "115-06" ? "old" : "new"))
    const [series] = inQuarters([one("a", ...mixed)])
    expect(series?.points.map((one) => one.period)).toEqual(["115-Q3"])
  })

  test("nothing stays nothing", () => {
    expect(inQuarters([one("a")])).toEqual([{ item: "a", points: [] }])
  })
})
