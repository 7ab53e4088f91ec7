/**
 * Answers: how does each period look against limits that were set on a known day for a known reason, and is the target met?
 * Limits are locked: new points never move them. They are set anew only from a dated re-basing with its reason.
 * Source: NHS England, Making Data Count (locking at twelve points, re-basing, judging targets by limits).
 * Example: limits 90–97 % and a target of at least 85 % → "met-reliably"; of 98 % → "not-met"; of 94 % → "by-chance".
 */
import type { CalendarDate } from "../deadline/calendar-date"
import { accept, type Outcome, refuse } from "../outcome"
import { type ControlLimits, type LimitsProblem, sigmaAt } from "./control-limits"
import { findSignals, type Signal } from "./control-rules"
import { type Period, unitOf } from "./period"
import { checkNumbers, checkShares, type NumberPoint, type SharePoint } from "./series"

/** Limits in force from a period on. The first phase needs no reason, each later one does. */
export type ChartPhase = {
  from: Period
  limits: ControlLimits
  setOn: CalendarDate
  reason: string | null
}

export type ChartPoint = {
  period: Period
  value: number
  /** Answers; null for numbers that are not shares. */
  n: number | null
  centre: number
  lower: number
  upper: number
  isTrial: boolean
  signals: Signal[]
}

/** Each point of shares against the phase in force. Runs do not cross a re-basing. */
export function chartOfShares(
  points: readonly SharePoint[],
  phases: readonly ChartPhase[],
): Outcome<ChartPoint[], LimitsProblem | PhaseProblem> {
  const checked = checkShares(points)
  if (!checked.ok) return checked
  return draw(
    checked.value.map((one) => ({ period: one.period, value: one.count / one.n, n: one.n })),
    phases,
  )
}

export function chartOfNumbers(
  points: readonly NumberPoint[],
  phases: readonly ChartPhase[],
): Outcome<ChartPoint[], LimitsProblem | PhaseProblem> {
  const checked = checkNumbers(points)
  if (!checked.ok) return checked
  if (phases.some((phase) => phase.limits.kind !== "xmr")) return refuse("wrong-chart")
  return draw(
    checked.value.map((one) => ({ period: one.period, value: one.value, n: null })),
    phases,
  )
}

export type PhaseProblem = "no-phase" | "mixed-periods" | "wrong-chart"

type Plain = { period: Period; value: number; n: number | null }

function draw(
  points: readonly Plain[],
  phases: readonly ChartPhase[],
): Outcome<ChartPoint[], PhaseProblem> {
  const ordered = [...phases].sort((a, b) => (a.from < b.from ? -1 : 1))
  const [first, start] = [points[0], ordered[0]]
  if (!first || !start) return refuse("no-phase")
  if (ordered.some((phase) => unitOf(phase.from) !== unitOf(first.period)))
    return refuse("mixed-periods")
  if (start.from > first.period) return refuse("no-phase")
  return accept(
    ordered.flatMap((phase, i) => {
      const end = ordered[i + 1]?.from
      const members = points.filter(
        (one) => one.period >= phase.from && (end === undefined || one.period < end),
      )
      return drawPhase(members, phase.limits)
    }),
  )
}

function drawPhase(points: readonly Plain[], limits: ControlLimits): ChartPoint[] {
  const judged = points.map((point) => ({
    ...point,
    centre: limits.centre,
    sigma: sigmaAt(limits, point.n ?? 1),
  }))
  const signals = findSignals(judged)
  return judged.map(({ sigma, ...point }, i) => ({
    ...point,
    lower: Math.max(limits.floor ?? -Infinity, point.centre - 3 * sigma),
    upper: Math.min(limits.ceiling ?? Infinity, point.centre + 3 * sigma),
    isTrial: limits.isTrial,
    signals: signals[i] ?? [],
  }))
}

/** Puts new limits in force. They say from when, set on which day, and why the process is another one now. */
export function rebase(
  phases: readonly ChartPhase[],
  next: ChartPhase,
): Outcome<
  ChartPhase[],
  "reason-required" | "rebase-before-last" | "set-before-last" | "mixed-periods"
> {
  const last = phases.at(-1)
  if (!last) return accept([next])
  if (!next.reason?.trim()) return refuse("reason-required", { field: "reason" })
  if (unitOf(next.from) !== unitOf(last.from)) return refuse("mixed-periods")
  if (next.from <= last.from)
    return refuse("rebase-before-last", { field: "from", params: { last: last.from } })
  if (next.setOn < last.setOn)
    return refuse("set-before-last", { field: "setOn", params: { last: last.setOn } })
  return accept([...phases, next])
}

/**
 * Trial limits may be computed again as points arrive, until there are twelve; from then on they are locked and stay.
 * `fresh` are the limits of today's points.
 */
export const settleLimits = (inForce: ControlLimits | null, fresh: ControlLimits): ControlLimits =>
  inForce === null || inForce.isTrial ? fresh : inForce

export type TargetVerdict = "met-reliably" | "not-met" | "by-chance"

/** Whether ordinary variation alone meets a target. `n` is a usual period's number of answers (ignored by XmR). */
export function judgeTarget(
  limits: ControlLimits,
  target: { value: number; direction: "at-least" | "at-most" },
  n: number,
): TargetVerdict {
  const sigma = sigmaAt(limits, n)
  const lower = Math.max(limits.floor ?? -Infinity, limits.centre - 3 * sigma)
  const upper = Math.min(limits.ceiling ?? Infinity, limits.centre + 3 * sigma)
  const [worst, best] = target.direction === "at-least" ? [lower, upper] : [-upper, -lower]
  const wanted = target.direction === "at-least" ? target.value : -target.value
  if (worst >= wanted) return "met-reliably"
  return best < wanted ? "not-met" : "by-chance"
}
