/** Fields that several forms of casework have. Each message is the code of a problem. */
import { z } from "zod"
import { paragraphs } from "../../text"

/** The version of the case that the page showed. */
export const seen = z.string().max(20)

/** Of a form that may be sent from a page of any version. */
export const seenDoesNotMatter = z.unknown().transform((): undefined => undefined)

export const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

export const officerId = z.guid({ error: "officer-required" })
export const reason = paragraphs(2_000, "explanation-required")
