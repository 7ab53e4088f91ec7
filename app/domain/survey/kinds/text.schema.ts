/** Reads a question that is answered in one's own words. */
import { z } from "zod"
import { EVERY_ITEM } from "./every-item.schema"

export const TextItemSchema = z.strictObject({
  ...EVERY_ITEM,
  kind: z.literal("text"),
  /** Counts characters (code points), not bytes. */
  limit: z.number().int().min(1).max(4000),
})
