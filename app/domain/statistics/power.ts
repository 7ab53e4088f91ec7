/**
 * Answers: how many answers are needed to see a change, and what change can these answers show at all?
 * Assumes two independent groups, the two-sided z test, normal approximation.
 * Source: Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 4.3 (no continuity correction);
 * R: power.prop.test. Example: 94 % → 90 % needs 721 answers per period for 80 % power; 94 % → 92 % needs 2,554.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { normalQuantile } from "./distributions"
import { checkLevel, isCount, type LevelProblem, zOfLevel } from "./interval"

export type PowerOptions = { power?: number; level?: number }
export type PowerProblem = "not-a-share" | "no-change" | "not-a-count" | "no-answers" | LevelProblem

/** Answers needed in each of the two periods. */
export function answersForChange(
  from: number,
  to: number,
  { power = 0.8, level = 0.95 }: PowerOptions = {},
): Outcome<number, PowerProblem> {
  const checked = checkAsked([from, to], power, level)
  if (!checked.ok) return checked
  if (from === to) return refuse("no-change")
  const reach = reachOf({ from, to }, { before: 1, after: 1 }, { power, level })
  return accept(Math.ceil((reach / (to - from)) ** 2 - 1e-9))
}

/**
 * The smallest fall and rise from `from` that would be seen with that power, as shares (0.04 = four points).
 * Null where even a change to 0 % or 100 % would not be. Example: 94 %, 300 and 300 → fall of .0664, rise of .0437.
 */
export function smallestVisibleChange(
  from: number,
  answers: { before: number; after: number },
  { power = 0.8, level = 0.95 }: PowerOptions = {},
): Outcome<{ fall: number | null; rise: number | null }, PowerProblem> {
  const checked = checkAsked([from], power, level)
  if (!checked.ok) return checked
  if (!isCount(answers.before) || !isCount(answers.after)) return refuse("not-a-count")
  if (answers.before === 0 || answers.after === 0) return refuse("no-answers")
  const isSeen = (to: number) =>
    Math.abs(to - from) >= reachOf({ from, to }, answers, { power, level })
  return accept({ fall: smallestStep(from, 0, isSeen), rise: smallestStep(from, 1, isSeen) })
}

function checkAsked(shares: number[], power: number, level: number): Outcome<null, PowerProblem> {
  for (const asked of [checkLevel(power), checkLevel(level)]) if (!asked.ok) return asked
  const isShare = shares.every((share) => share >= 0 && share <= 1)
  return isShare ? accept(null) : refuse("not-a-share")
}

/** The change that is just seen, in units of the shares, were the after-share `to`. */
function reachOf(
  { from, to }: { from: number; to: number },
  { before, after }: { before: number; after: number },
  asked: Required<PowerOptions>,
): number {
  const pooled = (from * before + to * after) / (before + after)
  const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / before + 1 / after))
  const underChange = Math.sqrt((from * (1 - from)) / before + (to * (1 - to)) / after)
  return zOfLevel(asked.level) * underNone + normalQuantile(asked.power) * underChange
}

/** Halves the way from `from` to the end until the change is just seen. */
function smallestStep(from: number, end: number, isSeen: (to: number) => boolean): number | null {
  if (from === end || !isSeen(end)) return null
  let near = from
  let far = end
  for (let step = 0; step < 60; step++) {
    const middle = (near + far) / 2
    if (isSeen(middle)) far = middle
    else near = middle
  }
  return Math.abs(far - from)
}
