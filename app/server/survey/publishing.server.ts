/** Publishing a questionnaire, and opening and closing the channels through which it is reached. */
import type { Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import {
  type ChannelDraft,
  type ChannelRecord,
  decideChannelOpening,
  decideNewChannel,
} from "~/domain/survey/channel"
import { decidePublishing, type QuestionnaireRecord } from "~/domain/survey/publishing"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { changer, type RecordSeen, seenOf } from "../tools/change.server"
import { now } from "../tools/clock.server"
import { newId } from "../tools/code.server"
import { inTransaction, lockName, type Transaction } from "../tools/db.server"
import type { Row } from "../tools/rows.server"

/** Publishes a questionnaire's next version; the first one founds the questionnaire. */
export async function publishQuestionnaire(
  draft: { slug: string; title: string; content: unknown; seen?: string },
  by: Staff | null,
): Promise<Outcome<{ versionId: string; number: number }>> {
  const { slug, seen } = draft
  const published = await questionnaires.change({ id: slug, seen }, by, (record) =>
    decidePublishing(record, draft, { id: newId(), at: now() }),
  )
  return published.ok ? accept(published.value.version) : published
}

/** The one way a questionnaire changes. */
const questionnaires = changer({
  topic: "questionnaire",
  missing: "survey-unknown",
  lock: (tx, slug: string) => lockName(tx, `questionnaire:${slug}`),
  read: readQuestionnaire,
  about: ({ id }) => ({ subjectId: id }),
  columns: rowsOfQuestionnaire,
})

async function readQuestionnaire(tx: Transaction, slug: string): Promise<QuestionnaireRecord> {
  const row = await tx.questionnaire.findUnique({
    where: { slug },
    select: {
      id: true,
      title: true,
      versions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, content: true, publishedAt: true },
      },
    },
  })
  if (!row) return { id: newId(), slug, title: "", isNew: true, newest: null }
  const { id, title, versions } = row
  const [version] = versions
  const newest = version?.publishedAt
    ? {
        ...{ ...version, publishedAt: version.publishedAt },
        content: QuestionnaireSchema.parse(version.content),
      }
    : null
  return { id, slug, title, isNew: false, newest }
}

function rowsOfQuestionnaire(
  { id, slug, title, newest }: QuestionnaireRecord,
  before: QuestionnaireRecord | null,
): Row[] {
  const questionnaire: Row =
    before && !before.isNew
      ? { table: "questionnaire", where: { id }, update: { title } }
      : { table: "questionnaire", create: { id, slug, title } }
  if (newest === null || newest === before?.newest) return [questionnaire]
  const version = { ...newest, questionnaireId: id }
  return [questionnaire, { table: "questionnaireVersion", create: version }]
}

/** Adds a counter, a poster or a link through which a questionnaire is reached. */
export function addChannel(
  place: ChannelDraft & { slug: string; officeId: string },
  by: Staff | null,
): Promise<Outcome<{ id: string; code: string }, "code-taken" | "survey-unknown">> {
  const { slug, code, officeId, label, mode } = place
  return inTransaction(async (tx) => {
    await lockChannel(tx, code)
    const questionnaire = await tx.questionnaire.findUnique({
      where: { slug },
      select: { id: true },
    })
    if (!questionnaire) return refuse("survey-unknown")
    const isTaken = (await readChannel(tx, code)) !== null
    const added = decideNewChannel({ id: newId(), code, officeId }, isTaken)
    if (!added.ok) return added
    const { id } = added.value.next
    const questionnaireId = questionnaire.id
    const created = { id, code, officeId, label, mode, questionnaireId }
    const rows: Row[] = [{ table: "channel", create: created }]
    await channels.save(tx, null, { ...added.value, rows }, by)
    return accept({ id, code })
  })
}

/** Opens or closes a channel of the person's own office; a channel is named by its code. */
export async function setChannelOpen(
  target: string | RecordSeen,
  isOpen: boolean,
  by: Staff,
): Promise<
  Outcome<
    { isOpen: boolean },
    "survey-unknown" | "already-open" | "already-closed" | "already-changed"
  >
> {
  const changed = await channels.change(seenOf(target), by, (channel) =>
    decideChannelOpening(channel, isOpen),
  )
  return changed.ok ? accept({ isOpen: changed.value.next.isOpen }) : changed
}

const lockChannel = (tx: Transaction, code: string) => lockName(tx, `channel:${code}`)

const readChannel = (tx: Transaction, code: string): Promise<ChannelRecord | null> =>
  tx.channel.findUnique({
    where: { code },
    select: { id: true, code: true, officeId: true, isOpen: true },
  })

/** The one way a channel changes. */
const channels = changer({
  topic: "channel",
  missing: "survey-unknown",
  lock: lockChannel,
  read: readChannel,
  about: ({ id, officeId }) => ({ subjectId: id, officeId }),
  columns: ({ id, isOpen }, before) =>
    before ? [{ table: "channel", where: { id }, update: { isOpen } }] : [],
})
