/** Reads a judgement on flagged answers. */
import { z } from "zod"
import { JUDGEMENTS } from "./judging"

/** What the form sends. `upTo`: the newest answer the page showed; later ones were not looked at. */
export const JudgementForm = z.object({
  judgement: z.enum(JUDGEMENTS, { error: "judgement-required" }),
  reason: z.string().trim().min(1, "reason-required").max(500, "too-long"),
  upTo: z.string().regex(/^\d{1,18}$/, "not-usable"),
})
export type JudgementForm = z.infer<typeof JudgementForm>
