/** Whether a questionnaire may be published, and as which version. A published version never changes. */
import { z } from "zod"
import { accept, type Outcome } from "../outcome"
import { type Questionnaire } from "./questionnaire"
import { QuestionnaireSchema } from "./questionnaire.schema"

export type PublishedVersion = { number: number; content: Questionnaire }

/**
 * The next version of a questionnaire. Refuses content that is not sound, one problem per flaw with its place
 * ("items.3.key"), and content that says exactly what the newest version says.
 */
export function decidePublication(
  newest: PublishedVersion | null,
  draft: unknown,
): Outcome<PublishedVersion> {
  const read = QuestionnaireSchema.safeParse(draft)
  if (!read.success) return { ok: false, problems: problemsOf(read.error) }
  const isSame = newest !== null && inOneOrder(newest.content) === inOneOrder(read.data)
  if (isSame) return { ok: false, problems: [{ code: "nothing-changed" }] }
  return accept({ number: (newest?.number ?? 0) + 1, content: read.data })
}

function problemsOf(error: z.ZodError) {
  return error.issues.map(({ message, path }) => ({
    code: message,
    field: path.map(String).join("."),
  }))
}

/** The content as text with sorted keys: the database does not keep their order. */
function inOneOrder(content: Questionnaire): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
