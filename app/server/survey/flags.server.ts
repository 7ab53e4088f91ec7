/** Looks behind the inserts for bursts and flags them: a flagged response is kept, and counts only after somebody looked. */
import { Prisma } from "#prisma/client/client"
import { BURST_RULES, FLAG_REASONS, type FlagReason, isBurst } from "~/domain/survey/bursts"
import { addDays } from "~/domain/deadline/calendar-date"
import { now, today } from "../tools/clock.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { countTallies } from "../statistics/tallies.server"

/** Any number, the same in every instance: "flag" on a telephone keypad. */
const ADVISORY_LOCK = 3_524
const ARRIVALS_PER_RUN = 5000
const USUAL_DAYS = 28
const HOURS_KEPT = 24

/** How answers of one burst belong together, and which of the arrivals are counted. Needs `a` in scope. */
const GROUPED: Record<FlagReason, { by: Prisma.Sql; only: Prisma.Sql }> = {
  "sender-burst": { by: Prisma.sql`a.sender`, only: Prisma.sql`a.sender IS NOT NULL` },
  "channel-burst": { by: Prisma.sql`''`, only: Prisma.sql`true` },
  "same-text": { by: Prisma.sql`a."textHash"`, only: Prisma.sql`a."textHash" IS NOT NULL` },
  "too-quick": { by: Prisma.sql`''`, only: Prisma.sql`a."isQuick"` },
  "straight-lines": {
    by: Prisma.sql`a.sender`,
    only: Prisma.sql`a."isStraight" AND a.sender IS NOT NULL`,
  },
}

/**
 * Judges what arrived since the last run together with what arrived shortly before. One instance at a time; a run that
 * is killed has flagged nothing, and the next one sees the same. A response that was judged before is left as it is.
 */
export async function flagBursts(): Promise<{ flagged: number }> {
  const unseen = await db().arrival.findFirst({ where: { isSeen: false } })
  if (!unseen) return { flagged: 0 }
  return inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${ADVISORY_LOCK}) AS taken`
    if (!lock?.taken) return { flagged: 0 }
    const places = await seeArrivals(tx)
    let flagged = 0
    for (const place of places) {
      const usualPerDay = await usualPerDayOf(place)
      for (const reason of FLAG_REASONS)
        flagged += await flagGroups(tx, { ...place, reason, usualPerDay })
    }
    return { flagged }
  })
}

/** Deletes how responses came in, a day later: then nothing is left by which two of them could be joined. */
export async function forgetArrivals(): Promise<{ forgotten: number }> {
  const { count } = await db().arrival.deleteMany({
    where: { receivedAt: { lt: new Date(now().getTime() - HOURS_KEPT * 3_600_000) } },
  })
  return { forgotten: count }
}

type Place = { channelId: string; officeId: string; since: Date }

/** The channels with something new, and since when. */
function seeArrivals(tx: Transaction): Promise<Place[]> {
  return tx.$queryRaw<Place[]>`
    WITH seen AS (
      UPDATE "Arrival" SET "isSeen" = true WHERE "responseId" IN (
        SELECT "responseId" FROM "Arrival" WHERE NOT "isSeen" ORDER BY "responseId" LIMIT ${ARRIVALS_PER_RUN})
      RETURNING "channelId", "receivedAt"
    )
    SELECT s."channelId"::text AS "channelId", c."officeId", min(s."receivedAt") AS since
    FROM seen s JOIN "Channel" c ON c.id = s."channelId" GROUP BY 1, 2 ORDER BY 1`
}

/** Answers on a day on which there were any, of the last four weeks. */
async function usualPerDayOf({ channelId, officeId }: Place): Promise<number> {
  const until = addDays(today(), -1)
  const days = await countTallies(
    {
      officeIds: [officeId],
      channelIds: [channelId],
      from: addDays(until, 1 - USUAL_DAYS),
      to: until,
    },
    "day",
    [],
  )
  if (days.length === 0) return 0
  return days.reduce((sum, { responses }) => sum + responses, 0) / days.length
}

type Judged = Place & { reason: FlagReason; usualPerDay: number }

/** Counts by windows of the clock, not by moving ones: then a run after an outage finds what earlier runs would have. */
async function flagGroups(tx: Transaction, judged: Judged): Promise<number> {
  const { channelId, since, reason, usualPerDay } = judged
  const seconds = BURST_RULES[reason].minutes * 60
  const { by, only } = GROUPED[reason]
  const slot = Prisma.sql`floor(extract(epoch FROM a."receivedAt") / ${seconds}::int)::bigint`
  const from = new Date(Math.floor(since.getTime() / 1000 / seconds) * seconds * 1000)
  const scope = Prisma.sql`a."channelId" = ${channelId}::uuid AND a."receivedAt" >= ${from} AND ${only}`
  const groups = await tx.$queryRaw<{ slot: bigint; member: string; count: number }[]>`
    SELECT ${slot} AS slot, ${by} AS member, count(*)::int AS count FROM "Arrival" a
    WHERE ${scope} GROUP BY 1, 2 HAVING count(*) > ${Math.floor(BURST_RULES[reason].most(0))}::int`
  const bursts = groups.filter(({ count }) => isBurst(reason, count, usualPerDay))
  let flagged = 0
  for (const burst of bursts)
    flagged += await tx.$executeRaw`
      INSERT INTO "ResponseMark" ("responseId", kind, reason, "markedAt")
      SELECT a."responseId", 'flagged', ${reason}, ${now()} FROM "Arrival" a
      WHERE ${scope} AND ${slot} = ${burst.slot} AND ${by} = ${burst.member}
        AND NOT EXISTS (SELECT 1 FROM "ResponseMark" m WHERE m."responseId" = a."responseId")`
  return flagged
}
