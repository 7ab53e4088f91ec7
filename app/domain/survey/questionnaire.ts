/** What a published questionnaire version contains: its items, their scales and options, and the words in every language. */
import type { z } from "zod"
import type {
  ItemSchema,
  OptionSchema,
  QuestionnaireSchema,
  WordsSchema,
} from "./questionnaire.schema"

export const LANGUAGES = ["zh-TW", "en", "vi", "id"] as const
export type Language = (typeof LANGUAGES)[number]

/** zh-TW is always there; a missing translation falls back to it. */
export type Words = z.infer<typeof WordsSchema>

/** The points of a scale, from the best to the worst: the order is fixed, so that a series stays comparable. */
export const SCALE_POINTS = ["5", "4", "3", "2", "1"] as const
export type ScalePoint = (typeof SCALE_POINTS)[number]
/** The points that count as satisfied: 非常滿意 and 滿意. */
export const SATISFIED: readonly string[] = ["5", "4"]
/** The answer "does not apply": kept, shown, and left out of every base. */
export const NOT_APPLICABLE = "na"

export type ItemOption = z.infer<typeof OptionSchema>

export type Item = z.infer<typeof ItemSchema>

export type Questionnaire = z.infer<typeof QuestionnaireSchema>

/** The options a citizen can tick, best first; empty for a text. */
export function optionKeys(item: Item): string[] {
  if (item.kind === "text") return []
  if (item.kind === "scale") {
    return item.notApplicable ? [...SCALE_POINTS, NOT_APPLICABLE] : [...SCALE_POINTS]
  }
  return item.options.map((option) => option.key)
}

/** What an option of an item is called; its key when the questionnaire does not know it. */
export function optionWords(content: Questionnaire, item: Item, option: string): Words {
  const unknown = { "zh-TW": option }
  if (item.kind === "text") return unknown
  if (item.kind !== "scale") return item.options.find(({ key }) => key === option)?.words ?? unknown
  if (option === NOT_APPLICABLE) return item.notApplicable ?? unknown
  const point = SCALE_POINTS.find((candidate) => candidate === option)
  return (point && content.scales[item.scale]?.[point]) || unknown
}

/** The words in a language, or the Chinese ones where the translation is missing. */
export const wordsIn = (words: Words, language: Language): string =>
  words[language] ?? words["zh-TW"]

export const findItem = (content: Questionnaire, key: string): Item | null =>
  content.items.find((item) => item.key === key) ?? null
