/**
 * Answers: between which limits does a process vary when nothing special happens, and which kind of chart tells it?
 * Assumes the baseline periods show the process as it usually is. Limits are three sigma to each side.
 * Source: Wheeler 1993 (XmR: 2.66 = 3/1.128; ranges above 3.267·mR̄ screened once); Shewhart p chart; Laney 2002,
 * Quality Engineering 14:531 (p′: σz = mean moving range of z / 1.128, equal to the p chart when σz = 1).
 * Example: XmR of 10, 12, 11, 13, 12 → centre 11.6, mR̄ 1.5, limits 7.61 and 15.59.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { chiSquareAbove } from "./distributions"
import type { CountProblem } from "./interval"
import type { Period } from "./period"
import {
  checkNumbers,
  checkShares,
  type NumberPoint,
  type SeriesProblem,
  type SharePoint,
  sumCounts,
} from "./series"

export type ChartKind = "xmr" | "p" | "laney-p"

/** What the baseline said. Frozen with a chart: points are judged against it, it does not move with them. */
export type ControlLimits = {
  kind: ChartKind
  centre: number
  /** XmR: σ of a value. p and p′: σz, by which the binomial σ of each period is multiplied (1 for p). */
  sigma: number
  /** The values' own ends: 0 and 1 for shares, none for other numbers. */
  floor: number | null
  ceiling: number | null
  baseline: { from: Period; to: Period; points: number }
  /** Fewer than twelve points: trial limits, to be computed again. */
  isTrial: boolean
  /** Set where periods are too small for a p chart, so that XmR was taken. */
  caution: "small-subgroups" | null
}

/** "no-variation": a baseline of one point, or of points all alike, cannot say how far the next may stray. */
export type LimitsProblem = SeriesProblem | CountProblem | "not-a-number" | "no-variation"

export const POINTS_TO_LOCK = 12
const RANGE_TO_SIGMA = 1.128 // d2 of two
const RANGE_LIMIT = 3.267 // D4 of two
const FEWEST_EXPECTED = 5

/** XmR limits of any numbers. */
export function xmrLimits(points: readonly NumberPoint[]): Outcome<ControlLimits, LimitsProblem> {
  const checked = checkNumbers(points)
  if (!checked.ok) return checked
  const values = checked.value.map((point) => point.value)
  const sigma = screenedRange(values) / RANGE_TO_SIGMA
  if (sigma === 0) return refuse("no-variation")
  return accept({
    kind: "xmr",
    centre: mean(values),
    sigma,
    floor: null,
    ceiling: null,
    ...baselineOf(checked.value),
    caution: null,
  })
}

/**
 * Limits of shares, on the chart that fits: XmR where a fifth or more of the periods expect fewer than five of the rarer
 * answer; Laney p′ where the periods vary more than chance (χ² of the z values, p < .05, and σz > 1); else the p chart.
 * Under-dispersion never narrows limits.
 */
export function shareLimits(points: readonly SharePoint[]): Outcome<ControlLimits, LimitsProblem> {
  const checked = checkShares(points)
  if (!checked.ok) return checked
  const series = checked.value
  const { centre, zValues } = standardise(series)
  const shared = { centre, floor: 0, ceiling: 1, ...baselineOf(series) }
  if (hasSmallPeriods(series, centre)) {
    const values = series.map((point) => point.count / point.n)
    const sigma = screenedRange(values) / RANGE_TO_SIGMA
    if (sigma === 0) return refuse("no-variation")
    return accept({
      ...shared,
      kind: "xmr",
      centre: mean(values),
      sigma,
      caution: "small-subgroups",
    })
  }
  const sigmaZ = laneySigma(zValues)
  const excess = zValues.reduce((sum, z) => sum + z * z, 0)
  const isOverdispersed = sigmaZ > 1 && chiSquareAbove(excess, zValues.length - 1) < 0.05
  return isOverdispersed
    ? accept({ ...shared, kind: "laney-p", sigma: sigmaZ, caution: null })
    : accept({ ...shared, kind: "p", sigma: 1, caution: null })
}

/** Each period's distance from the common share, in its own binomial σ (0 where that is 0). */
export function standardise(series: readonly SharePoint[]): { centre: number; zValues: number[] } {
  const total = sumCounts(series)
  const centre = total.count / total.n
  const zValues = series.map((point) => {
    const sigma = binomialSigma(centre, point.n)
    return sigma === 0 ? 0 : (point.count / point.n - centre) / sigma
  })
  return { centre, zValues }
}

/** Laney's σz: 1 when periods vary as chance does; 1 for fewer than two. */
export function laneySigma(zValues: readonly number[]): number {
  return zValues.length < 2 ? 1 : mean(movingRanges(zValues)) / RANGE_TO_SIGMA
}

/** σ of one point under these limits. `n` is the period's number of answers, needed for p and p′. */
export function sigmaAt(limits: ControlLimits, n: number): number {
  return limits.kind === "xmr" ? limits.sigma : limits.sigma * binomialSigma(limits.centre, n)
}

const binomialSigma = (share: number, n: number): number => Math.sqrt((share * (1 - share)) / n)

function hasSmallPeriods(series: readonly SharePoint[], centre: number): boolean {
  const rarer = Math.min(centre, 1 - centre)
  const small = series.filter((point) => point.n * rarer < FEWEST_EXPECTED).length
  return small * 5 >= series.length
}

function baselineOf(
  series: readonly { period: Period }[],
): Pick<ControlLimits, "baseline" | "isTrial"> {
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) throw new Error("A checked series has points")
  const baseline = { from: first.period, to: last.period, points: series.length }
  return { baseline, isTrial: series.length < POINTS_TO_LOCK }
}

/** Mean moving range, with ranges above the range limit left out once (a single shock must not widen the limits). */
function screenedRange(values: readonly number[]): number {
  const ranges = movingRanges(values)
  if (ranges.length === 0) return 0
  const limit = RANGE_LIMIT * mean(ranges)
  return mean(ranges.filter((range) => range <= limit))
}

const movingRanges = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
