import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type ScaleTally, summariseScale } from "~/domain/statistics/scale"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

/** Counts from the best level down. */
const tally = (counts: number[], notApplicable = 0): ScaleTally => ({
  levels: counts.map((count, i) => ({ score: counts.length - i, count })),
  notApplicable,
})

describe("a scale", () => {
  test("agrees with R's mean, sd and t.test", () => {
    for (const wanted of reference.scales) {
      const summary = granted(summariseScale(tally(wanted.counts)))
      expectClose(summary.mean, wanted.mean, 1e-12)
      expectClose(summary.standardDeviation, wanted.sd, 1e-12)
      expectClose(summary.meanInterval?.low ?? null, wanted.low)
      expectClose(summary.meanInterval?.high ?? null, wanted.high)
      expectClose(summary.score100, wanted.score100, 1e-12)
    }
  })

  test("counts 滿意度 as the two best levels, with 普通 apart and 不適用 in no base", () => {
    const summary = granted(summariseScale(tally([60, 34, 4, 1, 1], 12)))
    expect(summary.n).toBe(100)
    expect(summary.notApplicable).toBe(12)
    expect([summary.topBox.value, summary.satisfied.value]).toEqual([0.6, 0.94])
    expect([summary.neutral?.count, summary.dissatisfied.count]).toEqual([4, 2])
    expect(summary.levels.map((one) => one.score)).toEqual([5, 4, 3, 2, 1])
    expect(summary.mean).toBeCloseTo(4.51, 12)
    expect(summary.score100).toBeCloseTo(87.75, 12)
  })

  test("of four levels has no neutral one", () => {
    const summary = granted(summariseScale(tally([10, 20, 5, 2])))
    expect(summary.neutral).toBeNull()
    expect([summary.satisfied.count, summary.dissatisfied.count]).toEqual([30, 7])
  })

  test("has no interval of the mean for one answer, or when all answer alike", () => {
    const single = granted(summariseScale(tally([0, 1, 0, 0, 0])))
    expect([single.mean, single.standardDeviation, single.meanInterval]).toEqual([4, null, null])
    const alike = granted(summariseScale(tally([50, 0, 0, 0, 0])))
    expect([alike.standardDeviation, alike.meanInterval, alike.score100Interval]).toEqual([
      0,
      null,
      null,
    ])
    expect(alike.satisfied.interval.low).toBeLessThan(0.95)
  })

  test.each<[ScaleTally, string]>([
    [tally([0, 0, 0, 0, 0], 30), "no-answers"],
    [tally([1, 2, -3, 0, 0]), "not-a-count"],
    [tally([1, NaN, 3, 0, 0]), "not-a-count"],
    [tally([1, 2, 3, 4, 5], -1), "not-a-count"],
    [tally([1, 2, 3]), "not-a-scale"],
    [
      { levels: [5, 4, 3, 1].map((score) => ({ score, count: 1 })), notApplicable: 0 },
      "not-a-scale",
    ],
    [
      { levels: [4, 4, 3, 2].map((score) => ({ score, count: 1 })), notApplicable: 0 },
      "not-a-scale",
    ],
    [{ levels: [], notApplicable: 0 }, "not-a-scale"],
  ])("is refused for %j: %s", (bad, code) => {
    expect(refusal(summariseScale(bad))).toBe(code)
  })

  const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 5, maxLength: 5 })
  const answered = counts.filter((all) => all.some((count) => count > 0))

  test("does not mind the order of its levels, nor what did not apply", () => {
    fc.assert(
      fc.property(answered, fc.nat(100), (all, notApplicable) => {
        const plain = tally(all)
        const turned = { levels: [...plain.levels].reverse(), notApplicable }
        expect({ ...granted(summariseScale(turned)), notApplicable: 0 }).toEqual(
          granted(summariseScale(plain)),
        )
      }),
    )
  })

  test("turned upside down is its mirror image", () => {
    fc.assert(
      fc.property(answered, (all) => {
        const one = granted(summariseScale(tally(all)))
        const other = granted(summariseScale(tally([...all].reverse())))
        expectClose(one.score100, 100 - other.score100, 1e-10)
        expect(one.satisfied).toEqual(other.dissatisfied)
        expect(one.satisfied.count + (one.neutral?.count ?? 0) + one.dissatisfied.count).toBe(one.n)
      }),
    )
  })
})
