import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { costOfWeights, rake, type RakingCell } from "~/domain/statistics/raking"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

const sexes = (women: number, men: number): RakingCell[] => [
  { traits: { sex: "f" }, count: women },
  { traits: { sex: "m" }, count: men },
]
const half = { sex: { f: 0.5, m: 0.5 } }

describe("raking weights", () => {
  test("agree with survey::rake in R", () => {
    const { cells, targets, weights, designEffect, effectiveN } = reference.raking
    const found = granted(rake(cells, targets))
    found.weights.forEach((weight, i) => expectClose(weight, weights[i] ?? NaN, 1e-8))
    expectClose(found.designEffect, designEffect, 1e-8)
    expectClose(found.effectiveN, effectiveN, 1e-8)
  })

  test("of 75 women and 25 men to half and half cost a quarter of the answers", () => {
    const found = granted(rake(sexes(75, 25), half))
    expectClose(found.weights[0] ?? null, 2 / 3, 1e-12)
    expectClose(found.weights[1] ?? null, 2, 1e-12)
    expectClose(found.designEffect, 4 / 3, 1e-12)
    expectClose(found.effectiveN, 75, 1e-12)
  })

  test("are all 1 where the sample is like the population, and change nothing", () => {
    const found = granted(rake(sexes(40, 40), half))
    expect(found).toEqual({ weights: [1, 1], designEffect: 1, effectiveN: 80, rounds: 1 })
  })

  test("that are all alike have no design effect, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (count, w) => {
          const cost = costOfWeights([{ count }, { count: 7 }], [w, w])
          expectClose(cost.designEffect, 1, 1e-12)
          expectClose(cost.effectiveN, count + 7, 1e-9)
        },
      ),
    )
  })

  test("never save answers, keep their mean at 1, and do not mind the order of cells", () => {
    const count = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(
        count,
        count,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (women, men, f) => {
          const targets = { sex: { f, m: 1 - f } }
          const found = granted(rake(sexes(women, men), targets))
          const [w = 0, m = 0] = found.weights
          expectClose((w * women + m * men) / (women + men), 1, 1e-9)
          expect(found.designEffect).toBeGreaterThan(1 - 1e-9)
          const turned = granted(rake(sexes(women, men).reverse(), targets)).weights.reverse()
          turned.forEach((weight, i) => expectClose(weight, found.weights[i] ?? NaN, 1e-9))
        },
      ),
    )
  })

  test("can be trimmed while the margins are still met", () => {
    const { cells, targets } = reference.raking
    const found = granted(rake(cells, targets, { largestWeight: 2.4 }))
    expect(Math.max(...found.weights)).toBeLessThanOrEqual(2.4 + 1e-9)
    const women = cells.reduce(
      (sum, c, i) => sum + (c.traits.sex === "f" ? c.count * (found.weights[i] ?? 0) : 0),
      0,
    )
    expectClose(women / 128, 0.51, 1e-9)
    expect(found.designEffect).toBeLessThan(granted(rake(cells, targets)).designEffect)
  })

  test("are refused where trimming makes the margins impossible", () => {
    expect(refusal(rake(sexes(75, 25), half, { largestWeight: 1.5 }))).toBe(
      "weights-did-not-converge",
    )
  })

  test("are refused where two margins contradict each other in the sample", () => {
    const cells = [
      { traits: { sex: "f", age: "old" }, count: 10 },
      { traits: { sex: "m", age: "young" }, count: 10 },
    ]
    const targets = { sex: { f: 0.5, m: 0.5 }, age: { old: 0.2, young: 0.8 } }
    expect(refusal(rake(cells, targets))).toBe("weights-did-not-converge")
  })

  test.each([
    [sexes(NaN, 3), half, "not-a-count"],
    [sexes(-1, 3), half, "not-a-count"],
    [sexes(0, 0), half, "no-answers"],
    [sexes(3, 0), half, "empty-category"],
    [sexes(3, 3), { sex: { f: 0.5, m: 0.4 } }, "shares-do-not-add-up"],
    [sexes(3, 3), { sex: { f: 1.5, m: -0.5 } }, "shares-do-not-add-up"],
    [sexes(3, 3), { sex: { f: 1, x: 0 } }, "category-without-target"],
    [sexes(3, 3), { age: { old: 1 } }, "category-without-target"],
  ])("are refused for %j to %j: %s", (cells, targets, code) => {
    expect(refusal(rake(cells, targets))).toBe(code)
  })

  test("are refused for a limit below the mean", () => {
    expect(refusal(rake(sexes(3, 3), half, { largestWeight: 0.5 }))).toBe("not-a-limit")
  })
})
