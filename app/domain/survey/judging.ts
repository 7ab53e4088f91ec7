/** A person's judgement on flagged answers: they count after all, or they stay out; always with a reason. */
/** 採計 puts back what the rule took out; 不採計 leaves it out for good. The word is what the mark says. */
export const JUDGEMENTS = ["restored", "withdrawn"] as const
export type Judgement = (typeof JUDGEMENTS)[number]
