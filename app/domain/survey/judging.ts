/** A person's judgement on flagged answers: they count after all, or they stay out; always with a reason. */
import { z } from "zod"

/** 採計 puts back what the rule took out; 不採計 leaves it out for good. The word is what the mark says. */
export const JUDGEMENTS = ["restored", "withdrawn"] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** What the form sends. `upTo`: the newest answer the page showed; later ones were not looked at. */
export const JudgementForm = z.object({
  judgement: z.enum(JUDGEMENTS, { error: "judgement-required" }),
  reason: z.string().trim().min(1, "reason-required").max(500, "too-long"),
  upTo: z.string().regex(/^\d{1,18}$/, "not-usable"),
})
export type JudgementForm = z.infer<typeof JudgementForm>
