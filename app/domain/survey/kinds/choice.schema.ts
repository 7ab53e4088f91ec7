/** Reads a question with one answer out of several. */
import { z } from "zod"
import { EVERY_ITEM, OptionsSchema } from "./every-item.schema"

export const ChoiceItemSchema = z.strictObject({
  ...EVERY_ITEM,
  kind: z.literal("choice"),
  options: OptionsSchema,
})
