/** When answers look like a machine's and not like people's: they are kept, but do not count until someone looked. */
import { isOwnWords, lineWordingOf } from "./kinds/kinds"
import { characterCount } from "../form"
import type { Answers } from "./branching"
import { findItem, type Questionnaire } from "./questionnaire"

/** The most telling first: a response is flagged once, for the first that fits, so that a burst stays together. */
export const FLAG_REASONS = [
  "too-quick", // sent sooner than anybody reads the questions
  "same-text", // the same sentence again and again
  "sender-burst", // one network address, faster than one person after the other
  "straight-lines", // one address, the same level everywhere, each within seconds
  "channel-burst", // a channel far above what it takes on its days
] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

/** `minutes`: the window in which answers are counted together. `most`: how many of them are still people. */
type Rule = { minutes: number; most: (usualPerDay: number) => number }

/**
 * An office of 400 answers a month takes 20 on a day, 10 in its busiest hour; the tablet at its door is one address and
 * needs most of a minute for each person. The limits stand well above that, and rise with what a channel usually takes.
 */
export const BURST_RULES: Record<FlagReason, Rule> = {
  "sender-burst": { minutes: 10, most: (usualPerDay) => Math.max(12, usualPerDay / 4) },
  "channel-burst": { minutes: 60, most: (usualPerDay) => Math.max(40, usualPerDay * 2) },
  "same-text": { minutes: 24 * 60, most: () => 4 },
  "too-quick": { minutes: 60, most: () => 2 },
  "straight-lines": { minutes: 60, most: () => 7 },
}

/** Whether so many answers within the rule's window are a burst, on a channel that usually takes so many a day. */
export const isBurst = (reason: FlagReason, count: number, usualPerDay: number): boolean =>
  count > BURST_RULES[reason].most(usualPerDay)

/** Nobody reads five questions and ticks five answers in this time. */
const QUICK_SECONDS = 3
const STRAIGHT_SECONDS = 10
const FEWEST_IN_LINE = 5
/** Shorter texts (沒有, 很好, 謝謝) are alike by themselves. */
const SHORTEST_TEXT = 8

/** What a response shows of how it was made; `text` is what can be compared, null when it is too short. */
export type Trait = { isQuick: boolean; isStraight: boolean; text: string | null }

export function traitsOf(content: Questionnaire, answers: Answers, tookUpTo: number | null): Trait {
  const given = Object.entries(answers).map(([key, answer]) => ({
    item: findItem(content, key),
    answer: [answer].flat().join("\n"),
  }))
  const levels = given
    .filter(({ item }) => item && lineWordingOf(content, item) !== null)
    .map(({ answer }) => answer)
  const text = given
    .filter(({ item }) => item && isOwnWords(item))
    .map(({ answer }) => answer)
    .join("\n")
  return {
    isQuick: tookUpTo === null || tookUpTo <= QUICK_SECONDS,
    isStraight:
      levels.length >= FEWEST_IN_LINE &&
      new Set(levels).size === 1 &&
      (tookUpTo ?? 0) <= STRAIGHT_SECONDS,
    text: characterCount(text) >= SHORTEST_TEXT ? text : null,
  }
}
