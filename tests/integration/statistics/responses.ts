/** Responses for the tally tests, and a second, slower way of counting them to compare with. */
import { randomUUID } from "node:crypto"
import pg from "pg"
import { anOffice } from "../../support/people"
import { db } from "~/server/tools/db.server"

export type Place = {
  officeId: string
  questionnaireId: string
  versionId: string
  channels: { id: string; mode: string }[]
}

const words = (text: string) => ({ "zh-TW": text })
const options = (...keys: string[]) => keys.map((key) => ({ key, words: words(key) }))
const shared = (key: string) => ({ key, words: words(key), shortName: words(key) })

export const CONTENT = {
  title: words("問卷"),
  introduction: words("請填"),
  scales: {
    s: { "5": words("5"), "4": words("4"), "3": words("3"), "2": words("2"), "1": words("1") },
  },
  items: [
    { ...shared("overall"), kind: "scale", scale: "s" },
    { ...shared("improve"), kind: "multiple", options: options("time", "way", "desk") },
    { ...shared("says"), kind: "text", limit: 500 },
    { ...shared("age"), kind: "choice", options: options("young", "old"), segment: true },
    { ...shared("gender"), kind: "choice", options: options("f", "m"), segment: true },
  ],
}

/** An office with a published questionnaire and two channels. */
export async function aPlace(): Promise<Place> {
  const { id: officeId } = await anOffice()
  const questionnaire = await db().questionnaire.create({
    data: {
      slug: randomUUID(),
      title: "問卷",
      versions: {
        create: { number: 1, content: CONTENT, publishedAt: new Date("2026-01-01T00:00:00Z") },
      },
    },
    include: { versions: true },
  })
  const channels = []
  for (const mode of ["qr", "paper"]) {
    const channel = await db().channel.create({
      data: {
        code: randomUUID(),
        officeId,
        questionnaireId: questionnaire.id,
        label: words(mode),
        mode,
      },
    })
    channels.push({ id: channel.id, mode })
  }
  return {
    officeId,
    questionnaireId: questionnaire.id,
    versionId: questionnaire.versions[0]?.id ?? "",
    channels,
  }
}

export type Answered = { answers?: object; day?: string; channel?: number }

/** One response through any connection: the pool's by default, or a client with its own transaction. */
export async function respond(
  place: Place,
  { answers = { overall: "5" }, day = "2026-03-02", channel = 0 }: Answered = {},
  client?: pg.Client,
) {
  const at = place.channels[channel]
  const key = randomUUID()
  const sql = `insert into "Response" ("submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale, "answeredOn", "receivedAt", answers)
    values ($1, $1, $2::uuid, $3::uuid, $4, $5, 'zh-TW', $6::date, now(), $7::jsonb) returning id`
  const values = [
    key,
    place.versionId,
    at?.id,
    place.officeId,
    at?.mode,
    day,
    JSON.stringify(answers),
  ]
  if (client) return BigInt((await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? 0)
  const [row] = await db().$queryRawUnsafe<{ id: bigint }[]>(sql, ...values)
  return row?.id ?? 0n
}

export async function mark(
  responseId: bigint,
  kind: "flagged" | "withdrawn" | "restored",
  client?: pg.Client,
): Promise<void> {
  const sql = `insert into "ResponseMark" ("responseId", kind, reason, "markedAt") values ($1::bigint, $2, 'test', now())`
  if (client) await client.query(sql, [String(responseId), kind])
  else await db().$executeRawUnsafe(sql, responseId, kind)
}

/** Every rollup row as text, in one order. */
export async function rollups(
  sql: Pick<ReturnType<typeof db>, "$queryRaw"> = db(),
): Promise<string[]> {
  const rows = await sql.$queryRaw<{ row: string }[]>`
    SELECT row FROM (SELECT 'item ' || t::text AS row FROM "ItemTally" t UNION ALL SELECT 'pair ' || t::text FROM "PairCount" t) r
    ORDER BY row COLLATE "C"`
  return rows.map(({ row }) => row)
}

/** The same rows counted by plain SQL over the facts, written without a look at the worker. */
export async function countedSlowly(): Promise<string[]> {
  const rows = await db().$queryRaw<{ row: string }[]>`
    WITH good AS (
      SELECT r.*, (left(r."answeredOn"::text, 7) || '-01')::date AS month FROM "Response" r WHERE NOT EXISTS (
        SELECT 1 FROM "ResponseMark" m WHERE m."responseId" = r.id AND m.kind <> 'restored'
          AND m.id = (SELECT max(id) FROM "ResponseMark" l WHERE l."responseId" = r.id))
    ), ticks AS (
      SELECT g.id, e.key AS item, 'answered' AS option FROM good g, jsonb_each(g.answers) e WHERE e.key = 'says'
      UNION ALL SELECT g.id, e.key, e.value #>> '{}' FROM good g, jsonb_each(g.answers) e WHERE e.key IN ('overall', 'age', 'gender')
      UNION ALL SELECT g.id, 'improve', o FROM good g, jsonb_array_elements_text(g.answers -> 'improve') o
      UNION ALL SELECT g.id, 'improve', '*' FROM good g WHERE jsonb_array_length(g.answers -> 'improve') > 0
      UNION ALL SELECT g.id, '*', '*' FROM good g
    )
    SELECT row FROM (
      SELECT 'item ' || (g."officeId", g."versionId", g."channelId", g.mode, g.month, t.item, t.option, count(*)::int)::text AS row
      FROM ticks t JOIN good g USING (id) GROUP BY g."officeId", g."versionId", g."channelId", g.mode, g.month, t.item, t.option
      UNION ALL
      SELECT 'pair ' || (g."officeId", g."versionId", g."channelId", g.mode, g.month, s.item, s.option, t.item, t.option, count(*)::int)::text
      FROM ticks s JOIN ticks t USING (id) JOIN good g USING (id)
      WHERE s.item IN ('age', 'gender') AND t.item NOT IN (s.item, 'says')
      GROUP BY g."officeId", g."versionId", g."channelId", g.mode, g.month, s.item, s.option, t.item, t.option
    ) r ORDER BY row COLLATE "C"`
  return rows.map(({ row }) => row)
}

/** A connection of its own, for transactions that stay open. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
