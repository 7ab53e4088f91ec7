/**
 * Answers: does a series rise or fall over its whole length, how fast per period, and could that be chance?
 * Assumes independent periods. The line assumes also even, normal scatter; Mann–Kendall and Theil–Sen do not.
 * Source: Mann 1945; Kendall 1975 (ties); Sen 1968, J. Am. Stat. Assoc. 63:1379; R: lm, cor.test(method = "kendall").
 * Example: ten rising values → S = 45, z = 3.9355; the slope of 1, 2, 3 … is 1 per period.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { normalTwoSided, studentQuantile, studentTwoSided } from "./distributions"
import { checkLevel, DEFAULT_LEVEL, type Interval, type LevelProblem, zOfLevel } from "./interval"
import { checkNumbers, type NumberPoint, type SeriesProblem } from "./series"

export type TrendProblem = SeriesProblem | LevelProblem | "not-a-number" | "too-few-points"

/** Slopes are per period: a month's series gives change per month. `start` is the line's value in the first period. */
export type LinearTrend = { slope: number; interval: Interval; start: number; p: number; n: number }

export type MannKendall = {
  /** Rising pairs less falling pairs. */
  s: number
  variance: number
  /** With continuity correction. */
  z: number
  p: number
  /** Exact up to 50 points without ties, else normal. */
  method: "exact" | "normal"
  n: number
}

export type TheilSen = { slope: number; interval: Interval; n: number }

const FEWEST_POINTS = 3
const MOST_POINTS_EXACT = 50

/** Least squares. Needs three points. A perfect line has a zero-width interval and p = 0. */
export function linearTrend(
  points: readonly NumberPoint[],
  level = DEFAULT_LEVEL,
): Outcome<LinearTrend, TrendProblem> {
  const checked = checkTrend(points, level)
  if (!checked.ok) return checked
  const values = checked.value
  const n = values.length
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const spread = (n * (n * n - 1)) / 12
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread
  const start = mean - slope * middle
  const residual = values.reduce((sum, value, i) => sum + (value - start - slope * i) ** 2, 0)
  const standardError = Math.sqrt(residual / (n - 2) / spread)
  const half = studentQuantile(1 - (1 - level) / 2, n - 2) * standardError
  const p = slope === 0 ? 1 : studentTwoSided(slope / standardError, n - 2)
  return accept({ slope, interval: { low: slope - half, high: slope + half, level }, start, p, n })
}

/** Needs three points. All alike: S = 0, p = 1. */
export function mannKendall(points: readonly NumberPoint[]): Outcome<MannKendall, TrendProblem> {
  const checked = checkTrend(points, DEFAULT_LEVEL)
  if (!checked.ok) return checked
  const values = checked.value
  const n = values.length
  const s = pairsOf(values).reduce((sum, pair) => sum + Math.sign(pair.rise), 0)
  const ties = tieSizes(values)
  const variance = varianceOfS(n, ties)
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  const isExact = n <= MOST_POINTS_EXACT && ties.every((size) => size === 1)
  const p = isExact ? exactKendall(n, s) : normalTwoSided(z)
  return accept({ s, variance, z, p, method: isExact ? "exact" : "normal", n })
}

/** The median of all slopes between two points, with Sen's interval (widened to whole ranks). */
export function theilSen(
  points: readonly NumberPoint[],
  level = DEFAULT_LEVEL,
): Outcome<TheilSen, TrendProblem> {
  const checked = checkTrend(points, level)
  if (!checked.ok) return checked
  const values = checked.value
  const slopes = pairsOf(values)
    .map((pair) => pair.rise / pair.run)
    .sort((a, b) => a - b)
  const reach = zOfLevel(level) * Math.sqrt(varianceOfS(values.length, tieSizes(values)))
  const lowRank = Math.max(0, Math.floor((slopes.length - reach) / 2) - 1)
  const at = (rank: number) => slopes[rank] ?? NaN
  const interval = { low: at(lowRank), high: at(slopes.length - 1 - lowRank), level }
  return accept({ slope: median(slopes), interval, n: values.length })
}

function checkTrend(
  points: readonly NumberPoint[],
  level: number,
): Outcome<number[], TrendProblem> {
  const asked = checkLevel(level)
  if (!asked.ok) return asked
  const series = checkNumbers(points)
  if (!series.ok) return series
  if (points.length < FEWEST_POINTS) {
    return refuse("too-few-points", { params: { points: points.length, needed: FEWEST_POINTS } })
  }
  return accept(series.value.map((point) => point.value))
}

const pairsOf = (values: readonly number[]): { rise: number; run: number }[] =>
  values.flatMap((later, j) =>
    values.slice(0, j).map((earlier, i) => ({ rise: later - earlier, run: j - i })),
  )

/** How many share each value. */
function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

/** Kendall's variance of S, less for ties. */
function varianceOfS(n: number, ties: readonly number[]): number {
  const term = (size: number) => size * (size - 1) * (2 * size + 5)
  return (term(n) - ties.reduce((sum, size) => sum + term(size), 0)) / 18
}

/** P(|S| ≥ |s|) over all n! orders: counts orders by their number of inversions. */
function exactKendall(n: number, s: number): number {
  let shares = [1]
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>((size * (size - 1)) / 2 + 1).fill(0)
    shares.forEach((share, inversions) => {
      for (let more = 0; more < size; more++) {
        next[inversions + more] = (next[inversions + more] ?? 0) + share / size
      }
    })
    shares = next
  }
  const pairs = (n * (n - 1)) / 2
  const tail = shares.reduce(
    (sum, share, inversions) => (pairs - 2 * inversions >= Math.abs(s) ? sum + share : sum),
    0,
  )
  return s === 0 ? 1 : Math.min(1, 2 * tail)
}

/** Of numbers in rising order. */
export function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
}
