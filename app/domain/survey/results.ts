/** What the answers say, item by item: how they are spread, of how many, and the 滿意度 with its interval. */
import type { Counted } from "../statistics/interval"
import { type TallyGroup } from "../statistics/response-filter"
import { type Proportion, proportionOf } from "../statistics/proportion"
import { SMALL_SAMPLE } from "../statistics/sentences"
import { SMALLEST_SHOWN } from "../statistics/suppression"
import type { KindResult, OptionCounts } from "./kinds/kind"
import { resultOf } from "./kinds/kinds"
import type { Item, Questionnaire } from "./questionnaire"

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
  /** Whether its answers are levels of satisfaction. */
  isRated: boolean
  /** 滿意度: 非常滿意 and 滿意 of n, with its 95 % Wilson interval. Only of what is rated, only when shown. */
  satisfaction: Proportion | null
}

/** The results of every item that can be counted, in the order of the questionnaire. */
export function resultsOf(content: Questionnaire, tally: TallyGroup): ItemResult[] {
  return content.items.flatMap((item) => {
    const counts = tally.items[item.key]?.options ?? {}
    const counted = resultOf(item, counts, tally.responses)
    return counted ? [shownResult(item, counts, counted)] : []
  })
}

function shownResult(item: Item, counts: OptionCounts, counted: KindResult): ItemResult {
  const { n, notApplicable, options, satisfied } = counted
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
    notApplicable,
    weight,
    spread: isShown ? options.map(shareOf) : [],
    isRated: satisfied !== null,
    satisfaction: isShown && satisfied !== null ? satisfactionOf({ count: satisfied, n }) : null,
  }
}

/** What `n` answers can bear. */
export function weightOf(n: number): Weight {
  if (n === 0) return "none"
  if (n < SMALLEST_SHOWN) return "hidden"
  return n < SMALL_SAMPLE ? "small" : "enough"
}

function satisfactionOf(counted: Counted): Proportion | null {
  const proportion = proportionOf(counted)
  return proportion.ok ? proportion.value : null
}
