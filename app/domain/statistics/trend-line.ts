/**
 * Answers: how does one item's line look, with its intervals, against the limits of ordinary variation?
 * Limits come from the first periods of the newest unbroken run; a changed wording starts a new run.
 * Example: twelve months near 91 %, then 85 % of 600 → the thirteenth carries "outside-limits", below.
 */
import type { z } from "zod"
import { chartOfShares } from "./control-chart"
import { shareLimits } from "./control-limits"
import type { Counted } from "./interval"
import { firstDayOf, type Period, shiftPeriod } from "./period"
import { proportionOf } from "./proportion"
import { type Break, newestRun, type SharePoint } from "./series"
import { SMALLEST_SHOWN } from "./suppression"
import type { LinePointSchema } from "./trend-line.schema"
import type { ItemSeries } from "./trend-report"

/** One period of a line. Numbers are null where fewer than five answered. */
export type LinePoint = z.infer<typeof LinePointSchema>

export type TrendLine = { item: string; points: LinePoint[]; brokenAt: Break | null }

/** The baseline of the limits: at most the first twelve periods of the run, never the newest one. */
const BASELINE_POINTS = 12
const FEWEST_FOR_LIMITS = 5

/** An item's line: shares with intervals, and limits where the unbroken run is long enough. */
export function lineOf({ item, points }: ItemSeries): TrendLine {
  const run = newestRun(points)
  const unbroken = run.ok ? run.value.points : []
  const judged = judgedPoints(unbroken)
  const line = [...points]
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .map((point) => linePoint(point, judged.get(point.period)))
  return { item, points: line, brokenAt: run.ok ? run.value.brokenAt : null }
}

type Judged = Pick<LinePoint, "limits" | "signals">

function judgedPoints(run: SharePoint[]): Map<Period, Judged> {
  const baseline = run.slice(0, Math.min(BASELINE_POINTS, run.length - 1))
  const [first, last] = [baseline[0], baseline.at(-1)]
  if (!first || !last || baseline.length < FEWEST_FOR_LIMITS) return new Map()
  const limits = shareLimits(baseline)
  if (!limits.ok) return new Map()
  const setOn = firstDayOf(shiftPeriod(last.period, 1))
  const chart = chartOfShares(run, [
    { from: first.period, limits: limits.value, setOn, reason: null },
  ])
  if (!chart.ok) return new Map()
  return new Map(
    chart.value.map(({ period, centre, lower, upper, isTrial, signals }) => [
      period,
      { limits: { centre, low: lower, high: upper, isTrial }, signals },
    ]),
  )
}

function linePoint(point: SharePoint, judged: Judged | undefined): LinePoint {
  const isShown = point.n >= SMALLEST_SHOWN
  const share = isShown ? proportionOf(point) : null
  return {
    period: point.period,
    counted: isShown ? countedOf(point) : null,
    share: share?.ok ? share.value.value : null,
    interval: share?.ok ? share.value.interval : null,
    limits: isShown ? (judged?.limits ?? null) : null,
    signals: isShown ? (judged?.signals ?? []) : [],
  }
}

const countedOf = ({ count, n }: Counted): Counted => ({ count, n })
