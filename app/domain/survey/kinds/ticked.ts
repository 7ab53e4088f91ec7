/** What the kinds with options to tick have in common. */
import type { Counting } from "../../statistics/tally"
import type { Words } from "../../words"
import type { OptionCounts, Reading } from "./kind"

/** The answer "does not apply": kept, shown, and left out of every base. */
export const NOT_APPLICABLE = "na"

type Option = { key: string; words: Words }

export const wordsOfOption = (options: readonly Option[], option: string): Words | undefined =>
  options.find(({ key }) => key === option)?.words

/** The ticked options, in the order of the questionnaire; a problem when one of them does not exist. */
export function readTicked(options: string[], values: string[]): Reading & { ticked: string[] } {
  const ticked = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))]
  if (ticked.some((option) => !options.includes(option)))
    return { ticked: [], problem: { code: "answer-unknown" } }
  return { ticked: options.filter((option) => ticked.includes(option)) }
}

/** One answer or none. */
export function readOne(options: string[], values: string[]): Reading {
  const { ticked, problem } = readTicked(options, values)
  if (problem) return { problem }
  const [answer] = ticked
  if (answer === undefined) return {}
  return ticked.length === 1 ? { answer } : { problem: { code: "answer-one" } }
}

/** One answer is one tick. */
export const COUNTS_ONE: Counting = { ticks: (given) => given.slice(0, 1), isCrossed: true }

export const applicable = (options: readonly string[]): string[] =>
  options.filter((option) => option !== NOT_APPLICABLE)

export const sumOf = (counts: OptionCounts, options: readonly string[]): number =>
  options.reduce((total, option) => total + (counts[option] ?? 0), 0)
