/** Flagged answers as staff see them: burst by burst, a few of each to look at, and the judgement on them. */
import { Prisma } from "#prisma/client/client"
import { type Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { FLAG_REASONS, type FlagReason } from "~/domain/survey/bursts"
import { type JudgementForm } from "~/domain/survey/judging.schema"
import { chosenOptions } from "~/domain/survey/branching"
import { optionWords } from "~/domain/survey/kinds/kinds"
import type { Words } from "~/domain/words"
import { now } from "../tools/clock.server"
import { db, inTransaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { questionnaireOf } from "./questionnaires.server"

/** Answers of one channel and day that were flagged for one reason. */
export type FlaggedGroup = { code: string; day: string; reason: FlagReason }
export type FlaggedRow = FlaggedGroup & {
  channelId: string
  label: Words
  count: number
  from: Date
  until: Date
  upTo: bigint
}

const GROUPS_SHOWN = 100
const ANSWERS_SHOWN = 20

/** Flagged, and not judged since. Beginning at the marks, which are few, and not at the responses. */
const OPEN_FLAGS = Prisma.sql`
  "ResponseMark" m JOIN "Response" r ON r.id = m."responseId" JOIN "Channel" c ON c.id = r."channelId"
  WHERE m.kind = 'flagged'
    AND NOT EXISTS (SELECT 1 FROM "ResponseMark" l WHERE l."responseId" = m."responseId" AND l.id > m.id)`

export async function countFlagged(officeId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${OPEN_FLAGS} AND r."officeId" = ${officeId}`
  return row?.count ?? 0
}

/** The office's bursts that wait for a judgement, newest first. */
export function listFlagged(officeId: string, only?: FlaggedGroup): Promise<FlaggedRow[]> {
  const one = only
    ? Prisma.sql`AND c.code = ${only.code} AND r."answeredOn" = ${only.day}::date AND m.reason = ${only.reason}`
    : Prisma.empty
  return db().$queryRaw<FlaggedRow[]>`
    SELECT c.id::text AS "channelId", c.code, c.label, r."answeredOn"::text AS day, m.reason, count(*)::int AS count,
      min(r."receivedAt") AS "from", max(r."receivedAt") AS until, max(r.id) AS "upTo"
    FROM ${OPEN_FLAGS} AND r."officeId" = ${officeId} AND m.reason = ANY(${[...FLAG_REASONS]}::text[]) ${one}
    GROUP BY 1, 2, 3, 4, 5 ORDER BY day DESC, "from" DESC LIMIT ${GROUPS_SHOWN}`
}

export type FlaggedAnswer = {
  receivedAt: Date
  tookUpTo: number | null
  answers: { name: string; text: string }[]
}

/** The first answers of a burst, with what they say: whoever judges must be able to see. */
export async function listFlaggedAnswers(
  officeId: string,
  { code, day, reason }: FlaggedGroup,
): Promise<FlaggedAnswer[]> {
  const rows = await db().$queryRaw<
    {
      receivedAt: Date
      tookUpTo: number | null
      versionId: string
      answers: Record<string, string | string[]>
    }[]
  >`
    SELECT r."receivedAt", r."tookUpTo", r."versionId"::text AS "versionId", r.answers
    FROM ${OPEN_FLAGS} AND r."officeId" = ${officeId} AND c.code = ${code}
      AND r."answeredOn" = ${day}::date AND m.reason = ${reason}
    ORDER BY r.id LIMIT ${ANSWERS_SHOWN}`
  return Promise.all(
    rows.map(async ({ receivedAt, tookUpTo, versionId, answers }) => {
      const content = await questionnaireOf(versionId)
      const said = content.items.flatMap((item) => {
        const given = chosenOptions(answers, item.key)
        const words = given.map((option) => optionWords(content, item, option)["zh-TW"])
        return words.length === 0 ? [] : [{ name: item.shortName["zh-TW"], text: words.join("、") }]
      })
      return { receivedAt, tookUpTo, answers: said }
    }),
  )
}

/** Judges a burst as the page showed it. What came in later waits for its own judgement. */
export function judgeFlagged(
  group: FlaggedGroup,
  { judgement, reason, upTo }: JudgementForm,
  by: Staff,
): Promise<Outcome<{ judged: number }, "nothing-flagged">> {
  return inTransaction(async (tx) => {
    // Two who judge at once: the second waits, and finds nothing left.
    await tx.$queryRaw`SELECT id FROM "Channel" WHERE code = ${group.code} FOR UPDATE`
    const judged = await tx.$queryRaw<{ channelId: string }[]>`
      WITH looked AS (
        SELECT r.id, r."channelId" FROM ${OPEN_FLAGS} AND r."officeId" = ${by.officeId} AND c.code = ${group.code}
          AND r."answeredOn" = ${group.day}::date AND m.reason = ${group.reason} AND r.id <= ${BigInt(upTo)}
      ), marked AS (
        INSERT INTO "ResponseMark" ("responseId", kind, reason, "markedBy", "markedAt")
        SELECT id, ${judgement}, ${reason}, ${by.id}::uuid, ${now()} FROM looked RETURNING "responseId"
      )
      SELECT "channelId"::text AS "channelId" FROM looked JOIN marked ON marked."responseId" = looked.id`
    const [first] = judged
    if (!first) return refuse("nothing-flagged")
    const about = { topic: "channel" as const, subjectId: first.channelId, officeId: by.officeId }
    await appendEvent(
      tx,
      { ...about, actor: by },
      {
        kind: `responses.${judgement}`,
        detail: { day: group.day, flaggedFor: group.reason, count: judged.length, reason },
      },
    )
    return accept({ judged: judged.length })
  })
}
