/** What the answers say, item by item: how they are spread, of how many, and the 滿意度 with its interval. */
import { type Proportion, proportionOf } from "../statistics/proportion"
import {
  type Item,
  NOT_APPLICABLE,
  optionKeys,
  type Questionnaire,
  SATISFIED,
} from "./questionnaire"

/** How often an option of an item was chosen, already summed over the days and channels in question. */
export type OptionTally = { item: string; option: string; count: number }

/** How much the numbers can bear: under 5 answers nothing is shown, under 30 they come with a warning. */
export type Weight = "none" | "hidden" | "small" | "enough"

export const SHOWN_FROM = 5
export const ENOUGH_FROM = 30

export type OptionShare = { option: string; count: number; share: number }

export type ItemResult = {
  item: Item
  /** How many answers the shares are of: without 不適用 and without skips. */
  n: number
  notApplicable: number
  weight: Weight
  /** In the order of the questionnaire; empty when hidden. */
  spread: OptionShare[]
  /** 滿意度: 非常滿意 and 滿意 of n, with its 95 % Wilson interval. Only scales, only when shown. */
  satisfaction: Proportion | null
}

/** How many answered at all: the most that any single-answer item counted, 不適用 included. */
export function countAnswered(content: Questionnaire, tallies: OptionTally[]): number {
  const totals = content.items
    .filter(({ kind }) => kind === "scale" || kind === "choice")
    .map((item) => sum(countsOf(item, tallies).values()))
  return Math.max(0, ...totals)
}

/** The results of every item that can be counted, in the order of the questionnaire. */
export function resultsOf(content: Questionnaire, tallies: OptionTally[]): ItemResult[] {
  const answered = countAnswered(content, tallies)
  return content.items
    .filter(({ kind }) => kind !== "text")
    .map((item) => resultOf(item, countsOf(item, tallies), answered))
}

function resultOf(item: Item, counts: Map<string, number>, answered: number): ItemResult {
  const options = optionKeys(item).filter((option) => option !== NOT_APPLICABLE)
  // Ticks of a multiple choice overlap, so their shares are of everybody who answered.
  const n =
    item.kind === "multiple" ? answered : sum(options.map((option) => counts.get(option) ?? 0))
  const weight = weightOf(n)
  const isShown = weight === "small" || weight === "enough"
  const shareOf = (option: string) => {
    const count = counts.get(option) ?? 0
    return { option, count, share: count / n }
  }
  return {
    item,
    n,
    notApplicable: counts.get(NOT_APPLICABLE) ?? 0,
    weight,
    spread: isShown ? options.map(shareOf) : [],
    satisfaction: isShown && item.kind === "scale" ? satisfactionOf(counts, n) : null,
  }
}

/** What `n` answers can bear. */
export function weightOf(n: number): Weight {
  if (n === 0) return "none"
  if (n < SHOWN_FROM) return "hidden"
  return n < ENOUGH_FROM ? "small" : "enough"
}

function satisfactionOf(counts: Map<string, number>, n: number): Proportion | null {
  const proportion = proportionOf({
    count: sum(SATISFIED.map((point) => counts.get(point) ?? 0)),
    n,
  })
  return proportion.ok ? proportion.value : null
}

function countsOf(item: Item, tallies: OptionTally[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { item: key, option, count } of tallies) {
    if (key === item.key) counts.set(option, (counts.get(option) ?? 0) + count)
  }
  return counts
}

function sum(counts: Iterable<number>): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
