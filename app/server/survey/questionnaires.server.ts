/** Questionnaires and where they are reached: what the citizen finds behind a short address. */
import { type Channel, isChannelCode } from "~/domain/survey/channel"
import { type Questionnaire } from "~/domain/survey/questionnaire"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { db } from "../tools/db.server"
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
export const openChannelOr404 = async (code: string): Promise<OpenChannel> =>
  openOr410(await channelOr404(code))

/** What a channel asks while it is open. */
export async function openOr410(channel: Channel): Promise<OpenChannel> {
  const { versionId } = channel
  if (!versionId) throw new Response("survey-unknown", { status: 404 })
  if (!channel.isOpen) throw new Response("survey-closed", { status: 410 })
  return { ...channel, versionId, content: await questionnaireOf(versionId) }
}
