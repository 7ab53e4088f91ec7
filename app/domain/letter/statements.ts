/** What a letter about a petition may state by law: the finding, the remedies, the grounds for not processing it. */

export const DISPOSITIONS = ["well_founded", "partly", "not_well_founded"] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** §172 II: where else the petitioner may turn. */
export const REMEDIES = ["administrative_appeal", "litigation", "state_compensation"] as const
export type Remedy = (typeof REMEDIES)[number]

/** The only three grounds of §173 for not processing a petition. */
export const DECLINE_GROUNDS = [
  "no_content_or_identity",
  "answered_repeatedly",
  "not_competent_multiple",
] as const
export type DeclineGround = (typeof DECLINE_GROUNDS)[number]
