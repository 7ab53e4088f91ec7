/**
 * Answers: by how much did satisfaction change against the period before or the same period last year, and is that a change?
 * Assumes both periods belong to one series (same wording and scale) and answers are independent.
 * Source: 滿意度成長率 = (this − last) / last (the offices' plans); points and interval: Newcombe 1998, method 10.
 * Example: 282/300 → 285/300: +1.06 % growth, +1.0 point (−2.8 … +4.8): within chance.
 */
import { accept, type Outcome, refuse } from "../outcome"
import type { CountProblem, LevelProblem } from "./interval"
import { type Period, samePeriodLastYear, shiftPeriod } from "./period"
import { type Difference, differenceOf, type ProportionTest, testDifference } from "./proportion"
import { checkShares, type SeriesProblem, type SharePoint } from "./series"

export type Growth = {
  period: Period
  against: Period
  /** 滿意度成長率 as a share of the earlier value (0.0106 = 1.06 %); null when that was 0. */
  rate: number | null
  /** Percentage points as a share, with interval. */
  points: Difference
  test: ProportionTest
  /** Whether the interval leaves 0 out: otherwise say 差異未達顯著. */
  isChange: boolean
}

export type GrowthProblem = SeriesProblem | CountProblem | LevelProblem | "no-such-period"

/** Against the period just before. */
export const growthSinceLastPeriod = (
  points: readonly SharePoint[],
  period: Period,
  level = 0.95,
) => growthAgainst(points, period, shiftPeriod(period, -1), level)

/** Against the same period a year earlier, so that the season is the same. */
export const growthSinceLastYear = (points: readonly SharePoint[], period: Period, level = 0.95) =>
  growthAgainst(points, period, samePeriodLastYear(period), level)

/** Between two periods of a series. Refuses when either is missing or the series is broken. */
export function growthAgainst(
  points: readonly SharePoint[],
  period: Period,
  against: Period,
  level = 0.95,
): Outcome<Growth, GrowthProblem> {
  const series = checkShares(points)
  if (!series.ok) return series
  const find = (wanted: Period) => series.value.find((point) => point.period === wanted)
  const [before, after] = [find(against), find(period)]
  if (!before) return refuse("no-such-period", { params: { period: against } })
  if (!after) return refuse("no-such-period", { params: { period } })
  const difference = differenceOf(before, after, level)
  if (!difference.ok) return difference
  const test = testDifference(before, after)
  if (!test.ok) return test
  const { value, interval, before: earlier } = difference.value
  return accept({
    period,
    against,
    rate: earlier.value === 0 ? null : value / earlier.value,
    points: difference.value,
    test: test.value,
    isChange: interval.low > 0 || interval.high < 0,
  })
}
