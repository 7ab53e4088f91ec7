/** Reads a question of satisfaction, and the words of a scale's points. */
import { z } from "zod"
import { WordsSchema } from "../../words.schema"
import { EVERY_ITEM, KeySchema } from "./every-item.schema"

export const ScaleSchema = z.strictObject({
  "5": WordsSchema,
  "4": WordsSchema,
  "3": WordsSchema,
  "2": WordsSchema,
  "1": WordsSchema,
})

export const ScaleItemSchema = z.strictObject({
  ...EVERY_ITEM,
  kind: z.literal("scale"),
  scale: KeySchema,
  /** The words of 不適用; without them the item applies to everybody. */
  notApplicable: WordsSchema.optional(),
})
