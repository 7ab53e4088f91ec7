/** Reads words in the languages of a questionnaire: zh-TW is always there, the others may be missing. */
import { z } from "zod"

const text = (limit: number) => z.string().trim().min(1, "required").max(limit, "too-long")

export const WordsSchema = z.strictObject({
  "zh-TW": text(500),
  en: text(500).optional(),
  vi: text(500).optional(),
  id: text(500).optional(),
})
