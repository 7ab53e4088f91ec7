/** The form of the reply: kept as a draft, or handed in. */
import { z } from "zod"
import { DISPOSITIONS, REMEDIES } from "../../../letter/statements"
import { seen } from "../form-parts.schema"

export const ReplyForm = z.object({
  seen,
  intent: z.enum(["draft", "submit"]),
  disposition: z.enum(DISPOSITIONS, { error: "disposition-required" }),
  // One ticked box arrives as a text, several as a list, none not at all.
  remedies: z
    .union([z.enum(REMEDIES).transform((one) => [one]), z.array(z.enum(REMEDIES))])
    .default([]),
  body: z.string().trim().min(1, "body-required").max(8_000, "too-long"),
  reason: z.string().trim().max(2_000, "too-long").default(""),
  legalBasis: z.string().trim().max(500, "too-long").default(""),
})
