import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { testIndependence } from "~/domain/statistics/contingency"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

const cell = fc.integer({ min: 0, max: 12 })
const table = fc
  .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
  .filter((rows) => rows.every((row) => row.some((count) => count > 0)))
  .filter((rows) => [0, 1, 2].filter((j) => rows.some((row) => (row[j] ?? 0) > 0)).length > 1)

describe("a table of groups and answers", () => {
  test("agrees with R's chisq.test and fisher.test up to three by five", () => {
    for (const wanted of reference.independence) {
      const found = granted(testIndependence(wanted.table))
      expectClose(found.statistic, wanted.statistic)
      expectClose(found.smallestExpected, wanted.smallestExpected, 1e-12)
      expect([found.method, found.df]).toEqual([wanted.method, wanted.df])
      expectClose(found.p, wanted.p, 1e-8)
    }
  })

  test("gives the lady tasting tea her 34 chances in 70", () => {
    const found = granted(
      testIndependence([
        [3, 1],
        [1, 3],
      ]),
    )
    expectClose(found.p, 34 / 70, 1e-12)
  })

  test("agrees with counting every arrangement of the people by hand", () => {
    for (const rows of [
      [
        [2, 0],
        [1, 3],
      ],
      [
        [0, 3],
        [3, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [3, 0],
        [0, 3],
      ],
    ]) {
      expectClose(granted(testIndependence(rows)).p, enumerated(rows), 1e-12)
    }
  })

  test("says with a caution that the exact test was too large", () => {
    const large = Array.from({ length: 6 }, (_, i) => [2, 30 + i, 40, 25, 18])
    const found = granted(testIndependence(large))
    expect([found.method, found.caution]).toEqual(["chi-square", "small-expected-counts"])
  })

  test("leaves out an answer that nobody gave", () => {
    const plain = granted(
      testIndependence([
        [30, 20],
        [10, 40],
      ]),
    )
    expect(
      granted(
        testIndependence([
          [30, 0, 20],
          [10, 0, 40],
        ]),
      ),
    ).toEqual(plain)
  })

  test("says how strong: 1 when the group decides the answer, 0 when it does not matter", () => {
    expectClose(
      granted(
        testIndependence([
          [50, 0],
          [0, 50],
        ]),
      ).strength,
      1,
      1e-12,
    )
    expect(
      granted(
        testIndependence([
          [50, 50],
          [20, 20],
        ]),
      ).strength,
    ).toBe(0)
  })

  test.each<[number[][], string]>([
    [
      [
        [1, 2],
        [3, NaN],
      ],
      "not-a-count",
    ],
    [
      [
        [1, 2],
        [3, -1],
      ],
      "not-a-count",
    ],
    [[[1, 2]], "not-a-table"],
    [[[1], [2]], "not-a-table"],
    [[[1, 2], [3]], "not-a-table"],
    [[], "not-a-table"],
    [
      [
        [1, 2],
        [0, 0],
      ],
      "empty-group",
    ],
    [
      [
        [5, 0],
        [9, 0],
      ],
      "all-answers-alike",
    ],
  ])("%j is refused: %s", (bad, code) => {
    expect(refusal(testIndependence(bad))).toBe(code)
  })

  test("does not mind the order of groups or answers", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const plain = granted(testIndependence(rows))
        const turned = granted(
          testIndependence([...rows].reverse().map((row) => [...row].reverse())),
        )
        expectClose(turned.p, plain.p, 1e-9)
        expectClose(turned.statistic, plain.statistic, 1e-9)
        expect(plain.p).toBeGreaterThan(0)
        expect(plain.p).toBeLessThanOrEqual(1)
      }),
    )
  })
})

/** Gives the answers to the people in every possible order and counts how often a table as unlikely, or unlikelier, comes out. */
function enumerated(rows: number[][]): number {
  const [a = 0, b = 0] = rows[0] ?? []
  const [c = 0, d = 0] = rows[1] ?? []
  const people = a + b + c + d
  const ways = new Map<number, number>()
  for (let chosen = 0; chosen < 2 ** people; chosen++) {
    const yes = Array.from({ length: people }, (_, i) => (chosen >> i) & 1)
    if (yes.filter(Boolean).length !== a + c) continue
    const inFirst = yes.slice(0, a + b).filter(Boolean).length
    ways.set(inFirst, (ways.get(inFirst) ?? 0) + 1)
  }
  const all = [...ways.values()].reduce((sum, count) => sum + count, 0)
  const seen = ways.get(a) ?? 0
  return (
    [...ways.values()].filter((count) => count <= seen).reduce((sum, count) => sum + count, 0) / all
  )
}
