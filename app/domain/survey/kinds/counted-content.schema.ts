/** Reads only what counting needs of a version's content, so that an old content still counts. */
import { z } from "zod"
import { ItemSchema } from "./item.schema"

/** A kind that this program does not know stops the counting: whatever was counted for it would be wrong. */
const KindSchema = z.enum(ItemSchema.options.map((option) => option.shape.kind.value))

export const CountedContentSchema = z.object({
  items: z.array(z.object({ key: z.string(), kind: KindSchema, segment: z.boolean().optional() })),
})
