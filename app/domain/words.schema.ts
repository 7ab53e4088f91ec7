/** Reads words in several languages: zh-TW is always there, the others may be missing. */
import { z } from "zod"
import type { Locale } from "./language"

const text = (limit: number) => z.string().trim().min(1, "required").max(limit, "too-long")

const translated = text(500).optional()

export const WordsSchema = z.strictObject({
  "zh-TW": text(500),
  en: translated,
  vi: translated,
  id: translated,
} satisfies Record<Locale, z.ZodType>)
