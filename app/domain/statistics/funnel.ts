/**
 * Answers: does a unit (counter, section, office) differ from the others by more than its size and ordinary variation explain?
 * Assumes units comparable in what they serve. There is no order of units in here: a funnel replaces a league table.
 * Source: Spiegelhalter 2005, Stat. Med. 24:1185 (limits, φ from z values winsorised at 10 %, applied when above 1).
 * Example: 20 units of 94 % and one of 80/100 → only that one is "below" at 99.8 %.
 */
import { accept, type Outcome, refuse } from "../outcome"
import {
  checkCounted,
  clampShare,
  type Counted,
  type CountProblem,
  type Interval,
  zOfLevel,
} from "./interval"
import { sumCounts } from "./series"

export type FunnelUnit = Counted & { id: string }

export type FunnelPlace = {
  id: string
  value: number
  n: number
  /** Limits for a unit of this size. */
  warning: Interval
  alarm: Interval
  /** Outside the 99.8 % limits, between the two, or inside: differs only as chance does. */
  place: "inside" | "warning-above" | "warning-below" | "alarm-above" | "alarm-below"
  /** Fewer than five expected of the rarer answer: the limits are rough. */
  isSmall: boolean
}

export type Funnel = {
  centre: number
  /** φ: 1 when units vary as chance does. */
  overdispersion: number
  /** In the order of their ids. */
  units: FunnelPlace[]
}

export type FunnelProblem = CountProblem | "too-few-units" | "duplicate-unit"

const FEWEST_UNITS = 3
const WINSORISED = 0.1
const WARNING_LEVEL = 0.95
const ALARM_LEVEL = 0.998
const FEWEST_EXPECTED = 5

/** Refuses fewer than three units, a unit named twice, and units without answers. */
export function compareUnits(units: readonly FunnelUnit[]): Outcome<Funnel, FunnelProblem> {
  for (const unit of units) {
    const checked = checkCounted(unit, unit.id)
    if (!checked.ok) return checked
  }
  if (units.length < FEWEST_UNITS)
    return refuse("too-few-units", { params: { units: units.length } })
  const sorted = [...units].sort((a, b) => (a.id < b.id ? -1 : 1))
  const twice = sorted.find((unit, i) => unit.id === sorted[i + 1]?.id)
  if (twice) return refuse("duplicate-unit", { params: { unit: twice.id } })
  const total = sumCounts(sorted)
  const centre = total.count / total.n
  const overdispersion = Math.max(1, estimatePhi(sorted, centre))
  return accept({
    centre,
    overdispersion,
    units: sorted.map((unit) => placeUnit(unit, centre, overdispersion)),
  })
}

/** φ: the mean squared z value, with the most extreme tenth at either end pulled in to the next value. */
export function estimatePhi(units: readonly Counted[], centre: number): number {
  if (centre === 0 || centre === 1) return 1
  const zValues = units
    .map((unit) => (unit.count / unit.n - centre) / Math.sqrt((centre * (1 - centre)) / unit.n))
    .sort((a, b) => a - b)
  const cut = Math.floor(zValues.length * WINSORISED)
  const [low, high] = [zValues[cut] ?? 0, zValues[zValues.length - 1 - cut] ?? 0]
  const squares = zValues.map((z) => Math.min(high, Math.max(low, z)) ** 2)
  return squares.reduce((sum, square) => sum + square, 0) / zValues.length
}

/** The funnel's limits for any size of unit, to draw its curves. */
export function funnelLimits(
  centre: number,
  overdispersion: number,
  n: number,
  level: number,
): Interval {
  const half = zOfLevel(level) * Math.sqrt((overdispersion * centre * (1 - centre)) / n)
  return { low: clampShare(centre - half), high: clampShare(centre + half), level }
}

function placeUnit(unit: FunnelUnit, centre: number, overdispersion: number): FunnelPlace {
  const value = unit.count / unit.n
  const warning = funnelLimits(centre, overdispersion, unit.n, WARNING_LEVEL)
  const alarm = funnelLimits(centre, overdispersion, unit.n, ALARM_LEVEL)
  const isSmall = unit.n * Math.min(centre, 1 - centre) < FEWEST_EXPECTED
  return {
    id: unit.id,
    value,
    n: unit.n,
    warning,
    alarm,
    place: placeOf(value, warning, alarm),
    isSmall,
  }
}

function placeOf(value: number, warning: Interval, alarm: Interval): FunnelPlace["place"] {
  if (value < alarm.low) return "alarm-below"
  if (value > alarm.high) return "alarm-above"
  if (value < warning.low) return "warning-below"
  return value > warning.high ? "warning-above" : "inside"
}
