/** The form of sorting a new case. */
import { z } from "zod"
import { NATURES } from "../../petition"
import { officerId, seen, ticked } from "../form-parts.schema"

export const TriageForm = z.object({
  seen,
  officerId,
  categoryId: z.guid({ error: "category-required" }),
  nature: z.enum(NATURES, { error: "nature-required" }),
  confidential: ticked,
  respondentId: z
    .union([z.literal("").transform(() => null), z.guid()])
    .nullish()
    .transform((value) => value ?? null),
})
