import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type FindingRule,
  type WatchedSeries,
  LEVEL_SHIFT_RULE,
} from "~/domain/statistics/finding-rule"
import { findFindings } from "~/domain/statistics/findings"
import { likelihoodZ, overdispersionOf, testShift } from "~/domain/statistics/shift-test"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import { month, shares } from "./months"
import reference from "./reference/proportions.json"

/** 300 answers a month around 282 (94 %) that vary about as chance does. */
const usual = [
  282, 278, 286, 281, 284, 279, 283, 277, 285, 282, 280, 287, 281, 283, 279, 284, 278, 282, 286,
  280, 283, 281, 277, 285,
]

const item = (name: string, counts: readonly number[]): WatchedSeries => ({
  officeId: "zhongzheng",
  item: name,
  question: "您對等候時間是否滿意？",
  points: shares(counts, 300),
})

const findingsOf = (series: WatchedSeries[], rule?: FindingRule) =>
  granted(findFindings(series, rule)).findings

describe("a change of level", () => {
  test("has the likelihood ratio that R's glm gives", () => {
    for (const { before, after, likelihoodRatio } of reference.differences) {
      expectClose(likelihoodZ(before, after) ** 2, likelihoodRatio, 1e-6)
    }
  })
  test("has the interval and p of the example in its file", () => {
    const shift = testShift({ count: 6768, n: 7200 }, { count: 828, n: 900 })
    expect(
      [shift.estimate, shift.interval.low, shift.interval.high].map((v) => v.toFixed(3)),
    ).toEqual(["-0.020", "-0.040", "-0.003"])
    expect([shift.z.toFixed(2), shift.p.toFixed(3)]).toEqual(["-2.26", "0.024"])
  })
  test("is less certain where months vary more than chance, never more certain than chance allows", () => {
    const plain = testShift({ count: 6768, n: 7200 }, { count: 828, n: 900 })
    const noisy = testShift({ count: 6768, n: 7200 }, { count: 828, n: 900 }, 4)
    expectClose(noisy.z, plain.z / 2, 1e-12)
    expect(noisy.interval.low).toBeLessThan(plain.interval.low)
    expect(testShift({ count: 6768, n: 7200 }, { count: 828, n: 900 }, 0.2)).toEqual(plain)
    expect(overdispersionOf(shares([282, 282, 282], 300))).toBe(0)
    expect(overdispersionOf(shares([282], 300))).toBe(1)
  })
  test("has no z where nobody, or everybody, counts", () => {
    expect(likelihoodZ({ count: 5, n: 5 }, { count: 7, n: 7 })).toBe(0)
    expect(likelihoodZ({ count: 0, n: 5 }, { count: 0, n: 7 })).toBe(0)
  })
})

describe("findings", () => {
  const fallen = [...usual, 268, 270, 269]

  test("of steady months are none", () => {
    expect(findingsOf([item("waiting", usual), item("attitude", [...usual].reverse())])).toEqual([])
  })

  test("name a fall once, with its evidence", () => {
    const findings = findingsOf([
      item("waiting", fallen),
      item("attitude", [...usual, 282, 280, 284]),
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      signalKey: "zhongzheng:waiting:115-03:level-shift-1",
      officeId: "zhongzheng",
      item: "waiting",
      seenIn: "115-03",
      direction: "decline",
      evidence: {
        question: "您對等候時間是否滿意？",
        baselinePeriod: { to: "114-12" },
        isTrial: false,
        method: "likelihood-shift-bh",
        methodVersion: "level-shift-1",
      },
    })
    const { evidence } = findings[0]!
    expect(evidence.period.to).toBe("115-03")
    expect(evidence.interval.high).toBeLessThan(0)
    expectClose(evidence.value - evidence.baselineValue, evidence.estimate, 1e-12)
    expect(evidence.adjustedP).toBeGreaterThanOrEqual(evidence.p)
  })

  test("do not come again while the new level stays", () => {
    const stays = [...fallen, ...usual.map((count) => count - 12)]
    expect(findingsOf([item("waiting", stays)])).toHaveLength(1)
  })

  test("name the recovery when it comes", () => {
    const back = [...fallen, ...usual.slice(0, 9).map((count) => count - 12), ...usual]
    expect(findingsOf([item("waiting", back)]).map((one) => one.direction)).toEqual([
      "decline",
      "improvement",
    ])
  })

  test("keep the keys they had when later months arrive", () => {
    const before = findingsOf([item("waiting", fallen)]).map((one) => one.signalKey)
    const later = findingsOf([item("waiting", [...fallen, ...usual.map((count) => count - 12)])])
    expect(later.map((one) => one.signalKey).slice(0, before.length)).toEqual(before)
    expect(findingsOf([item("waiting", fallen)])).toEqual(findingsOf([item("waiting", fallen)]))
  })

  test("leave out what is certain but too small to matter, and what was seen before a month", () => {
    const fell = [item("waiting", fallen)]
    expect(findingsOf(fell, { ...LEVEL_SHIFT_RULE, smallestChange: 0.2 })).toEqual([])
    expect(findingsOf(fell, { ...LEVEL_SHIFT_RULE, since: month("115-03") })).toHaveLength(1)
    expect(findingsOf(fell, { ...LEVEL_SHIFT_RULE, since: month("115-04") })).toEqual([])
  })

  test("begin anew after a gap or a changed scale, and say on how few months they rest", () => {
    const points = shares([...usual.slice(0, 10), ...usual.slice(0, 8), 250], 300)
    const changed = points.map((point, i) => (i >= 10 ? { ...point, scale: "v2" } : point))
    const [finding] = findingsOf([{ ...item("waiting", []), points: changed }])
    expect(finding?.evidence.baselinePeriod).toEqual({ from: "113-11", to: "114-06" })
    expect(finding?.evidence.isTrial).toBe(true)
  })

  test("do not mind the order of items or months", () => {
    const series = [
      item("waiting", fallen),
      item("attitude", usual),
      item("speed", [...usual, 294, 293, 296]),
    ]
    const turned = [...series]
      .reverse()
      .map((one) => ({ ...one, points: [...one.points].reverse() }))
    expect(granted(findFindings(turned))).toEqual(granted(findFindings(series)))
  })

  test("of the share that is not satisfied are the mirror image", () => {
    const counts = fc.array(fc.integer({ min: 240, max: 300 }), { minLength: 20, maxLength: 30 })
    fc.assert(
      fc.property(counts, (all) => {
        const there = findingsOf([item("waiting", all)])
        const mirrored = findingsOf([
          item(
            "waiting",
            all.map((count) => 300 - count),
          ),
        ])
        expect(mirrored.map((one) => [one.signalKey, one.direction])).toEqual(
          there.map((one) => [
            one.signalKey,
            one.direction === "decline" ? "improvement" : "decline",
          ]),
        )
      }),
      { numRuns: 50 },
    )
  })

  test("of one office do not depend on another office", () => {
    const other = { ...item("waiting", usual), officeId: "shilin" }
    expect(findingsOf([item("waiting", fallen), other])).toEqual(
      findingsOf([item("waiting", fallen)]),
    )
  })
})

describe("what cannot be judged", () => {
  test("is named with the reason, while the others are judged", () => {
    const report = granted(
      findFindings([
        item("attitude", usual),
        item("new", usual.slice(0, 3)),
        item("never asked", []),
        item("wrong", [...usual.slice(0, 8), 301]),
        { ...item("twice", usual), points: [...shares(usual, 300), ...shares([1], 300)] },
      ]),
    )
    expect(report.findings).toEqual([])
    expect(report.notJudged.map((one) => [one.item, one.problem.code])).toEqual([
      ["never asked", "empty-series"],
      ["new", "too-few-periods"],
      ["twice", "duplicate-period"],
      ["wrong", "count-exceeds-n"],
    ])
  })

  test("as a whole is refused: no items, an item twice, a rule that makes no sense", () => {
    expect(refusal(findFindings([]))).toBe("empty-series")
    expect(refusal(findFindings([item("a", usual), item("a", usual)]))).toBe("duplicate-item")
    for (const wrong of [
      { windows: [] },
      { windows: [0] },
      { falseDiscoveryRate: NaN },
      { mostBaselineMonths: 2 },
    ]) {
      expect(refusal(findFindings([item("a", usual)], { ...LEVEL_SHIFT_RULE, ...wrong }))).toBe(
        "not-a-rule",
      )
    }
  })
})
