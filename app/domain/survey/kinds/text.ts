/** A question that is answered in one's own words. */
import { characterCount, cleanText } from "../../form"
import { TEXT_ANSWERED } from "../../statistics/response-filter"
import type { ItemOf, KindModule } from "./kind"

export const text: KindModule<ItemOf<"text">> = {
  optionKeys: () => [],
  optionWords: () => undefined,
  readAnswer({ limit }, values) {
    const answer = cleanText(values.join("\n"))
    if (answer === "") return {}
    const length = characterCount(answer)
    return length > limit
      ? { problem: { code: "answer-too-long", params: { limit, length } } }
      : { answer }
  },
  /** That something was written is counted; the words never are, nor are they crossed with who wrote them. */
  counting: { ticks: () => [TEXT_ANSWERED], isCrossed: false },
  result: () => null,
  lineWording: () => null,
  maySegment: false,
  isOwnWords: true,
  flaws: () => [],
}
