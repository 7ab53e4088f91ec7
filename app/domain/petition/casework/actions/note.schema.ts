/** The form of an internal note, which changes nothing of the case. */
import { z } from "zod"
import { paragraphs } from "../../../text"
import { seenDoesNotMatter } from "../form-parts.schema"

export const NoteForm = z.object({
  seen: seenDoesNotMatter,
  text: paragraphs(2_000, "note-required"),
})
