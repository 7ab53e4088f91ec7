/**
 * Answers: do groups answer differently, over a whole table of groups (rows) and answers (columns)?
 * Assumes independent answers, each in one cell. Where an expected count is below 5 the chi-square law no longer holds:
 * then all tables with the same margins are enumerated, and where they are too many the result carries a caution.
 * Source: Pearson 1900; Fisher 1934; Freeman & Halton 1951, Biometrika 38:141. R: chisq.test(correct = FALSE), fisher.test.
 * Example: [[3, 1], [1, 3]] → exact p = .4857 (the lady tasting tea: 34/70).
 */
import { accept, type Outcome, refuse } from "../outcome"
import { chiSquareAbove, logGamma } from "./distributions"
import { isCount } from "./interval"

export type IndependenceTest = {
  method: "chi-square" | "exact"
  n: number
  statistic: number
  df: number
  p: number
  /** Cramér's V: 0 no association, 1 complete. */
  strength: number
  smallestExpected: number
  /** Set when the exact test would have been right but was too large. */
  caution: "small-expected-counts" | null
}

export type TableProblem = "not-a-count" | "not-a-table" | "empty-group" | "all-answers-alike"

const LARGEST_ENUMERATION = 1_000_000
const SMALL_EXPECTED = 5

/** Answers nobody gave (empty columns) are left out; a group nobody belongs to (empty row) is refused. */
export function testIndependence(
  table: readonly (readonly number[])[],
): Outcome<IndependenceTest, TableProblem> {
  const checked = checkTable(table)
  if (!checked.ok) return checked
  const rows = checked.value
  const margins = marginsOf(rows)
  const chiSquare = pearson(rows, margins)
  const df = (rows.length - 1) * (margins.columns.length - 1)
  const shorter = Math.min(rows.length, margins.columns.length) - 1
  const isSmall = chiSquare.smallestExpected < SMALL_EXPECTED
  const exact = isSmall && isEnumerable(margins) ? exactP(rows, margins) : null
  return accept({
    method: exact === null ? "chi-square" : "exact",
    n: margins.total,
    statistic: chiSquare.statistic,
    df,
    p: exact ?? chiSquareAbove(chiSquare.statistic, df),
    strength: Math.sqrt(chiSquare.statistic / (margins.total * shorter)),
    smallestExpected: chiSquare.smallestExpected,
    caution: isSmall && exact === null ? "small-expected-counts" : null,
  })
}

function checkTable(table: readonly (readonly number[])[]): Outcome<number[][], TableProblem> {
  const width = table[0]?.length ?? 0
  if (table.length < 2 || width < 2 || table.some((row) => row.length !== width))
    return refuse("not-a-table")
  if (table.some((row) => row.some((cell) => !isCount(cell)))) return refuse("not-a-count")
  const empty = table.findIndex((row) => sum(row) === 0)
  if (empty >= 0) return refuse("empty-group", { params: { row: empty + 1 } })
  const used = Array.from({ length: width }, (_, j) => table.some((row) => (row[j] ?? 0) > 0))
  const rows = table.map((row) => row.filter((_, j) => used[j]))
  return (rows[0]?.length ?? 0) < 2 ? refuse("all-answers-alike") : accept(rows)
}

type Margins = { rows: number[]; columns: number[]; total: number }

function marginsOf(rows: number[][]): Margins {
  const columns = (rows[0] ?? []).map((_, j) => sum(rows.map((row) => row[j] ?? 0)))
  return { rows: rows.map(sum), columns, total: sum(columns) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function pearson(
  rows: number[][],
  margins: Margins,
): { statistic: number; smallestExpected: number } {
  let statistic = 0
  let smallestExpected = Infinity
  rows.forEach((row, i) =>
    row.forEach((observed, j) => {
      const expected = ((margins.rows[i] ?? 0) * (margins.columns[j] ?? 0)) / margins.total
      statistic += (observed - expected) ** 2 / expected
      smallestExpected = Math.min(smallestExpected, expected)
    }),
  )
  return { statistic, smallestExpected }
}

/** The ways to fill every row but the largest, were the columns without limit: an upper bound of the work. */
function isEnumerable({ rows, columns }: Margins): boolean {
  const work = exceptLargest(rows).reduce(
    (ways, row) => ways * compositions(row, columns.length),
    1,
  )
  return work <= LARGEST_ENUMERATION
}

const exceptLargest = (rows: number[]): number[] => [...rows].sort((a, b) => a - b).slice(0, -1)

function compositions(total: number, parts: number): number {
  let ways = 1
  for (let k = 1; k < parts; k++) ways = (ways * (total + k)) / k
  return ways
}

/** The probability, given the margins, of all tables no likelier than the observed one. */
function exactP(rows: number[][], margins: Margins): number {
  const logFactorial = logFactorials(margins.total)
  const log = (cell: number) => logFactorial[cell] ?? 0
  const constant = sum(margins.rows.map(log)) + sum(margins.columns.map(log)) - log(margins.total)
  const observed = constant - sum(rows.flat().map(log))
  const free = exceptLargest(margins.rows)
  let p = 0
  const fill = (row: number, column: number, { left, columns, logP }: Filling): void => {
    if (row === free.length) {
      const total = logP - sum(columns.map(log))
      if (total <= observed + 1e-7) p += Math.exp(total)
      return
    }
    const room = columns[column] ?? 0
    const isLast = column === columns.length - 1
    for (let cell = isLast ? left : 0; cell <= Math.min(room, left); cell++) {
      const rest = { columns: columns.with(column, room - cell), logP: logP - log(cell) }
      if (isLast) fill(row + 1, 0, { ...rest, left: free[row + 1] ?? 0 })
      else fill(row, column + 1, { ...rest, left: left - cell })
    }
  }
  fill(0, 0, { left: free[0] ?? 0, columns: margins.columns, logP: constant })
  return Math.min(1, p)
}

/** A table while it is filled: what is left of the row and of each column, and the likelihood so far. */
type Filling = { left: number; columns: number[]; logP: number }

/** ln 0! … ln n! */
const logFactorials = (n: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1))
