/** What the answers say, item by item: how they are spread, of how many, and the 滿意度 with its interval. */
import { type TallyGroup } from "../statistics/response-filter"
import { type Proportion, proportionOf } from "../statistics/proportion"
import { SMALL_SAMPLE } from "../statistics/sentences"
import { SMALLEST_SHOWN } from "../statistics/suppression"
import {
  type Item,
  NOT_APPLICABLE,
  optionKeys,
  type Questionnaire,
  SATISFIED,
} from "./questionnaire"

/** How much the numbers can bear: under 5 answers nothing is shown, under 30 they come with a warning. */
export type Weight = "none" | "hidden" | "small" | "enough"

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

/** The results of every item that can be counted, in the order of the questionnaire. */
export function resultsOf(content: Questionnaire, tally: TallyGroup): ItemResult[] {
  return content.items
    .filter(({ kind }) => kind !== "text")
    .map((item) => resultOf(item, tally.items[item.key]?.options ?? {}, tally.responses))
}

function resultOf(item: Item, counts: Record<string, number>, responses: number): ItemResult {
  const options = optionKeys(item).filter((option) => option !== NOT_APPLICABLE)
  // Ticks of a multiple choice overlap and none is an answer too, so their shares are of everybody who answered.
  const n = item.kind === "multiple" ? responses : sum(counts, options)
  const weight = weightOf(n)
  const isShown = weight === "small" || weight === "enough"
  const shareOf = (option: string) => ({
    option,
    count: counts[option] ?? 0,
    share: (counts[option] ?? 0) / n,
  })
  return {
    item,
    n,
    notApplicable: counts[NOT_APPLICABLE] ?? 0,
    weight,
    spread: isShown ? options.map(shareOf) : [],
    satisfaction: isShown && item.kind === "scale" ? satisfactionOf(counts, n) : null,
  }
}

/** What `n` answers can bear. */
export function weightOf(n: number): Weight {
  if (n === 0) return "none"
  if (n < SMALLEST_SHOWN) return "hidden"
  return n < SMALL_SAMPLE ? "small" : "enough"
}

function satisfactionOf(counts: Record<string, number>, n: number): Proportion | null {
  const proportion = proportionOf({ count: sum(counts, SATISFIED), n })
  return proportion.ok ? proportion.value : null
}

const sum = (counts: Record<string, number>, options: readonly string[]): number =>
  options.reduce((total, option) => total + (counts[option] ?? 0), 0)
