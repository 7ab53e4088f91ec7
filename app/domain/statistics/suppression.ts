/**
 * Answers: which cells of a table must stay empty so that nobody in a small group can be recognised?
 * Assumes a table of people counted once, published with its row, column and grand totals.
 * Counts from 1 to k − 1 are hidden, and with them as many others as it takes that, whatever a reader adds and subtracts,
 * every value from 1 to k − 1 stays possible. Zeros are shown. The same holds for the difference of two published tables:
 * what was hidden once stays hidden, and a growth of 1 to k − 1 is hidden as well.
 * Source: Hundepool et al. 2012, Statistical Disclosure Control, ch. 4; ranges by disclosure.ts.
 * Example: k = 5, [[3, 20], [30, 40]] → all four cells hidden, all totals shown.
 */
import { accept, type Outcome, refuse } from "../outcome"
import {
  cellsToHide,
  type Direction,
  type Grid,
  type HiddenGrid,
  type Place,
  reachOf,
  withTotals,
} from "./disclosure"
import { isCount } from "./interval"

/** ui.md: below five nothing is shown for a subgroup. */
export const SMALLEST_SHOWN = 5

/** A row per group, a column per answer. Null is hidden. */
export type PublishedTable = {
  cells: (number | null)[][]
  rowTotals: (number | null)[]
  columnTotals: (number | null)[]
  total: number | null
}

/** What was published before about a part of the same people: the same questions, an earlier end. */
export type EarlierTable = { counts: Grid; published: PublishedTable }

export type SuppressionProblem =
  "no-cells" | "uneven-columns" | "not-a-count" | "not-a-threshold" | "not-cumulative"

/** The table as it may be shown, alone or after an earlier one whose people are all in it. */
export function publishTable(
  counts: Grid,
  earlier: EarlierTable | null = null,
  k = SMALLEST_SHOWN,
): Outcome<PublishedTable, SuppressionProblem> {
  const width = counts[0]?.length ?? 0
  if (width === 0) return refuse("no-cells")
  if (!Number.isInteger(k) || k < 2) return refuse("not-a-threshold")
  const before = earlier?.counts ?? counts.map((row) => row.map(() => 0))
  const all = [...counts, ...before]
  if (before.length !== counts.length || all.some((row) => row.length !== width))
    return refuse("uneven-columns")
  if (all.some((row) => !row.every(isCount))) return refuse("not-a-count")
  const growth = counts.map((row, i) => row.map((count, j) => count - (before[i]?.[j] ?? 0)))
  if (growth.some((row) => row.some((count) => count < 0))) return refuse("not-cumulative")
  const now = withTotals(counts)
  const then = withTotals(before)
  const kept = earlier ? hiddenOf(earlier.published) : now.map((row) => row.map(() => false))
  return accept(shown(now, hide({ now, then, growth: withTotals(growth), kept, k })))
}

type Case = { now: Grid; then: Grid; growth: Grid; kept: HiddenGrid; k: number }

/**
 * Because hidden cells stay hidden, what a reader knows of the earlier table and of the growth are two separate
 * networks, and the range of a sum is the sum of the ranges.
 */
function hide(given: Case): HiddenGrid {
  const { now, growth, kept, k } = given
  const isSmall = (count: number | undefined) => count !== undefined && count > 0 && count < k
  const hidden = now.map((row, i) =>
    row.map((count, j) => (kept[i]?.[j] ?? false) || isSmall(count) || isSmall(growth[i]?.[j])),
  )
  const places = now.flatMap((row, i) => row.map((_, j) => ({ row: i, column: j })))
  const needy = places.filter(
    ({ row, column }) => isSmall(now[row]?.[column]) || isSmall(growth[row]?.[column]),
  )
  for (let more = true; more;) {
    more = false
    for (const place of needy) {
      const found = nextToHide(given, hidden, place)
      if (found === "impossible") return now.map((row) => row.map(() => true))
      for (const { row, column } of found) (hidden[row] ?? [])[column] = true
      more ||= found.length > 0
    }
  }
  return hidden
}

/** Cells that the place still needs hidden; none when it is safe. */
function nextToHide(given: Case, hidden: HiddenGrid, place: Place): Place[] | "impossible" {
  const { now, then, growth, kept, k } = given
  const table = { grid: growth, hidden }
  const count = (grid: Grid) => grid[place.row]?.[place.column] ?? 0
  const wants = [
    { value: count(growth), slack: (): number => 0 },
    {
      value: count(now),
      slack: (way: Direction, wanted: number) =>
        kept[place.row]?.[place.column]
          ? reachOf({ grid: then, hidden: kept }, place, way, wanted)
          : 0,
    },
  ]
  for (const { value, slack } of wants.filter((want) => want.value > 0 && want.value < k)) {
    for (const direction of ["up", "down"] as const) {
      const needed = direction === "up" ? k - 1 - value : value - 1
      const wanted = needed - slack(direction, needed)
      if (wanted <= 0 || reachOf(table, place, direction, wanted) >= wanted) continue
      const found = cellsToHide(table, place, direction, wanted)
      return found.length > 0 ? found : "impossible"
    }
  }
  return []
}

function hiddenOf({ cells, rowTotals, columnTotals, total }: PublishedTable): boolean[][] {
  const rows = cells.map((row, i) => [...row, rowTotals[i] ?? null])
  return [...rows, [...columnTotals, total]].map((row) => row.map((cell) => cell === null))
}

function shown(grid: Grid, hidden: HiddenGrid): PublishedTable {
  const all = grid.map((row, i) => row.map((count, j) => (hidden[i]?.[j] ? null : count)))
  const totals = all.at(-1) ?? []
  const rows = all.slice(0, -1)
  return {
    cells: rows.map((row) => row.slice(0, -1)),
    rowTotals: rows.map((row) => row.at(-1) ?? null),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? null,
  }
}
