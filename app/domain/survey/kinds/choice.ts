/** A question with one answer out of several. */
import { applicable, COUNTS_ONE, NOT_APPLICABLE, readOne, sumOf, wordsOfOption } from "./ticked"
import type { ItemOf, KindModule } from "./kind"

const keysOf = (item: ItemOf<"choice">) => item.options.map(({ key }) => key)

export const choice: KindModule<ItemOf<"choice">> = {
  optionKeys: keysOf,
  optionWords: (item, option) => wordsOfOption(item.options, option),
  readAnswer: (item, values) => readOne(keysOf(item), values),
  counting: COUNTS_ONE,
  result(item, counts) {
    const options = applicable(keysOf(item))
    const notApplicable = counts[NOT_APPLICABLE] ?? 0
    return { n: sumOf(counts, options), notApplicable, options, satisfied: null }
  },
  lineWording: () => null,
  maySegment: true,
  isOwnWords: false,
  flaws: () => [],
}
