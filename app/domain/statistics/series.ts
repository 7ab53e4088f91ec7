/**
 * Answers: are these points one series that may be compared over time, and if not, which unbroken run of it may be?
 * A series is one item, asked with one wording and one scale, in periods of one unit without a gap.
 * Source: a changed wording, scale or mode breaks a trend (the office's own practice; domain of every method here).
 * Example: months 115-01, 115-02, 115-04 → refused with "gap-in-series", missing 115-03.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { checkCounted, type Counted, type CountProblem } from "./interval"
import { type Period, periodsBetween, shiftPeriod, unitOf, widerPeriod } from "./period"

/** `scale` names what was asked and how (wording, levels, order): when it changes, the series breaks. */
export type SharePoint = Counted & { period: Period; scale: string }

/** A number per period: a mean score, a waiting time, a count of complaints. */
export type NumberPoint = { period: Period; value: number; scale?: string }

export type SeriesProblem =
  "empty-series" | "duplicate-period" | "mixed-periods" | "gap-in-series" | "scale-changed"

/** The points in order of time, or why they are no series. */
export function checkShares(
  points: readonly SharePoint[],
): Outcome<SharePoint[], SeriesProblem | CountProblem> {
  for (const point of points) {
    const checked = checkCounted(point, point.period)
    if (!checked.ok) return checked
  }
  return checkPeriods(points)
}

export function checkNumbers(
  points: readonly NumberPoint[],
): Outcome<NumberPoint[], SeriesProblem | "not-a-number"> {
  const bad = points.find((point) => !Number.isFinite(point.value))
  if (bad) return refuse("not-a-number", { params: { period: bad.period } })
  return checkPeriods(points)
}

function checkPeriods<Point extends { period: Period; scale?: string }>(
  points: readonly Point[],
): Outcome<Point[], SeriesProblem> {
  const sorted = inOrder(points)
  const first = sorted[0]
  if (!first) return refuse("empty-series")
  if (sorted.some((point) => unitOf(point.period) !== unitOf(first.period)))
    return refuse("mixed-periods")
  for (const [i, point] of sorted.entries()) {
    const before = sorted[i - 1]
    if (!before) continue
    const step = periodsBetween(before.period, point.period)
    if (step === 0) return refuse("duplicate-period", { params: { period: point.period } })
    if (step > 1)
      return refuse("gap-in-series", { params: { missing: shiftPeriod(before.period, 1) } })
    if (before.scale !== point.scale)
      return refuse("scale-changed", { params: { period: point.period } })
  }
  return accept(sorted)
}

const inOrder = <Point extends { period: Period }>(points: readonly Point[]): Point[] =>
  [...points].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))

/** Where a run begins, and why not earlier. */
export type Break = { at: Period; because: "gap-in-series" | "scale-changed" }

/**
 * The newest run without a gap (a period without answers is one) or a change of scale, and the break before it.
 * Duplicates, mixed units and impossible counts are refused: those are errors, not history.
 */
export function newestRun(
  points: readonly SharePoint[],
): Outcome<{ points: SharePoint[]; brokenAt: Break | null }, SeriesProblem | CountProblem> {
  let run = inOrder(points.filter((point) => point.n !== 0 || point.count !== 0))
  let brokenAt: Break | null = null
  for (let checked = checkShares(run); !checked.ok; checked = checkShares(run)) {
    const code = checked.problems[0]?.code
    if (code !== "gap-in-series" && code !== "scale-changed") return checked
    const start = run.findIndex((point, i) => i > 0 && isBroken(run[i - 1], point))
    run = run.slice(start)
    brokenAt = run[0] ? { at: run[0].period, because: code } : null
  }
  return accept({ points: run, brokenAt })
}

const isBroken = (before: SharePoint | undefined, point: SharePoint): boolean =>
  before !== undefined &&
  (periodsBetween(before.period, point.period) !== 1 || before.scale !== point.scale)

/**
 * The same counts in wider periods (months to quarters, half-years, years). Periods at either end that are not fully
 * covered are left out, so that a quarter always has three months.
 */
export function inWiderPeriods(
  points: readonly SharePoint[],
  unit: "quarter" | "half" | "year",
): Outcome<SharePoint[], SeriesProblem | CountProblem | "not-a-wider-period"> {
  const checked = checkShares(points)
  if (!checked.ok) return checked
  const first = checked.value[0]
  const size = first ? parts(first.period, unit) : 0
  if (size <= 1) return refuse("not-a-wider-period", { params: { unit } })
  const groups = new Map<Period, SharePoint[]>()
  for (const point of checked.value) {
    const period = widerPeriod(point.period, unit)
    groups.set(period, [...(groups.get(period) ?? []), point])
  }
  const whole = [...groups].filter(([, members]) => members.length === size)
  return whole.length === 0
    ? refuse("empty-series")
    : accept(whole.map(([period, members]) => pool(period, members)))
}

const UNITS_PER_YEAR = { month: 12, quarter: 4, half: 2, year: 1 }

const parts = (period: Period, unit: "quarter" | "half" | "year"): number =>
  UNITS_PER_YEAR[unitOf(period)] / UNITS_PER_YEAR[unit]

function pool(period: Period, members: readonly SharePoint[]): SharePoint {
  return { period, scale: members[0]?.scale ?? "", ...sumCounts(members) }
}

/** Several periods' counts as one. */
export const sumCounts = (members: readonly Counted[]): Counted => ({
  count: members.reduce((total, one) => total + one.count, 0),
  n: members.reduce((total, one) => total + one.n, 0),
})
