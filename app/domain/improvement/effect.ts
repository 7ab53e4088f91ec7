/**
 * Answers: did the improvement work? Judged as promised before it began: same question, same test, the numbers of
 * the baseline against those of the window. Assumes independent answers; the share counts everybody who answered.
 * Source: Newcombe 1998, Stat. Med. 17:873 (interval of the difference); Fleiss, Levin & Paik 2003, ch. 4 (needed n).
 * Example: 509 of 600 before, 564 of 600 after → improved, +9.2 points (5.7 to 12.7).
 */
import { daysBetween, type CalendarDate } from "../deadline/calendar-date"
import { type Counted, zOfLevel } from "../statistics/interval"
import { normalQuantile } from "../statistics/distributions"
import { type Difference, differenceOf } from "../statistics/proportion"
import { SMALLEST_SHOWN } from "../statistics/suppression"
import type { Target } from "./target"

const MOST_NEEDED = 10_000_000

export type Effect =
  | { verdict: "improved"; difference: Difference; reachedThreshold: boolean }
  | { verdict: "worsened"; difference: Difference }
  | { verdict: "no-change-detected"; difference: Difference }
  /** `needed` answers in the window would show the promised change; null: no number would, the baseline is too small. */
  | { verdict: "not-enough-data"; n: number; needed: number | null; difference: Difference | null }

/**
 * The verdict on a target. A change is one only when the interval of the difference leaves out zero. When it does
 * not, the verdict is "no change detected" only if the answers would have sufficed to see the promised change.
 */
export function checkEffect(baseline: Counted, after: Counted, target: Target): Effect {
  const needed = answersNeeded(baseline, target)
  const n = after.n
  if (n < SMALLEST_SHOWN) return { verdict: "not-enough-data", n, needed, difference: null }
  const compared = differenceOf(baseline, after, target.test.level)
  if (!compared.ok) return { verdict: "not-enough-data", n, needed, difference: null }
  const difference = compared.value
  const { low, high } = difference.interval
  const wished = target.direction === "rise" ? low > 0 : high < 0
  const unwished = target.direction === "rise" ? high < 0 : low > 0
  if (wished) {
    const reachedThreshold = Math.abs(difference.value) >= target.minimumChange - 1e-9
    return { verdict: "improved", difference, reachedThreshold }
  }
  if (unwished) return { verdict: "worsened", difference }
  if (needed === null || n < needed) return { verdict: "not-enough-data", n, needed, difference }
  return { verdict: "no-change-detected", difference }
}

/** What of a target decides how many answers it needs. */
type Promised = Pick<Target, "direction" | "minimumChange" | "test">

/**
 * How many answers the window needs so that the promised change is seen with the target's power, given how many
 * the baseline has. Null when even a very large window would not do.
 * Example: 940 of 1,000 before, four points down, power 0.8 → 539.
 */
export function answersNeeded(baseline: Counted, target: Promised): number | null {
  const { share, change } = promised(baseline, target)
  const zOfChance = zOfLevel(target.test.level)
  const zOfPower = normalQuantile(target.test.power)
  // statistics/power answers for a given n; here n is sought, so its formula is turned round by halving.
  const suffices = (n: number) => {
    const pooled = (baseline.count + (share + change) * n) / (baseline.n + n)
    const ofChance = Math.sqrt(pooled * (1 - pooled) * (1 / baseline.n + 1 / n))
    const ofShares = Math.sqrt(spread(share) / baseline.n + spread(share + change) / n)
    return zOfChance * ofChance + zOfPower * ofShares <= Math.abs(change)
  }
  if (!suffices(MOST_NEEDED)) return null
  let low = 0
  let high = MOST_NEEDED
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (suffices(middle)) high = middle
    else low = middle
  }
  return high
}

/** The share of the baseline and the promised change with its sign, kept within 0 and 1. */
function promised(baseline: Counted, target: Promised): { share: number; change: number } {
  const share = baseline.count / baseline.n
  const change = target.direction === "rise" ? target.minimumChange : -target.minimumChange
  return { share, change: Math.min(1, Math.max(0, share + change)) - share }
}

const spread = (share: number) => share * (1 - share)

export type WindowState = "before" | "running" | "over"

/** Where today stands: a verdict is given only when the window is over, so that nobody stops when it looks best. */
export function windowState(target: Target, today: CalendarDate): WindowState {
  if (daysBetween(today, target.window.from) > 0) return "before"
  return daysBetween(target.window.to, today) > 0 ? "over" : "running"
}
