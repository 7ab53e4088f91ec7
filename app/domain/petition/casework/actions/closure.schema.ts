/** The form of closing a case. */
import { z } from "zod"
import { seen } from "../form-parts.schema"

export const CaseClosureForm = z.object({
  seen,
  remark: z.string().trim().max(2_000, "too-long").default(""),
})
