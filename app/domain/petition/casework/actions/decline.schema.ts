/** The form of asking not to process a petition. */
import { z } from "zod"
import { readCaseNumber } from "../../filing/number"
import { DECLINE_GROUNDS } from "../../../letter/statements"
import { reason, seen } from "../form-parts.schema"

export const DeclineForm = z.object({
  seen,
  ground: z.enum(DECLINE_GROUNDS, { error: "ground-required" }),
  reason,
  earlier: z
    .string()
    .max(1_000, "too-long")
    .default("")
    .transform((typed) => [
      ...new Set(typed.split(/[\s,，、;；]+/).flatMap((one) => readCaseNumber(one) ?? [])),
    ]),
})
