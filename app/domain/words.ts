/** Words that an office gives in several languages: questions, options, channels, categories. */
import type { z } from "zod"
import { DEFAULT_LOCALE, type Locale } from "./language"
import type { WordsSchema } from "./words.schema"

/** zh-TW is always there; a missing translation falls back to it. */
export type Words = z.infer<typeof WordsSchema>

/** The words in a language, or the Chinese ones where the translation is missing. */
export const wordsIn = (words: Words, language: Locale): string =>
  words[language] ?? words[DEFAULT_LOCALE]
