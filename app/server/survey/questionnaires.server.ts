/** Questionnaires and where they are reached: finding, publishing, opening and closing. */
import { type Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import {
  type Channel,
  type ChannelDraft,
  decideOpening,
  isChannelCode,
} from "~/domain/survey/channel"
import { decidePublication } from "~/domain/survey/publishing"
import { type Questionnaire, QuestionnaireSchema } from "~/domain/survey/questionnaire"
import { now } from "../tools/clock.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { rememberChannel } from "./open-channels.server"

/** The channel of a short address with the questionnaire it shows now; null when there is none. */
export async function findChannel(code: string): Promise<Channel | null> {
  const lower = code.toLowerCase()
  return isChannelCode(lower) ? rememberChannel(lower, () => askForChannel(lower)) : null
}

async function askForChannel(lower: string): Promise<Channel | null> {
  const rows = await db().$queryRaw<Channel[]>`
    SELECT c.id, c.code, c."officeId", o.name AS "officeName", o."nameEn" AS "officeNameEn", c.label, c.mode, c."isOpen", v.id AS "versionId"
    FROM "Channel" c
    JOIN "Office" o ON o.id = c."officeId"
    LEFT JOIN LATERAL (
      SELECT id FROM "QuestionnaireVersion"
      WHERE "questionnaireId" = c."questionnaireId" AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1
    ) v ON true
    WHERE c.code = ${lower}`
  return rows[0] ?? null
}

const contents = new Map<string, Questionnaire>()

/** What a published version asks. Kept in memory, because a published version never changes. */
export async function questionnaireOf(versionId: string): Promise<Questionnaire> {
  const known = contents.get(versionId)
  if (known) return known
  const version = await db().questionnaireVersion.findUniqueOrThrow({
    where: { id: versionId, publishedAt: { not: null } },
    select: { content: true },
  })
  const content = QuestionnaireSchema.parse(version.content)
  contents.set(versionId, content)
  return content
}

export type OpenChannel = Channel & { versionId: string; content: Questionnaire }

/** The channel of an address, open or closed, or the answer 404. */
export async function channelOr404(code: string): Promise<Channel> {
  const channel = await findChannel(code)
  if (!channel) throw new Response("survey-unknown", { status: 404 })
  return channel
}

/** The channel of an address with what it asks; otherwise the answer 404 (nobody knows it) or 410 (closed). */
export async function openChannelOr404(code: string): Promise<OpenChannel> {
  const channel = await channelOr404(code)
  const { versionId } = channel
  if (!versionId) throw new Response("survey-unknown", { status: 404 })
  if (!channel.isOpen) throw new Response("survey-closed", { status: 410 })
  return { ...channel, versionId, content: await questionnaireOf(versionId) }
}

/** Publishes a questionnaire's next version; the first one founds the questionnaire. */
export function publishQuestionnaire(
  draft: { slug: string; title: string; content: unknown },
  by: Staff | null,
): Promise<Outcome<{ versionId: string; number: number }>> {
  const sound = decidePublication(null, draft.content)
  if (!sound.ok) return Promise.resolve(sound)
  return inTransaction(async (tx) => {
    const { slug, title } = draft
    const { id } = await tx.questionnaire.upsert({
      where: { slug },
      create: { slug, title },
      update: { title },
    })
    const newest = await newestVersion(tx, id)
    const decided = decidePublication(newest, draft.content)
    if (!decided.ok) return decided
    const { number, content } = decided.value
    const version = await tx.questionnaireVersion.create({
      data: { questionnaireId: id, number, content, publishedAt: now() },
    })
    await appendEvent(tx, {
      topic: "questionnaire",
      subjectId: id,
      kind: "questionnaire.published",
      actor: by,
      detail: { number },
    })
    return accept({ versionId: version.id, number })
  })
}

/** The upsert before it has locked the questionnaire's row, so that two publications cannot take one number. */
async function newestVersion(tx: Transaction, questionnaireId: string) {
  const version = await tx.questionnaireVersion.findFirst({
    where: { questionnaireId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { number: true, content: true },
  })
  return version && { number: version.number, content: QuestionnaireSchema.parse(version.content) }
}

/** Adds a counter, a poster or a link through which a questionnaire is reached. */
export function addChannel(
  place: ChannelDraft & { slug: string; officeId: string },
  by: Staff | null,
): Promise<Outcome<{ id: string; code: string }, "code-taken" | "survey-unknown">> {
  const { slug, code, officeId, label, mode } = place
  return inTransaction(async (tx) => {
    const questionnaire = await tx.questionnaire.findUnique({
      where: { slug },
      select: { id: true },
    })
    if (!questionnaire) return refuse("survey-unknown")
    const { count } = await tx.channel.createMany({
      data: [{ code, officeId, label, mode, questionnaireId: questionnaire.id }],
      skipDuplicates: true,
    })
    if (count === 0) return refuse("code-taken", { field: "code" })
    const channel = await tx.channel.findUniqueOrThrow({ where: { code }, select: { id: true } })
    await appendChannelEvent(tx, {
      channelId: channel.id,
      officeId,
      code,
      kind: "channel.added",
      by,
    })
    return accept({ id: channel.id, code })
  })
}

/** Opens or closes a channel of the person's own office. */
export function setChannelOpen(
  code: string,
  isOpen: boolean,
  by: Staff,
): Promise<Outcome<{ isOpen: boolean }, "survey-unknown" | "already-open" | "already-closed">> {
  return inTransaction(async (tx) => {
    const [channel] = await tx.$queryRaw<{ id: string; isOpen: boolean }[]>`
      SELECT id, "isOpen" FROM "Channel"
      WHERE code = ${code} AND "officeId" = ${by.officeId} FOR UPDATE`
    if (!channel) return refuse("survey-unknown")
    const decided = decideOpening(channel, isOpen)
    if (!decided.ok) return decided
    await tx.channel.update({ where: { id: channel.id }, data: { isOpen } })
    const kind = isOpen ? "channel.opened" : "channel.closed"
    await appendChannelEvent(tx, { channelId: channel.id, officeId: by.officeId, code, kind, by })
    return decided
  })
}

type ChannelEvent = {
  channelId: string
  officeId: string
  code: string
  kind: string
  by: Staff | null
}

function appendChannelEvent(tx: Transaction, event: ChannelEvent) {
  const { channelId, officeId, code, kind, by } = event
  return appendEvent(tx, {
    topic: "channel",
    subjectId: channelId,
    officeId,
    kind,
    actor: by,
    detail: { code },
  })
}
