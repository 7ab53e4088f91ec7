import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { publishTable, type PublishedTable } from "~/domain/statistics/suppression"

/** Every 2×n table of whole, non-negative numbers up to `most` that looks the same when published. */
function tablesThatLookLike(published: PublishedTable, most: number): number[][][] {
  const shape = published.cells
  const width = shape[0]?.length ?? 0
  const flat = shape.flat()
  const found: number[][][] = []
  const agrees = (sum: number, shown: number | null | undefined) =>
    typeof shown !== "number" || sum === shown
  const fill = (values: number[]) => {
    const done = values.length / width
    if (Number.isInteger(done) && done > 0) {
      const row = values.slice(-width).reduce((a, b) => a + b, 0)
      if (!agrees(row, published.rowTotals[done - 1])) return
    }
    if (values.length === flat.length) {
      const rows = shape.map((_, i) => values.slice(i * width, (i + 1) * width))
      const rowSums = rows.map((row) => row.reduce((a, b) => a + b, 0))
      const fits =
        rowSums.every((sum, i) => agrees(sum, published.rowTotals[i])) &&
        agrees(
          rowSums.reduce((a, b) => a + b, 0),
          published.total,
        ) &&
        Array.from({ length: width }).every((_, j) =>
          agrees(
            rows.reduce((sum, row) => sum + (row[j] ?? 0), 0),
            published.columnTotals[j],
          ),
        )
      if (fits) found.push(rows)
      return
    }
    const shown = flat[values.length]
    const options =
      typeof shown !== "number" ? Array.from({ length: most + 1 }, (_, v) => v) : [shown]
    for (const value of options) fill([...values, value])
  }
  fill([])
  return found
}

const publish = (...given: Parameters<typeof publishTable>): PublishedTable => {
  const outcome = publishTable(...given)
  if (!outcome.ok) throw new Error(outcome.problems[0]?.code)
  return outcome.value
}

const small = (value: number, k: number) => value > 0 && value < k
const table = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

describe("what may be shown of a table", () => {
  test("a table without small counts is shown whole", () => {
    expect(
      publish([
        [10, 20],
        [0, 40],
      ]),
    ).toEqual({
      cells: [
        [10, 20],
        [0, 40],
      ],
      rowTotals: [30, 40],
      columnTotals: [10, 60],
      total: 70,
    })
  })

  test("one small cell takes three others with it, and the totals stay", () => {
    expect(
      publish([
        [3, 20],
        [30, 40],
      ]),
    ).toEqual({
      cells: [
        [null, null],
        [null, null],
      ],
      rowTotals: [23, 70],
      columnTotals: [33, 60],
      total: 93,
    })
  })

  test("the cells hidden for company are the smallest that do", () => {
    const { cells } = publish([
      [3, 20, 90],
      [30, 40, 80],
      [6, 70, 60],
    ])
    expect(cells).toEqual([
      [null, null, 90],
      [null, null, 80],
      [6, 70, 60],
    ])
  })

  test("four is hidden, five is shown", () => {
    expect(
      publish([
        [5, 50],
        [50, 50],
      ]).cells[0],
    ).toEqual([5, 50])
    expect(
      publish([
        [4, 50],
        [50, 50],
      ]).cells[0],
    ).toEqual([null, null])
  })

  test("a table of fewer than five people shows nothing at all", () => {
    expect(
      publish([
        [1, 2],
        [0, 1],
      ]),
    ).toEqual({
      cells: [
        [null, null],
        [0, null],
      ],
      rowTotals: [null, null],
      columnTotals: [null, null],
      total: null,
    })
  })

  test(
    "whatever a reader adds and subtracts, every value from 1 to k − 1 stays possible",
    { timeout: 60_000 },
    () => {
      const shapes = fc.oneof(table(2, 2), table(2, 3))
      fc.assert(
        fc.property(shapes, fc.integer({ min: 2, max: 4 }), (counts, k) => {
          const published = publish(counts, null, k)
          const candidates = tablesThatLookLike(published, 12)
          counts.forEach((row, i) =>
            row.forEach((count, j) => {
              if (!small(count, k)) return
              const seen = new Set(candidates.map((candidate) => candidate[i]?.[j]))
              for (let value = 1; value < k; value++) expect(seen.has(value)).toBe(true)
            }),
          )
        }),
        { numRuns: 60, seed: 1 },
      )
    },
  )
})

describe("what may be shown after an earlier table", () => {
  test("a growth of two people is hidden although both counts are large", () => {
    const before = [
      [40, 60],
      [50, 70],
    ]
    const after = [
      [42, 80],
      [70, 95],
    ]
    const earlier = { counts: before, published: publish(before) }
    expect(earlier.published.cells).toEqual(before)
    expect(publish(after, earlier).cells).toEqual([
      [null, null],
      [null, null],
    ])
    expect(publish(after).cells).toEqual(after)
  })

  test("what was hidden stays hidden when it has grown", () => {
    const before = [
      [3, 20],
      [30, 40],
    ]
    const after = [
      [13, 40],
      [60, 80],
    ]
    expect(publish(after, { counts: before, published: publish(before) }).cells).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test("a count that shrank is refused: the earlier people must all be in the later table", () => {
    const before = [[9, 9]]
    const outcome = publishTable([[8, 9]], { counts: before, published: publish(before) })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "not-cumulative" }] })
  })

  test(
    "from both tables together no small growth and no small count can be worked out",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          table(2, 2),
          table(2, 2),
          fc.integer({ min: 2, max: 3 }),
          (before, growth, k) => {
            const after = before.map((row, i) =>
              row.map((count, j) => count + (growth[i]?.[j] ?? 0)),
            )
            const first = publish(before, null, k)
            const second = publish(after, { counts: before, published: first }, k)
            const earlier = tablesThatLookLike(first, 9)
            const later = tablesThatLookLike(second, 16)
            const pairs = earlier.flatMap((a) =>
              later
                .filter((b) => b.every((row, i) => row.every((v, j) => v >= (a[i]?.[j] ?? 0))))
                .map((b) => ({ a, b })),
            )
            after.forEach((row, i) =>
              row.forEach((count, j) => {
                const grown = new Set(pairs.map(({ a, b }) => (b[i]?.[j] ?? 0) - (a[i]?.[j] ?? 0)))
                const counted = new Set(pairs.map(({ b }) => b[i]?.[j]))
                for (let value = 1; value < k; value++) {
                  if (small(growth[i]?.[j] ?? 0, k)) expect(grown.has(value)).toBe(true)
                  if (small(count, k)) expect(counted.has(value)).toBe(true)
                }
              }),
            )
          },
        ),
        { numRuns: 100, seed: 2 },
      )
    },
  )
})

test.each([
  ["no-cells", [], 5],
  ["no-cells", [[]], 5],
  ["uneven-columns", [[1, 2], [3]], 5],
  ["not-a-count", [[-1]], 5],
  ["not-a-count", [[NaN]], 5],
  ["not-a-count", [[1.5]], 5],
  ["not-a-threshold", [[1]], 1],
])("refuses with %s", (code, counts, k) => {
  expect(publishTable(counts, null, k)).toMatchObject({ ok: false, problems: [{ code }] })
})
