/**
 * Answers: between which two values does the true value plausibly lie, and may these counts be used at all?
 * An interval speaks of random fluctuation. Whether it also speaks of a population depends on the design: see sample.ts.
 * Example: checkCounted({ count: 301, n: 300 }) refuses with "count-exceeds-n".
 */
import { accept, type Outcome, refuse } from "../outcome"
import { normalQuantile } from "./distributions"

/** Both ends belong to it. `level` 0.95 means: 95 of 100 such intervals hold the true value. */
export type Interval = { low: number; high: number; level: number }

/** "282 of 300": `count` of the `n` who gave a countable answer. Not-applicable is in neither. */
export type Counted = { count: number; n: number }

export type CountProblem = "not-a-count" | "count-exceeds-n" | "no-answers"
export type LevelProblem = "not-a-level"

export const DEFAULT_LEVEL = 0.95

/** Whole, not negative, and small enough to be exact. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Refuses what cannot be "count of n". `field` says in the problem which group was wrong. */
export function checkCounted(counted: Counted, field?: string): Outcome<Counted, CountProblem> {
  const { count, n } = counted
  const where = field === undefined ? {} : { field }
  if (!isCount(count) || !isCount(n)) {
    return refuse("not-a-count", { ...where, params: { count: String(count), n: String(n) } })
  }
  if (count > n) return refuse("count-exceeds-n", { ...where, params: { count, n } })
  if (n === 0) return refuse("no-answers", where)
  return accept(counted)
}

/** Refuses a confidence level (or power) that is not strictly between 0 and 1. */
export function checkLevel(level: number): Outcome<number, LevelProblem> {
  return level > 0 && level < 1
    ? accept(level)
    : refuse("not-a-level", { params: { level: String(level) } })
}

/** How many standard errors an interval of that level reaches to each side: 1.96 for 0.95. */
export const zOfLevel = (level: number): number => normalQuantile(1 - (1 - level) / 2)

export const holds = (interval: Interval, value: number): boolean =>
  interval.low <= value && value <= interval.high

export const clampShare = (value: number): number => Math.min(1, Math.max(0, value))
