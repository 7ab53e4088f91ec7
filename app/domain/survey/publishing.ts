/** Whether a questionnaire may be published, and as which version. A published version never changes. */
import { z } from "zod"
import type { Change } from "../change"
import { accept, type Outcome } from "../outcome"
import type { QuestionnaireEvent } from "./events"
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

/** A questionnaire with its newest version; `newest` is null, and `isNew` true, before the first. */
export type QuestionnaireRecord = {
  id: string
  slug: string
  title: string
  isNew: boolean
  newest: (PublishedVersion & { id: string; publishedAt: Date }) | null
}
export type QuestionnaireChange = Change<QuestionnaireRecord, QuestionnaireEvent>

/** Publishes the next version; the first one founds the questionnaire. */
export function decidePublishing(
  record: QuestionnaireRecord,
  draft: { title: string; content: unknown },
  made: { id: string; at: Date },
): Outcome<QuestionnaireChange & { version: { versionId: string; number: number } }> {
  const decided = decidePublication(record.newest, draft.content)
  if (!decided.ok) return decided
  const newest = { ...decided.value, id: made.id, publishedAt: made.at }
  const { number } = newest
  return accept({
    version: { versionId: made.id, number },
    next: { ...record, title: draft.title, isNew: false, newest },
    events: [{ kind: "questionnaire.published", detail: { number } }],
  })
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
