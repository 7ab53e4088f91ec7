import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { linearTrend, mannKendall, theilSen } from "~/domain/statistics/trend"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import { numbers } from "./months"
import reference from "./reference/trends.json"

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 })

describe("a trend", () => {
  test("agrees with R: lm, cor.test(kendall) exact and with ties, Sen's slope", () => {
    for (const wanted of reference.trends) {
      const series = numbers(wanted.values)
      const line = granted(linearTrend(series))
      expectClose(line.slope, wanted.slope)
      expectClose(line.start, wanted.start)
      expectClose(line.interval.low, wanted.low)
      expectClose(line.interval.high, wanted.high)
      expectClose(line.p, wanted.p)
      const kendall = granted(mannKendall(series))
      expect([kendall.s, kendall.method]).toEqual([wanted.s, wanted.exact ? "exact" : "normal"])
      expectClose(kendall.variance, wanted.variance, 1e-12)
      expectClose(kendall.z, wanted.z, 1e-12)
      expectClose(kendall.p, wanted.kendallP)
      const sen = granted(theilSen(series))
      expectClose(sen.slope, wanted.sen, 1e-12)
      expectClose(sen.interval.low, wanted.senLow, 1e-12)
      expectClose(sen.interval.high, wanted.senHigh, 1e-12)
    }
  })

  test("of ten rising values has S = 45 and z = 3.9355", () => {
    const found = granted(mannKendall(numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])))
    expect([found.s, found.variance]).toEqual([45, 125])
    expectClose(found.z, 3.9355, 5e-5)
    expectClose(found.p, 2 / 3_628_800, 1e-15)
  })

  test("has the p that counting every order of the values gives", () => {
    for (const order of [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
      [5, 3, 4, 1, 2],
      [1, 3, 2],
    ]) {
      const s = sOf(order)
      const all = ordersOf(order)
      const asExtreme = all.filter((other) => Math.abs(sOf(other)) >= Math.abs(s)).length
      expectClose(granted(mannKendall(numbers(order))).p, asExtreme / all.length, 1e-12)
    }
  })

  test("of values that are all alike is none", () => {
    const flat = numbers([94, 94, 94, 94])
    expect(granted(mannKendall(flat))).toMatchObject({ s: 0, variance: 0, z: 0, p: 1 })
    expect(granted(theilSen(flat))).toMatchObject({ slope: 0, interval: { low: 0, high: 0 } })
    expect(granted(linearTrend(flat))).toMatchObject({ slope: 0, p: 1 })
  })

  test("turned round in time changes only its sign, and does not mind the order of input", () => {
    fc.assert(
      fc.property(values, (all) => {
        const there = numbers(all)
        const back = numbers([...all].reverse())
        expect(granted(mannKendall(there)).s).toBe(0 - granted(mannKendall(back)).s || 0)
        expectClose(granted(theilSen(there)).slope, -granted(theilSen(back)).slope, 1e-12)
        expectClose(granted(linearTrend(there)).slope, -granted(linearTrend(back)).slope, 1e-9)
        expect(granted(linearTrend([...there].reverse()))).toEqual(granted(linearTrend(there)))
        const { slope, interval } = granted(theilSen(there))
        expect(interval.low <= slope && slope <= interval.high).toBe(true)
      }),
    )
  })

  test("is refused for two points, a gap, or what is no number", () => {
    for (const method of [linearTrend, mannKendall, theilSen]) {
      expect(refusal(method(numbers([1, 2])))).toBe("too-few-points")
      expect(refusal(method([]))).toBe("empty-series")
      expect(refusal(method(numbers([1, NaN, 3])))).toBe("not-a-number")
      expect(refusal(method(numbers([1, 2, 3, 4]).filter((_, i) => i !== 2)))).toBe("gap-in-series")
      expect(refusal(method([...numbers([1, 2, 3]), ...numbers([4])]))).toBe("duplicate-period")
    }
    expect(refusal(theilSen(numbers([1, 2, 3]), 2))).toBe("not-a-level")
  })
})

const sOf = (order: number[]): number =>
  order.reduce(
    (s, later, j) => s + order.slice(0, j).reduce((sum, one) => sum + Math.sign(later - one), 0),
    0,
  )

function ordersOf(members: number[]): number[][] {
  if (members.length < 2) return [members]
  return members.flatMap((one, i) =>
    ordersOf(members.filter((_, k) => k !== i)).map((rest) => [one, ...rest]),
  )
}
