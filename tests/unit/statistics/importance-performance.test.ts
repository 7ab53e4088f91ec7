import { describe, expect, test } from "vitest"
import { importancePerformance, rankApart } from "~/domain/statistics/importance-performance"
import { granted } from "../../support/outcomes"

const about = (value: number, half: number) => ({ value, low: value - half, high: value + half })

describe("the grid", () => {
  test("stands at the means of the items and puts only the sure ones into a quadrant", () => {
    const grid = granted(
      importancePerformance([
        { key: "waiting", importance: about(0.5, 0.05), performance: about(0.7, 0.02) },
        { key: "attitude", importance: about(0.5, 0.05), performance: about(0.95, 0.02) },
        { key: "signs", importance: about(0.1, 0.05), performance: about(0.7, 0.02) },
        { key: "volunteers", importance: about(0.1, 0.05), performance: about(0.95, 0.02) },
        { key: "hours", importance: about(0.3, 0.05), performance: about(0.825, 0.02) },
      ]),
    )
    expect(grid.crossHair.importance).toBeCloseTo(0.3, 12)
    expect(grid.crossHair.performance).toBeCloseTo(0.825, 12)
    expect(grid.items.map(({ quadrant }) => quadrant)).toEqual([
      "improve",
      "keep",
      "low-priority",
      "possible-overkill",
      "undecided",
    ])
  })

  test("an interval that ends on the line is undecided; one beyond it is not", () => {
    const far = { key: "far", importance: about(0.75, 0.125), performance: about(0.75, 0.125) }
    const onTheLine = {
      key: "near",
      importance: about(0.25, 0.25),
      performance: about(0.25, 0.125),
    }
    const grid = granted(importancePerformance([far, onTheLine]))
    expect(grid.items.map(({ quadrant }) => quadrant)).toEqual(["keep", "undecided"])
  })

  test("refuses one item alone, and a value outside its interval", () => {
    const one = { key: "a", importance: about(0.5, 0.1), performance: about(0.5, 0.1) }
    expect(importancePerformance([one])).toMatchObject({ problems: [{ code: "too-few-items" }] })
    for (const importance of [{ value: 1, low: 0, high: 0.5 }, about(NaN, 0.1)]) {
      expect(importancePerformance([one, { ...one, key: "b", importance }])).toMatchObject({
        problems: [{ code: "not-a-measure", field: "b" }],
      })
    }
  })
})

describe("places", () => {
  test("overlapping items share their places, separate ones have their own", () => {
    expect(
      rankApart([
        { key: "a", low: 0.4, high: 0.6 },
        { key: "b", low: 0.5, high: 0.7 },
        { key: "c", low: 0.1, high: 0.2 },
      ]),
    ).toEqual([
      { key: "a", best: 1, worst: 2 },
      { key: "b", best: 1, worst: 2 },
      { key: "c", best: 3, worst: 3 },
    ])
  })

  test("intervals that touch are not ranked", () => {
    expect(
      rankApart([
        { key: "a", low: 0.5, high: 0.6 },
        { key: "b", low: 0.4, high: 0.5 },
      ]).map(({ worst }) => worst),
    ).toEqual([2, 2])
  })

  test("nothing to rank", () => expect(rankApart([])).toEqual([]))
})
