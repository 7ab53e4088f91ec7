/**
 * Answers: how did people answer on a scale (非常滿意 5 … 非常不滿意 1), and which few numbers sum it up?
 * Assumes levels are equally spaced for the mean (a convention, so the distribution is always shown beside it).
 * 不適用/無意見 is in no base. Source: 滿意度 = (5 + 4) / valid n; t interval: any textbook; shares: proportion.ts.
 * Example: 5:60 4:34 3:4 2:1 1:1 and 12 不適用 → n 100, 滿意度 94 %, top box 60 %, mean 4.51, 87.75 of 100.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { studentQuantile } from "./distributions"
import { checkLevel, DEFAULT_LEVEL, type Interval, isCount, type LevelProblem } from "./interval"
import { type Proportion, proportionOf } from "./proportion"

export type ScaleLevel = { score: number; count: number }

/** One item's answers: each level once, in any order; levels nobody chose are there with 0. */
export type ScaleTally = { levels: readonly ScaleLevel[]; notApplicable: number }

export type ScaleSummary = {
  /** Valid answers: the base of every share. */
  n: number
  notApplicable: number
  /** Highest first. */
  levels: { score: number; share: Proportion }[]
  /** 非常滿意 */
  topBox: Proportion
  /** 滿意度: the two best levels. 普通 is not in it. */
  satisfied: Proportion
  /** The middle level of an odd scale. */
  neutral: Proportion | null
  /** The two worst levels. */
  dissatisfied: Proportion
  mean: number
  /** Null for a single answer. */
  standardDeviation: number | null
  /** Student's t; null when one answered or all alike: such answers do not say how they vary. */
  meanInterval: Interval | null
  /** 0 when all chose the worst level, 100 the best. */
  score100: number
  score100Interval: Interval | null
}

export type ScaleProblem =
  "not-a-count" | "not-a-scale" | "no-answers" | LevelProblem | "count-exceeds-n"

/** Refuses fewer than four levels (top two and bottom two would overlap), missing or repeated ones. */
export function summariseScale(
  tally: ScaleTally,
  level = DEFAULT_LEVEL,
): Outcome<ScaleSummary, ScaleProblem> {
  const asked = checkLevel(level)
  if (!asked.ok) return asked
  const checked = checkTally(tally)
  if (!checked.ok) return checked
  const levels = checked.value
  const n = totalOf(levels)
  const share = (part: readonly ScaleLevel[]): Proportion => shareOf(totalOf(part), n, level)
  const middle = levels.length % 2 === 1 ? levels[(levels.length - 1) / 2] : undefined
  return accept({
    n,
    notApplicable: tally.notApplicable,
    levels: levels.map((one) => ({ score: one.score, share: share([one]) })),
    topBox: share(levels.slice(0, 1)),
    satisfied: share(levels.slice(0, 2)),
    neutral: middle === undefined ? null : share([middle]),
    dissatisfied: share(levels.slice(-2)),
    ...summariseScores(levels, n, level),
  })
}

function checkTally(tally: ScaleTally): Outcome<ScaleLevel[], ScaleProblem> {
  const bad = tally.levels.find((one) => !isCount(one.count))
  if (bad) return refuse("not-a-count", { params: { level: bad.score, count: String(bad.count) } })
  if (!isCount(tally.notApplicable)) return refuse("not-a-count", { field: "notApplicable" })
  const levels = [...tally.levels].sort((a, b) => b.score - a.score)
  const lowest = levels.at(-1)?.score ?? 0
  const isWhole = levels.every((one, i) => one.score === lowest + levels.length - 1 - i)
  if (levels.length < 4 || !isWhole || !Number.isSafeInteger(lowest)) return refuse("not-a-scale")
  return totalOf(levels) === 0 ? refuse("no-answers") : accept(levels)
}

const totalOf = (levels: readonly ScaleLevel[]): number =>
  levels.reduce((sum, one) => sum + one.count, 0)

function shareOf(count: number, n: number, level: number): Proportion {
  const share = proportionOf({ count, n }, level)
  if (!share.ok) throw new Error("A checked tally gave an impossible share")
  return share.value
}

function summariseScores(levels: readonly ScaleLevel[], n: number, level: number) {
  const lowest = levels.at(-1)?.score ?? 0
  const span = levels.length - 1
  const mean = levels.reduce((sum, one) => sum + one.score * one.count, 0) / n
  const squares = levels.reduce((sum, one) => sum + one.count * (one.score - mean) ** 2, 0)
  const standardDeviation = n > 1 ? Math.sqrt(squares / (n - 1)) : null
  const meanInterval = intervalOfMean(mean, standardDeviation, n, level)
  const to100 = (score: number) => Math.min(100, Math.max(0, ((score - lowest) / span) * 100))
  return {
    mean,
    standardDeviation,
    meanInterval,
    score100: to100(mean),
    score100Interval: meanInterval && {
      low: to100(meanInterval.low),
      high: to100(meanInterval.high),
      level,
    },
  }
}

/** mean ± t·SD/√n. Null where it cannot be formed: n = 1 or no variation. */
export function intervalOfMean(
  mean: number,
  standardDeviation: number | null,
  n: number,
  level: number,
): Interval | null {
  if (!standardDeviation || n < 2) return null
  const half = (studentQuantile(1 - (1 - level) / 2, n - 1) * standardDeviation) / Math.sqrt(n)
  return { low: mean - half, high: mean + half, level }
}
