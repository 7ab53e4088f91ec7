/**
 * Answers: what share was satisfied, how sure is that, and did it differ between two independent groups or periods?
 * Assumes each answer counts once and answers are independent; groups do not overlap.
 * Source: Wilson 1927; Newcombe 1998, Stat. Med. 17:857 (one share) and 17:873, method 10 (difference).
 * Example: proportionOf({ count: 81, n: 263 }) has the 95 % interval .2553–.3662 (Newcombe 1998, table I).
 */
import { accept, type Outcome } from "../outcome"
import { normalTwoSided } from "./distributions"
import {
  checkCounted,
  checkLevel,
  clampShare,
  type Counted,
  type CountProblem,
  DEFAULT_LEVEL,
  type Interval,
  type LevelProblem,
  zOfLevel,
} from "./interval"

export type Proportion = Counted & { value: number; interval: Interval }

/** `value` = after − before, as a share: −0.04 is four percentage points down. */
export type Difference = {
  value: number
  interval: Interval
  before: Proportion
  after: Proportion
}

export type ProportionTest = { z: number; p: number }

export type ProportionProblem = CountProblem | LevelProblem

/** The share with its Wilson interval. Example: 282 of 300 → .94, .907–.962. */
export function proportionOf(
  counted: Counted,
  level = DEFAULT_LEVEL,
): Outcome<Proportion, ProportionProblem> {
  const checked = checkCounted(counted)
  if (!checked.ok) return checked
  const asked = checkLevel(level)
  if (!asked.ok) return asked
  const { count, n } = counted
  return accept({ count, n, value: count / n, interval: wilson(count / n, n, level) })
}

/**
 * Wilson's score interval of a share. `n` may be an effective n (weights, over-dispersion), so need not be whole.
 * Arguments must have been checked: share in [0, 1], n > 0, level in (0, 1).
 */
export function wilson(share: number, n: number, level = DEFAULT_LEVEL): Interval {
  const z = zOfLevel(level)
  const spread = (z * z) / n
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + spread)
  return {
    low: share === 0 ? 0 : Math.min(share, clampShare(centre - half)),
    high: share === 1 ? 1 : Math.max(share, clampShare(centre + half)),
    level,
  }
}

/**
 * after − before with Newcombe's interval. It holds 0 when the change is within chance.
 * Example: before 48/80, after 56/70 → .2000, .0524–.3339 (Newcombe 1998, table II (a), method 10).
 */
export function differenceOf(
  before: Counted,
  after: Counted,
  level = DEFAULT_LEVEL,
): Outcome<Difference, ProportionProblem> {
  const checks = [checkCounted(before, "before"), checkCounted(after, "after")]
  for (const check of checks) if (!check.ok) return check
  const first = proportionOf(before, level)
  const second = proportionOf(after, level)
  if (!first.ok) return first
  if (!second.ok) return second
  return accept({
    value: second.value.value - first.value.value,
    interval: newcombe(first.value, second.value, level),
    before: first.value,
    after: second.value,
  })
}

/** Newcombe's method 10 from two shares and their Wilson intervals (of real or effective n). */
export function newcombe(
  before: { value: number; interval: Interval },
  after: { value: number; interval: Interval },
  level: number,
): Interval {
  const change = after.value - before.value
  const down = Math.hypot(after.value - after.interval.low, before.interval.high - before.value)
  const up = Math.hypot(after.interval.high - after.value, before.value - before.interval.low)
  return { low: Math.max(-1, change - down), high: Math.min(1, change + up), level }
}

/**
 * Two-sided z test of "no difference", pooled, without continuity correction; z < 0 means a fall.
 * When everybody, or nobody, counts in both groups there is nothing to differ: z = 0, p = 1.
 * For expected cells below 5 use contingency.ts, which is exact there.
 */
export function testDifference(
  before: Counted,
  after: Counted,
): Outcome<ProportionTest, CountProblem> {
  const first = checkCounted(before, "before")
  if (!first.ok) return first
  const second = checkCounted(after, "after")
  if (!second.ok) return second
  const pooled = (before.count + after.count) / (before.n + after.n)
  const variance = pooled * (1 - pooled) * (1 / before.n + 1 / after.n)
  if (variance === 0) return accept({ z: 0, p: 1 })
  const z = (after.count / after.n - before.count / before.n) / Math.sqrt(variance)
  return accept({ z, p: normalTwoSided(z) })
}
