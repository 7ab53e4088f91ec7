/** A question with any number of answers out of several. */
import { ANY } from "../../statistics/response-filter"
import { applicable, NOT_APPLICABLE, readTicked, wordsOfOption } from "./ticked"
import type { ItemOf, KindModule } from "./kind"

const keysOf = (item: ItemOf<"multiple">) => item.options.map(({ key }) => key)

export const multiple: KindModule<ItemOf<"multiple">> = {
  optionKeys: keysOf,
  optionWords: (item, option) => wordsOfOption(item.options, option),
  readAnswer(item, values) {
    const { ticked, problem } = readTicked(keysOf(item), values)
    if (problem) return { problem }
    if (ticked.length === 0) return {}
    const atMost = item.atMost ?? item.options.length
    return ticked.length > atMost
      ? { problem: { code: "answer-too-many", params: { atMost } } }
      : { answer: ticked }
  },
  /** Each option once, and the item itself once as ANY: the base of its shares. */
  counting: { ticks: (given) => [ANY, ...new Set(given)], isCrossed: true },
  /** Ticks overlap and none is an answer too, so shares are of everybody who answered the questionnaire. */
  result: (item, counts, responses) => ({
    n: responses,
    notApplicable: counts[NOT_APPLICABLE] ?? 0,
    options: applicable(keysOf(item)),
    satisfied: null,
  }),
  lineWording: () => null,
  maySegment: false,
  isOwnWords: false,
  flaws: () => [],
}
