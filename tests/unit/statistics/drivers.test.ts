import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { averageRanks, pearson, spearman } from "~/domain/statistics/correlation"
import { type DriverColumns, findDrivers } from "~/domain/statistics/drivers"
import { seededRandom } from "~/domain/statistics/seeded-random"
import { shapleyShares } from "~/domain/statistics/shapley"
import { granted } from "../../support/outcomes"
import reference from "./reference/b-reference.json"

const COLUMNS: DriverColumns = {
  items: [
    { key: "a", scores: reference.scores_a },
    { key: "b", scores: reference.scores_b },
    { key: "c", scores: reference.scores_c },
    { key: "d", scores: reference.scores_d },
  ],
  overall: reference.overall,
}
const drivers = (columns = COLUMNS, seed = 1) => granted(findDrivers(columns, seededRandom(seed)))

describe("against R", () => {
  test("Shapley shares are those of lm() over every order of the items, and add up to R²", () => {
    const found = drivers()
    found.drivers.forEach(({ share }, i) => expect(share).toBeCloseTo(reference.lmg[i] ?? NaN, 12))
    expect(found.rSquared).toBeCloseTo(reference.rSquared[0] ?? NaN, 12)
  })

  test("Spearman's ρ is cor(method = 'spearman')", () => {
    drivers().drivers.forEach((driver, i) =>
      expect(driver.spearman).toBeCloseTo(reference.spearman[i] ?? NaN, 12),
    )
  })

  test("bootstrap intervals are those of 4,000 resamples in R, within their own random error", () => {
    const found = granted(findDrivers(COLUMNS, seededRandom(7), { resamples: 2000 })).drivers
    const [a, d] = [found[0]?.spearmanInterval, found[3]?.spearmanInterval]
    expect(
      [a?.low, a?.high].map(
        (end, i) => Math.abs((end ?? NaN) - (reference.spearmanBootA[i] ?? NaN)) < 0.04,
      ),
    ).toEqual([true, true])
    expect(
      [d?.low, d?.high].map(
        (end, i) => Math.abs((end ?? NaN) - (reference.spearmanBootD[i] ?? NaN)) < 0.04,
      ),
    ).toEqual([true, true])
  })

  test("ties share the mean of their ranks", () => {
    expect(averageRanks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4])
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12)
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull()
  })
})

describe("what must hold", () => {
  test("the same seed gives the same intervals, another seed nearly the same", () => {
    expect(drivers()).toEqual(drivers())
    expect(drivers(COLUMNS, 2)).not.toEqual(drivers())
  })

  test("uncorrelated items carry the square of their own correlation", () => {
    const [first, second] = shapleyShares(
      [
        [1, 0],
        [0, 1],
      ],
      [0.6, 0.3],
    )
    expect(first).toBeCloseTo(0.36, 12)
    expect(second).toBeCloseTo(0.09, 12)
  })

  test("two items that say the same share alike what one would carry", () => {
    const shares = shapleyShares(
      [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
      [0.6, 0.6, 0.3],
    )
    expect(shares[0]).toBeCloseTo(0.18, 12)
    expect(shares[1]).toBeCloseTo(0.18, 12)
    expect(shares[2]).toBeCloseTo(0.09, 12)
  })

  test("shares are never negative and add up to R², whatever the scores", () => {
    const rows = fc.array(
      fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 5 }))),
      { minLength: 30, maxLength: 60 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const column = (i: number) => given.map((row) => row[i] ?? 0)
        const columns = {
          items: [0, 1, 2].map((i) => ({ key: `q${i}`, scores: column(i) })),
          overall: column(3),
        }
        const outcome = findDrivers(columns, seededRandom(1), { resamples: 2 })
        if (!outcome.ok) return
        const sum = outcome.value.drivers.reduce((total, { share }) => total + share, 0)
        expect(sum).toBeCloseTo(outcome.value.rSquared, 9)
        expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        for (const { share } of outcome.value.drivers) expect(share).toBeGreaterThanOrEqual(-1e-9)
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  test("only complete respondents count, and n says how many", () => {
    const scores = reference.scores_a.map((score, i) => (i < 5 ? null : score))
    expect(drivers({ ...COLUMNS, items: [{ key: "a", scores }] }).n).toBe(55)
  })

  test("an item everybody answers alike carries nothing and has no ρ", () => {
    const flat = { key: "flat", scores: reference.overall.map(() => 4) }
    const found = drivers({ ...COLUMNS, items: [...COLUMNS.items, flat] }).drivers.at(-1)
    expect(found).toMatchObject({ share: 0, spearman: null, spearmanInterval: null })
  })
})

const item = (scores: (number | null)[]) => [{ key: "a", scores }]
const thirty = Array.from({ length: 30 }, (_, i) => (i % 5) + 1)

test.each([
  ["no-items", { items: [], overall: [1] }],
  [
    "too-many-items",
    { items: Array.from({ length: 15 }, () => ({ key: "a", scores: [1] })), overall: [1] },
  ],
  ["uneven-columns", { items: item([1, 2]), overall: [1] }],
  ["not-a-score", { items: item([NaN]), overall: [1] }],
  ["not-a-score", { items: item([1]), overall: [Infinity] }],
  ["too-few-answers", { items: item(thirty.slice(1)), overall: thirty.slice(1) }],
  ["no-variation", { items: item(thirty), overall: thirty.map(() => 5) }],
])("refuses with %s", (code, columns) => {
  expect(findDrivers(columns, seededRandom(1))).toMatchObject({ ok: false, problems: [{ code }] })
})

test("thirty complete answers are enough", () => {
  expect(
    findDrivers({ items: item(thirty), overall: thirty }, seededRandom(1), { resamples: 5 }).ok,
  ).toBe(true)
})
