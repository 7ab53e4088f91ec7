/** Which responses count as of a transaction, and which began or ceased to count between two of them. */
import { Prisma } from "#prisma/client/client"

/**
 * Whether a response counts for a reader who knows everything written by transactions older than `before`: it was
 * written, and the latest judgement on it does not take it out. Needs `r` in scope.
 */
function countsBefore(before: bigint): Prisma.Sql {
  return Prisma.sql`(r."writtenBy" < ${before}::bigint AND coalesce((
    SELECT m.kind NOT IN ('flagged', 'withdrawn') FROM "ResponseMark" m
    WHERE m."responseId" = r.id AND m."writtenBy" < ${before}::bigint ORDER BY m.id DESC LIMIT 1
  ), true))`
}

const COLUMNS = Prisma.sql`r."officeId", r."versionId"::text AS "versionId", r."channelId"::text AS "channelId",
  r.mode, r."answeredOn"::text AS day, r.answers::text AS answers`

export type ChangedResponse = {
  officeId: string
  versionId: string
  channelId: string
  mode: string
  day: string
  answers: string
  /** 1: now counted; −1: no longer. */
  delta: number
}

/** Responses whose counting changed between two watermarks, in the order in which rollup rows lie together. */
export function changedResponses(from: bigint, to: bigint): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (
      SELECT ${COLUMNS}, ${countsBefore(to)}::int - ${countsBefore(from)}::int AS delta
      FROM "Response" r WHERE r.id IN (
        SELECT id FROM "Response" WHERE "writtenBy" >= ${from}::bigint AND "writtenBy" < ${to}::bigint
        UNION
        SELECT "responseId" FROM "ResponseMark" WHERE "writtenBy" >= ${from}::bigint AND "writtenBy" < ${to}::bigint
      )
    ) changed WHERE delta <> 0 ORDER BY "officeId", day`
}

/** Every response that counts as of a watermark. */
export function allResponses(to: bigint): Prisma.Sql {
  return Prisma.sql`
    SELECT ${COLUMNS}, 1 AS delta FROM "Response" r WHERE ${countsBefore(to)}
    ORDER BY r."officeId", r."answeredOn"`
}

/** The condition for reading facts directly: everything committed, judged by its latest mark. Needs `r` in scope. */
export const COUNTS_NOW = Prisma.sql`coalesce((
  SELECT m.kind NOT IN ('flagged', 'withdrawn') FROM "ResponseMark" m
  WHERE m."responseId" = r.id ORDER BY m.id DESC LIMIT 1), true)`
