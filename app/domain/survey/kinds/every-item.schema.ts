/** Reads what the items of every kind have in common, and the options that some kinds offer. */
import { z } from "zod"
import { WordsSchema } from "../../words.schema"

/** Keys become field names, column values and CSS: nothing but plain letters, digits and underscores. */
export const KeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "not-a-key")
const OptionKeySchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, "not-a-key")

export const OptionsSchema = z
  .array(z.strictObject({ key: OptionKeySchema, words: WordsSchema }))
  .min(2)

export const EVERY_ITEM = {
  key: KeySchema,
  words: WordsSchema,
  hint: WordsSchema.optional(),
  /** What tables and charts call the item. */
  shortName: WordsSchema,
  required: z.boolean().default(false),
  /** Asked only when an earlier item was answered with one of these options. */
  followUp: z
    .strictObject({ item: KeySchema, when: z.array(OptionKeySchema).min(1, "required") })
    .optional(),
  /** 基本資料: splits the others into groups, is never required. */
  segment: z.boolean().default(false),
}
