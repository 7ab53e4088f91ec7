/**
 * Answers: do the items of a group measure one thing, so that their mean may be shown as one figure?
 * Assumes complete rows and items that are scored in the same direction; α falls when items measure different things.
 * Source: Cronbach 1951; interval by Feldt 1965, Psychometrika 30:357 (R: psych::alpha, feldt); item–rest correlation.
 * Example: rows [[5,4],[3,3],[4,4],[2,1]] → α = 0.9523809523809523.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { pearson, varianceOf } from "./correlation"
import { fQuantile } from "./distributions"
import { checkLevel, DEFAULT_LEVEL, type Interval } from "./interval"

/** `withRest` is the item's correlation with the sum of the others; `alphaWithout` what α would be without it. */
export type ItemReliability = { key: string; withRest: number | null; alphaWithout: number | null }

export type Reliability = {
  n: number
  alpha: number
  interval: Interval
  items: ItemReliability[]
}

export type ReliabilityProblem =
  | "too-few-items"
  | "too-few-answers"
  | "uneven-columns"
  | "not-a-score"
  | "no-variation"
  | "not-a-level"

/** α of the items, from complete rows: rows with a null are left out and not counted in n. */
export function cronbachAlpha(
  keys: readonly string[],
  rows: readonly (readonly (number | null)[])[],
  level = DEFAULT_LEVEL,
): Outcome<Reliability, ReliabilityProblem> {
  if (keys.length < 2) return refuse("too-few-items")
  if (rows.some((row) => row.length !== keys.length)) return refuse("uneven-columns")
  if (rows.some((row) => row.some((score) => score !== null && !Number.isFinite(score)))) {
    return refuse("not-a-score")
  }
  const checked = checkLevel(level)
  if (!checked.ok) return checked
  const complete = rows.filter(isComplete)
  if (complete.length < 3) return refuse("too-few-answers", { params: { n: complete.length } })
  const columns = keys.map((_, i) => complete.map((row) => row[i] ?? 0))
  const alpha = alphaOf(columns)
  if (alpha === null) return refuse("no-variation")
  const n = complete.length
  const items = keys.map((key, i) => itemReliability(key, i, columns))
  return accept({ n, alpha, interval: feldt(alpha, n, keys.length, level), items })
}

const isComplete = (row: readonly (number | null)[]): row is readonly number[] =>
  row.every((score) => score !== null)

/** k/(k−1) · (1 − Σ variances / variance of the sum); null when the sum does not vary. */
function alphaOf(columns: readonly (readonly number[])[]): number | null {
  const k = columns.length
  const total = varianceOf(sumOf(columns))
  if (k < 2 || total === 0) return null
  const single = columns.reduce((sum, column) => sum + varianceOf(column), 0)
  return (k / (k - 1)) * (1 - single / total)
}

function sumOf(columns: readonly (readonly number[])[]): number[] {
  const first = columns[0] ?? []
  return first.map((_, row) => columns.reduce((sum, column) => sum + (column[row] ?? 0), 0))
}

/** Feldt's exact interval under normal scores: (1 − α̂) times F quantiles with n − 1 and (n − 1)(k − 1) degrees. */
function feldt(alpha: number, n: number, k: number, level: number): Interval {
  const tail = (1 - level) / 2
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    level,
  }
}

function itemReliability(
  key: string,
  index: number,
  columns: readonly number[][],
): ItemReliability {
  const own = columns[index] ?? []
  const others = columns.filter((_, i) => i !== index)
  return { key, withRest: pearson(own, sumOf(others)), alphaWithout: alphaOf(others) }
}
