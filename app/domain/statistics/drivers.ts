/**
 * Answers: which items move overall satisfaction, and how sure is that?
 * Assumes independent respondents; only those who answered every item and the overall one are used (their number is `n`).
 * It shows association, not cause. Two measures: Spearman's ρ of each item alone, and its Shapley share of R² beside the others.
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2007, Am. Stat. 61:139; percentile bootstrap, Efron 1979.
 * Example: an item equal to the overall score, beside one unrelated to it, has share 1 and ρ 1.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { pearson, spearman } from "./correlation"
import { DEFAULT_LEVEL, type Interval } from "./interval"
import { drawWithReplacement, middleOf, type RandomSource } from "./seeded-random"
import { shapleyShares } from "./shapley"

/** One column per item and one overall column, a place per respondent; null is no answer or not applicable. */
export type DriverColumns = {
  items: readonly { key: string; scores: readonly (number | null)[] }[]
  overall: readonly (number | null)[]
}

/** `share` is the item's part of R² (0–1). ρ is null when the item never varies. */
export type Driver = {
  key: string
  share: number
  shareInterval: Interval
  spearman: number | null
  spearmanInterval: Interval | null
}

/** Drivers in the order of the items given; rank them only with rankApart. */
export type Drivers = { n: number; rSquared: number; resamples: number; drivers: Driver[] }

export type DriverProblem =
  | "no-items"
  | "too-many-items"
  | "uneven-columns"
  | "not-a-score"
  | "too-few-answers"
  | "no-variation"

/** 2^14 subsets are walked once per resample; more items belong into groups first. */
export const MOST_ITEMS = 14
/** Below this the intervals are so wide that any order would be made up. */
export const FEWEST_COMPLETE = 30

type Matrix = { columns: number[][]; overall: number[]; n: number }

/** Importance of each item. `random` decides the resamples: the same seed gives the same intervals. */
export function findDrivers(
  given: DriverColumns,
  random: RandomSource,
  { resamples = 500, level = DEFAULT_LEVEL } = {},
): Outcome<Drivers, DriverProblem> {
  const complete = completeCases(given)
  if (!complete.ok) return complete
  const matrix = complete.value
  const shares = sharesOf(matrix)
  const draws = Array.from({ length: resamples }, () => {
    const drawn = resampled(matrix, drawWithReplacement(matrix.n, random))
    return { shares: sharesOf(drawn), rhos: rhosOf(drawn) }
  })
  const rhos = rhosOf(matrix)
  const drivers = given.items.map(({ key }, i) => {
    const rho = rhos[i] ?? null
    const drawnRhos = draws.map((draw) => draw.rhos[i] ?? null).filter((value) => value !== null)
    return {
      key,
      share: shares[i] ?? 0,
      shareInterval: middleOf(
        draws.map((draw) => draw.shares[i] ?? 0),
        level,
      ),
      spearman: rho,
      spearmanInterval: rho === null ? null : middleOf(drawnRhos, level),
    }
  })
  return accept({ n: matrix.n, rSquared: sumOf(shares), resamples, drivers })
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Only the respondents who answered everything; refuses what no method can use. */
function completeCases({ items, overall }: DriverColumns): Outcome<Matrix, DriverProblem> {
  if (items.length === 0) return refuse("no-items")
  if (items.length > MOST_ITEMS) return refuse("too-many-items", { params: { most: MOST_ITEMS } })
  const all = [overall, ...items.map(({ scores }) => scores)]
  if (all.some((column) => column.length !== overall.length)) return refuse("uneven-columns")
  if (all.some((column) => column.some((score) => score !== null && !Number.isFinite(score)))) {
    return refuse("not-a-score")
  }
  const kept = overall.flatMap((_, i) => (all.every((column) => column[i] !== null) ? [i] : []))
  const needed = Math.max(FEWEST_COMPLETE, items.length + 2)
  if (kept.length < needed) return refuse("too-few-answers", { params: { n: kept.length, needed } })
  const pick = (column: readonly (number | null)[]) => kept.map((i) => column[i] ?? 0)
  const picked = pick(overall)
  if (picked.every((score) => score === picked[0])) return refuse("no-variation")
  return accept({
    columns: items.map(({ scores }) => pick(scores)),
    overall: picked,
    n: kept.length,
  })
}

function resampled({ columns, overall, n }: Matrix, drawn: readonly number[]): Matrix {
  const pick = (column: readonly number[]) => drawn.map((i) => column[i] ?? 0)
  return { columns: columns.map(pick), overall: pick(overall), n }
}

/** A column that does not vary in this resample correlates with nothing: 0. */
function sharesOf({ columns, overall }: Matrix): number[] {
  const between = columns.map((x, i) =>
    columns.map((y, j) => (i === j ? 1 : j < i ? (pearson(x, y) ?? 0) : 0)),
  )
  const full = between.map((row, i) =>
    row.map((value, j) => (j > i ? (between[j]?.[i] ?? 0) : value)),
  )
  return shapleyShares(
    full,
    columns.map((column) => pearson(column, overall) ?? 0),
  )
}

function rhosOf({ columns, overall }: Matrix): (number | null)[] {
  return columns.map((column) => spearman(column, overall))
}
