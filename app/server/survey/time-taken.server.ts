/** How long people take for a questionnaire, measured over the newest answers that count. */
import { minutesForHalf } from "~/domain/survey/time-taken"
import { COUNTS_NOW } from "../statistics/tallies/counted-responses.server"
import { db } from "../tools/db.server"
import { isOutage, within } from "../tools/outage.server"

const NEWEST = 500

/** The page may not wait for a number that it can do without. */
const PATIENCE_MS = 300

/** Within how many minutes half of them were done; null until enough were measured, and while the database is away. */
export async function halfDoneWithin(versionId: string, officeId: string): Promise<number | null> {
  try {
    return await within(PATIENCE_MS, readHalf(versionId, officeId))
  } catch (error) {
    if (isOutage(error)) return null
    throw error
  }
}

async function readHalf(versionId: string, officeId: string): Promise<number | null> {
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
