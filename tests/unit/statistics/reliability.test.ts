import { describe, expect, test } from "vitest"
import { nonResponseByItem, straightLining } from "~/domain/statistics/answer-quality"
import { cronbachAlpha } from "~/domain/statistics/reliability"
import { granted } from "../../support/outcomes"
import reference from "./reference/b-reference.json"

const KEYS = ["a", "b", "c", "d"]
const ROWS = reference.scores_a.map((a, i) => [
  a,
  reference.scores_b[i] ?? 0,
  reference.scores_c[i] ?? 0,
  reference.scores_d[i] ?? 0,
])

describe("Cronbach's α against R", () => {
  test("α and Feldt's interval", () => {
    const { alpha, interval, n } = granted(cronbachAlpha(KEYS, ROWS))
    expect(n).toBe(60)
    expect(alpha).toBeCloseTo(reference.alpha[0] ?? NaN, 12)
    expect(interval.low).toBeCloseTo(reference.feldt[0] ?? NaN, 9)
    expect(interval.high).toBeCloseTo(reference.feldt[1] ?? NaN, 9)
  })

  test("each item's correlation with the rest, and α without it", () => {
    granted(cronbachAlpha(KEYS, ROWS)).items.forEach(({ withRest, alphaWithout }, i) => {
      expect(withRest).toBeCloseTo(reference.itemRest[i] ?? NaN, 12)
      expect(alphaWithout).toBeCloseTo(reference.alphaWithout[i] ?? NaN, 12)
    })
  })

  test("five respondents and two items", () => {
    const { alpha, interval } = granted(
      cronbachAlpha(
        ["a", "b"],
        ROWS.slice(0, 5).map((row) => row.slice(0, 2)),
      ),
    )
    expect(alpha).toBeCloseTo(reference.alphaTiny[0] ?? NaN, 12)
    expect(interval.low).toBeCloseTo(reference.alphaTiny[1] ?? NaN, 9)
    expect(interval.high).toBeCloseTo(reference.alphaTiny[2] ?? NaN, 9)
  })

  test("the example of the file", () => {
    expect(
      granted(
        cronbachAlpha(
          ["x", "y"],
          [
            [5, 4],
            [3, 3],
            [4, 4],
            [2, 1],
          ],
        ),
      ).alpha,
    ).toBeCloseTo(0.9523809523809523, 12)
  })

  test("two items have no α without one of them; incomplete rows are left out", () => {
    const result = granted(
      cronbachAlpha(
        ["x", "y"],
        [
          [5, 4],
          [3, 3],
          [4, null],
          [2, 1],
        ],
      ),
    )
    expect(result.n).toBe(3)
    expect(result.items.map(({ alphaWithout }) => alphaWithout)).toEqual([null, null])
  })
})

test.each([
  ["too-few-items", ["a"], [[1], [2], [3]]],
  ["uneven-columns", ["a", "b"], [[1, 2], [3]]],
  [
    "not-a-score",
    ["a", "b"],
    [
      [1, NaN],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    "too-few-answers",
    ["a", "b"],
    [
      [1, 2],
      [2, 3],
    ],
  ],
  ["too-few-answers", ["a", "b"], []],
  [
    "no-variation",
    ["a", "b"],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  ],
])("α refuses with %s", (code, keys, rows) => {
  expect(cronbachAlpha(keys, rows)).toMatchObject({ ok: false, problems: [{ code }] })
})

describe("straight lines", () => {
  test("one of two with four answers each gave the same everywhere; three answers are no line", () => {
    const rows = [
      ["5", "5", "5", "5"],
      ["5", "4", "5", "5"],
      ["5", "5", "5", "skipped"],
      ["4", "4", "not-asked", "4"],
    ]
    expect(granted(straightLining(rows))).toMatchObject({ count: 1, n: 2, value: 0.5 })
  })

  test("skipped places do not break a line of four", () => {
    expect(granted(straightLining([["5", "skipped", "5", "5", "5"]]))).toMatchObject({
      count: 1,
      n: 1,
    })
  })

  test("nobody with four answers is refused", () => {
    expect(straightLining([["5", "5", "5"]])).toMatchObject({
      ok: false,
      problems: [{ code: "no-answers" }],
    })
  })
})

describe("items left out", () => {
  test("of those asked, how many skipped; not asked is in no base", () => {
    const rows = [
      ["5", "not-asked"],
      ["skipped", "not-asked"],
      ["4", "skipped"],
      ["3", "a"],
    ]
    const [first, second] = granted(nonResponseByItem(["q1", "q2"], rows))
    expect(first).toMatchObject({ key: "q1", asked: 4, skipped: { count: 1, n: 4 } })
    expect(second).toMatchObject({ key: "q2", asked: 2, skipped: { count: 1, n: 2 } })
  })

  test("an item nobody was asked has no rate; no rows and uneven rows are refused", () => {
    expect(granted(nonResponseByItem(["q1"], [["not-asked"]]))).toEqual([
      { key: "q1", asked: 0, skipped: null },
    ])
    expect(nonResponseByItem(["q1"], [])).toMatchObject({ problems: [{ code: "no-answers" }] })
    expect(nonResponseByItem(["q1"], [["5", "5"]])).toMatchObject({
      problems: [{ code: "uneven-columns" }],
    })
  })
})
