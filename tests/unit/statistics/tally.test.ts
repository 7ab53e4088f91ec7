import { describe, expect, test } from "vitest"
import { publishOverlapping } from "~/domain/statistics/suppression-overlapping"
import { isCrossed, segmentTicksOf, ticksOf } from "~/domain/statistics/tally"
import { tallyPlanOf } from "~/domain/survey/kinds/kinds"
import { granted } from "../../support/outcomes"

const PLAN = tallyPlanOf([
  { key: "overall", kind: "scale" },
  { key: "improve", kind: "multiple" },
  { key: "says", kind: "text" },
  { key: "age", kind: "choice", segment: true },
])
const read = (answers: Record<string, unknown>) =>
  ticksOf(PLAN, answers).map(({ item, option }) => `${item}/${option}`)

describe("what one response adds", () => {
  test("itself, each choice, a multiple choice's base, and that something was written", () => {
    expect(read({ overall: "na", improve: ["time", "way"], says: "太久", age: "old" })).toEqual([
      "*/*",
      "overall/na",
      "improve/*",
      "improve/time",
      "improve/way",
      "says/answered",
      "age/old",
    ])
  })

  test.each([
    ["nothing answered", {}],
    ["an item of another version", { other: "5" }],
    ["an empty text", { says: "  " }],
    ["nothing ticked", { improve: [] }],
    ["a value that is no answer", { overall: 5, age: null, improve: [1, {}], says: { a: 1 } }],
  ])("%s adds only itself", (_, answers) => expect(read(answers)).toEqual(["*/*"]))

  test("the same option twice counts once, and a single choice has one answer", () => {
    expect(read({ improve: ["time", "time"], overall: ["5", "4"] })).toEqual([
      "*/*",
      "improve/*",
      "improve/time",
      "overall/5",
    ])
  })

  test("a segment is crossed with everything but itself and texts", () => {
    const ticks = ticksOf(PLAN, { overall: "5", says: "x", age: "old" })
    const [segment] = segmentTicksOf(PLAN, ticks)
    expect(
      ticks.filter((tick) => segment && isCrossed(PLAN, segment, tick)).map(({ item }) => item),
    ).toEqual(["*", "overall"])
  })
})

describe("a multiple choice by group", () => {
  test("large counts are shown with the number who answered", () => {
    expect(
      granted(
        publishOverlapping(
          [40, 60],
          [
            [20, 30],
            [10, 50],
          ],
        ),
      ),
    ).toEqual({
      cells: [
        [20, 30],
        [10, 50],
      ],
      rowTotals: [40, 60],
      columnTotals: [30, 80],
      total: 100,
    })
  })

  test("a group of three is hidden with another one, and with all their cells", () => {
    const table = granted(
      publishOverlapping(
        [3, 60, 90],
        [
          [1, 2],
          [30, 30],
          [40, 50],
        ],
      ),
    )
    expect(table.rowTotals[0]).toBeNull()
    expect(table.rowTotals.filter((total) => total === null).length).toBeGreaterThanOrEqual(2)
    table.rowTotals.forEach(
      (total, i) => total === null && expect(table.cells[i]).toEqual([null, null]),
    )
  })

  test("few who did not tick are as few as few who did", () => {
    const table = granted(publishOverlapping([40, 60], [[38], [30]]))
    expect(table.cells[0]).toEqual([null])
  })

  test("more ticks than people is refused", () => {
    expect(publishOverlapping([3], [[4]])).toMatchObject({ problems: [{ code: "not-a-count" }] })
    expect(publishOverlapping([], [])).toMatchObject({ problems: [{ code: "no-cells" }] })
  })
})
