/** Reads a question with any number of answers out of several. */
import { z } from "zod"
import { EVERY_ITEM, OptionsSchema } from "./every-item.schema"

export const MultipleItemSchema = z.strictObject({
  ...EVERY_ITEM,
  kind: z.literal("multiple"),
  options: OptionsSchema,
  atMost: z.number().int().min(1).optional(),
})
