/** Words of a questionnaire in the reader's language. */
import type { z } from "zod"
import type { WordsSchema } from "./words.schema"

export const LANGUAGES = ["zh-TW", "en", "vi", "id"] as const
export type Language = (typeof LANGUAGES)[number]

/** zh-TW is always there; a missing translation falls back to it. */
export type Words = z.infer<typeof WordsSchema>

/** The words in a language, or the Chinese ones where the translation is missing. */
export const wordsIn = (words: Words, language: Language): string =>
  words[language] ?? words["zh-TW"]
