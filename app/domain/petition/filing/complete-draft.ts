/** Whether a draft is complete: every page of it is read once more before it becomes a petition. */
import type { z } from "zod"
import { accept, type Outcome, type Problem } from "../../outcome"
import type { AskingStep, CompleteDraft, ContentAnswers, FilingDraft } from "./filing"
import { STEP_SCHEMAS } from "./filing.schema"

/** Everything once more, as if it came from a stranger: the draft, or the first page with a problem and why. */
export function completeDraft(draft: FilingDraft): Outcome<CompleteDraft> & { step?: AskingStep } {
  const parsed = {
    what: STEP_SCHEMAS.what.safeParse(draft.what ?? {}),
    content: STEP_SCHEMAS.content.safeParse(asEntered(draft.content)),
    contact: STEP_SCHEMAS.contact.safeParse(draft.contact ?? {}),
  }
  if (!parsed.what.success) return { ...refused(parsed.what.error), step: "what" }
  if (!parsed.content.success) return { ...refused(parsed.content.error), step: "content" }
  if (!parsed.contact.success) return { ...refused(parsed.contact.error), step: "contact" }
  const { officeId, submissionKey } = draft
  return accept({
    officeId,
    submissionKey,
    what: parsed.what.data,
    content: parsed.content.data,
    contact: parsed.contact.data,
  })
}

/** A stored answer as the form would send it again. */
function asEntered(content: ContentAnswers | null) {
  return content ? { ...content, confidential: content.confidential ? "yes" : undefined } : {}
}

function refused(error: z.ZodError): { ok: false; problems: Problem[] } {
  return {
    ok: false,
    problems: error.issues.map((issue) => ({
      code: issue.message,
      field: String(issue.path[0] ?? ""),
    })),
  }
}
