import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { holds, zOfLevel } from "~/domain/statistics/interval"
import { differenceOf, proportionOf, testDifference } from "~/domain/statistics/proportion"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

const percent = (share: number) => Number((share * 100).toFixed(1))

const counted = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))

describe("a share", () => {
  test("agrees with R's prop.test at 90, 95 and 99 %, none and all of n and n = 1 among them", () => {
    for (const { count, n, level, low, high } of reference.wilson) {
      const { interval } = granted(proportionOf({ count, n }, level))
      expectClose(interval.low, low, 1e-12)
      expectClose(interval.high, high, 1e-12)
    }
  })

  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("agrees with Newcombe 1998, table I: %d of %d", (count, n, low, high) => {
    const { interval } = granted(proportionOf({ count, n }))
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([
      low.toFixed(4),
      high.toFixed(4),
    ])
  })

  test.each([
    [47, 50, 83.8, 97.9],
    [94, 100, 87.5, 97.2],
    [282, 300, 90.7, 96.2],
    [940, 1000, 92.4, 95.3],
  ])("of 94 %%: %d of %d lies between %d and %d", (count, n, low, high) => {
    const { interval } = granted(proportionOf({ count, n }))
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high])
  })

  test.each([
    [NaN, 10, "not-a-count"],
    [3, Infinity, "not-a-count"],
    [-1, 10, "not-a-count"],
    [2.5, 10, "not-a-count"],
    [11, 10, "count-exceeds-n"],
    [0, 0, "no-answers"],
  ])("is refused for %d of %d: %s", (count, n, code) => {
    expect(refusal(proportionOf({ count, n }))).toBe(code)
  })

  test.each([0, 1, -0.1, NaN])("is refused at a level of %d", (level) => {
    expect(refusal(proportionOf({ count: 1, n: 2 }, level))).toBe("not-a-level")
  })

  test("lies in its interval, and the share of the others is its mirror image", () => {
    fc.assert(
      fc.property(
        counted,
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        ({ count, n }, level) => {
          const one = granted(proportionOf({ count, n }, level))
          const other = granted(proportionOf({ count: n - count, n }, level))
          expect(holds(one.interval, one.value)).toBe(true)
          expectClose(one.interval.low, 1 - other.interval.high, 1e-12)
          expect(one.interval.low).toBeGreaterThanOrEqual(0)
          expect(one.interval.high).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test("is surer with ten times the answers", () => {
    fc.assert(
      fc.property(counted, ({ count, n }) => {
        const few = granted(proportionOf({ count, n })).interval
        const many = granted(proportionOf({ count: count * 10, n: n * 10 })).interval
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  test("is held by its interval about 95 times in 100 (all outcomes enumerated, 6 % of 50, 100 and 300)", () => {
    for (const n of [50, 100, 300]) {
      const coverage = outcomesOf(n, 0.06)
        .filter((_, count) => holds(granted(proportionOf({ count, n })).interval, 0.06))
        .reduce((sum, probability) => sum + probability, 0)
      expect(coverage).toBeGreaterThan(0.93)
      expect(coverage).toBeLessThan(0.98)
    }
  })
})

/** The binomial probabilities of 0 … n, by multiplication alone. */
function outcomesOf(n: number, share: number): number[] {
  const probabilities = [(1 - share) ** n]
  for (let k = 1; k <= n; k++) {
    probabilities.push((probabilities[k - 1] ?? 0) * ((n - k + 1) / k) * (share / (1 - share)))
  }
  return probabilities
}

function fraction(text: string): { count: number; n: number } {
  const [count = NaN, n = NaN] = text.split("/").map(Number)
  return { count, n }
}

describe("a difference", () => {
  test("agrees with R: interval, z and p, empty and full groups among them", () => {
    for (const wanted of reference.differences) {
      const { value, interval } = granted(differenceOf(wanted.before, wanted.after))
      expectClose(value, wanted.value, 1e-12)
      expectClose(interval.low, Math.max(-1, wanted.low), 1e-12)
      expectClose(interval.high, Math.min(1, wanted.high), 1e-12)
      const { z, p } = granted(testDifference(wanted.before, wanted.after))
      expectClose(z * z, wanted.chiSquare)
      expectClose(p, wanted.p)
    }
  })

  test.each([
    ["56/70", "48/80", 0.0524, 0.3339],
    ["9/10", "3/10", 0.1705, 0.809],
    ["6/7", "2/7", 0.0582, 0.8062],
    ["5/56", "0/29", -0.0381, 0.1926],
    ["0/10", "0/20", -0.1611, 0.2775],
    ["10/10", "0/10", 0.6075, 1],
  ])("agrees with Newcombe 1998, table II: %s less %s", (after, before, low, high) => {
    const { interval } = granted(differenceOf(fraction(before), fraction(after)))
    expectClose(interval.low, low, 5e-5)
    expectClose(interval.high, high, 5e-5)
  })

  test("turns its sign when the groups change places", () => {
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const there = granted(differenceOf(one, other))
        const back = granted(differenceOf(other, one))
        expect(holds(there.interval, there.value)).toBe(true)
        expectClose(there.interval.low, -back.interval.high, 1e-12)
        expectClose(
          granted(testDifference(one, other)).z,
          -granted(testDifference(other, one)).z,
          1e-9,
        )
      }),
    )
  })

  test("names the group that is empty", () => {
    const refused = differenceOf({ count: 3, n: 4 }, { count: 0, n: 0 })
    expect(refused).toEqual({ ok: false, problems: [{ code: "no-answers", field: "after" }] })
    expect(refusal(testDifference({ count: 5, n: 4 }, { count: 0, n: 1 }))).toBe("count-exceeds-n")
  })

  test("is none when everybody is satisfied in both", () => {
    expect(granted(testDifference({ count: 5, n: 5 }, { count: 90, n: 90 }))).toEqual({
      z: 0,
      p: 1,
    })
  })
})

test("a level of 95 % reaches 1.96 standard errors", () => {
  expectClose(zOfLevel(0.95), 1.959963984540054, 1e-14)
})
