/** The form of asking the petitioner what is unclear. */
import { z } from "zod"
import { paragraphs } from "../../../text"
import { seen } from "../form-parts.schema"

export const SupplementForm = z.object({ seen, question: paragraphs(2_000, "question-required") })
