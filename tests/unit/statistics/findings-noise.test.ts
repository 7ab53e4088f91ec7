import { describe, expect, test } from "vitest"
import { findFindings } from "~/domain/statistics/findings"
import { seededRandom } from "~/domain/statistics/seeded-random"
import { likelihoodZ } from "~/domain/statistics/shift-test"
import { makeOffice, PLAIN } from "../../bench/simulation-world"
import { granted } from "../../support/outcomes"

// Small, seeded runs of what tests/bench/simulation.ts does at length; its figures are in tests/bench/SIMULATION.md.
describe("the rule for findings, seeded", () => {
  test("proposes from ten years of noise less than once per item in two years", () => {
    const random = seededRandom(7)
    const offices = Array.from({ length: 4 }, () => makeOffice(PLAIN, 120, () => 0, random))
    const signals = offices.reduce(
      (sum, office) => sum + granted(findFindings(office)).findings.length,
      0,
    )
    expect(signals / (offices.length * PLAIN.items * 5)).toBeLessThan(0.2)
  })

  test("proposes a true fall of four points within three months in at least 80 of 100 offices", () => {
    const random = seededRandom(8)
    const fall = (item: number, month: number) => (item === 0 && month >= 24 ? -0.04 : 0)
    const caught = Array.from({ length: 100 }, () => {
      const { findings } = granted(findFindings(makeOffice(PLAIN, 27, fall, random)))
      return findings.some(
        (one) => one.item === "q01" && one.direction === "decline" && one.seenIn >= "103-01",
      )
    }).filter(Boolean).length
    expect(caught).toBeGreaterThanOrEqual(80)
  })

  test("proposes none of 40 items that nobody has ever complained about, however few answer", () => {
    const random = seededRandom(9)
    const quiet = makeOffice(
      { ...PLAIN, items: 40, answersPerMonth: 20, share: 0.9999 },
      60,
      () => 0,
      random,
    )
    expect(granted(findFindings(quiet)).findings).toEqual([])
  })
})

describe("the likelihood ratio at 94 %", () => {
  test("has about the tails it claims where the z test's lower tail is too heavy (all outcomes enumerated)", () => {
    const tails = tailsBeyond(3.29) // 0.0005 to each side
    expect(tails.likelihood.below).toBeGreaterThan(0.0003)
    expect(tails.likelihood.below).toBeLessThan(0.0006)
    expect(tails.likelihood.above).toBeLessThan(0.001)
    expect(tails.z.below).toBeGreaterThan(0.001)
  })
})

/** How often a month of 300 strays that far from a baseline of exactly 6,768 of 7,200, were it 94 % itself. */
function tailsBeyond(limit: number) {
  const before = { count: 6768, n: 7200 }
  const found = { likelihood: { below: 0, above: 0 }, z: { below: 0, above: 0 } }
  let probability = 0.94 ** 300
  for (let dissatisfied = 0; dissatisfied <= 300; dissatisfied++) {
    const after = { count: 300 - dissatisfied, n: 300 }
    const z = (after.count / 300 - 0.94) / Math.sqrt(0.94 * 0.06 * (1 / 300 + 1 / 7200))
    for (const [name, value] of [
      ["likelihood", likelihoodZ(before, after)],
      ["z", z],
    ] as const) {
      if (value < -limit) found[name].below += probability
      if (value > limit) found[name].above += probability
    }
    probability *= ((300 - dissatisfied) / (dissatisfied + 1)) * (0.06 / 0.94)
  }
  return found
}
