/** How long people take for a questionnaire, measured over the newest answers that count. */
import { minutesForHalf } from "~/domain/survey/time-taken"
import { COUNTS_NOW } from "../statistics/tallies/counted-responses.server"
import { db } from "../tools/db.server"

const NEWEST = 500

/** Within how many minutes half of them were done; null until enough were measured. */
export async function halfDoneWithin(versionId: string, officeId: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ measured: number; median: number | null }[]>`
    SELECT count(*)::int AS measured, percentile_disc(0.5) WITHIN GROUP (ORDER BY "tookUpTo") AS median
    FROM (
      SELECT r."tookUpTo" FROM "Response" r
      WHERE r."officeId" = ${officeId} AND r."versionId" = ${versionId}::uuid AND r."tookUpTo" IS NOT NULL
        AND ${COUNTS_NOW}
      ORDER BY r."answeredOn" DESC LIMIT ${NEWEST}
    ) newest`
  return row ? minutesForHalf(row.measured, row.median) : null
}
