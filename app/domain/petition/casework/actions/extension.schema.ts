/** The form of asking for more time. */
import { z } from "zod"
import { reason, seen, ticked } from "../form-parts.schema"

export const ExtensionForm = z.object({
  seen,
  workingDays: z.coerce
    .number({ error: "working-days-range" })
    .int("working-days-range")
    .min(1, "working-days-range")
    .max(60, "working-days-range"),
  reason,
  isSpecial: ticked,
})
