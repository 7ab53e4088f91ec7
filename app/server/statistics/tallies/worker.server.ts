/** Keeps the rollups up behind the inserts: exactly once, whatever is committed late, judged later or killed midway. */
import { Prisma } from "#prisma/client/client"
import type { TallyPlan } from "~/domain/statistics/tally"
import { db, takeYourTime, type Transaction } from "../../tools/db.server"
import { allResponses, type ChangedResponse, changedResponses } from "./counted-responses.server"
import { planOf, readPlans } from "./plans.server"
import {
  addResponse,
  addToFresh,
  addToRollups,
  monthOfDay,
  noSums,
  ROLLUPS,
  type Sums,
} from "./sums.server"

/** Any number, the same in every instance: "tally" on a telephone keypad. */
const ADVISORY_LOCK = 82_559
const RESPONSES_PER_READ = 5000
const SUMS_PER_WRITE = 100_000
/** A run that counted nothing leaves the mark, or an idle house would write every two seconds just to move it. */
const IDLE_TRANSACTIONS = 10_000n
/** A first count of years of responses is one transaction. */
const TRANSACTION_MS = { maxWait: 60_000, timeout: 3_600_000 }

/** `counted` responses came in or went out; `upTo` is the new watermark. */
export type TallyRun = { counted: number; upTo: bigint; rebuilt: boolean }

/**
 * Counts what was written since the last run and is certain by now. Two runs at once wait for each other; a run
 * that is killed has counted nothing. Everything older than the oldest transaction still running is certain, so a
 * transaction that began early and commits late is counted by a later run, not skipped.
 */
export async function countNewResponses(): Promise<TallyRun> {
  return db().$transaction(async (tx) => {
    const { from, to } = await lockWatermark(tx)
    // Transaction numbers start again after a restore into another server: then count everything anew.
    if (to < from)
      return { counted: await recount(tx, await adoptRestored(tx)), upTo: to, rebuilt: true }
    const counted = to === from ? 0 : await addUp(tx, changedResponses(from, to), addToRollups)
    if (counted > 0 || to - from > IDLE_TRANSACTIONS) await moveWatermark(tx, to)
    return { counted, upTo: to, rebuilt: false }
  }, TRANSACTION_MS)
}

/** Counts everything anew from the responses; readers see the old rows until it is done. */
export async function countAllResponses(): Promise<TallyRun> {
  return db().$transaction(async (tx) => {
    await lockWatermark(tx)
    const upTo = await adoptRestored(tx)
    return { counted: await recount(tx, upTo), upTo, rebuilt: true }
  }, TRANSACTION_MS)
}

/**
 * Counts as of that watermark beside the rollups, then corrects in them only what differs: right rows are not touched,
 * so a rebuild that finds nothing writes nothing. The caller holds the lock.
 */
export async function recount(tx: Transaction, to: bigint): Promise<number> {
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`
  for (const { table, fresh } of ROLLUPS) {
    await tx.$executeRaw`CREATE TEMP TABLE ${fresh} (LIKE ${table}) ON COMMIT DROP`
  }
  const counted = await addUp(tx, allResponses(to), addToFresh)
  for (const { table, fresh, key } of ROLLUPS) {
    await tx.$executeRaw`
      DELETE FROM ${table} WHERE ctid IN (
        SELECT kept.ctid FROM ${table} kept LEFT JOIN ${fresh} USING (${key}, count) WHERE ${fresh}.ctid IS NULL)`
    await tx.$executeRaw`
      INSERT INTO ${table} (${key}, count)
      SELECT ${key}, ${fresh}.count FROM ${fresh} LEFT JOIN ${table} kept USING (${key}) WHERE kept.count IS NULL
      ORDER BY ${key}`
    await tx.$executeRaw`DROP TABLE ${fresh}`
  }
  await moveWatermark(tx, to)
  return counted
}

/** Waits for other runs; then says up to where was counted and up to where is certain now. */
export async function lockWatermark(tx: Transaction): Promise<{ from: bigint; to: bigint }> {
  await takeYourTime(tx)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`
  const found = await tx.tallyWatermark.findUnique({ where: { id: 1 } })
  return { from: found?.transaction ?? 0n, to: await certainUpTo(tx) }
}

async function certainUpTo(tx: Transaction): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ certain: bigint }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS certain`
  if (!row) throw new Error("The database gave no snapshot.")
  return row.certain
}

async function moveWatermark(tx: Transaction, transaction: bigint): Promise<void> {
  await tx.tallyWatermark.upsert({
    where: { id: 1 },
    create: { id: 1, transaction },
    update: { transaction },
  })
}

/**
 * Rows restored from another server may carry transaction numbers that this one has not reached. No row that can be
 * seen was written by a transaction of the future, so those are marked as old. Gives the watermark to count to.
 */
async function adoptRestored(tx: Transaction): Promise<bigint> {
  const future = Prisma.sql`"writtenBy" >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`
  await tx.$executeRaw`UPDATE "Response" SET "writtenBy" = 0 WHERE ${future}`
  await tx.$executeRaw`UPDATE "ResponseMark" SET "writtenBy" = 0 WHERE ${future}`
  return certainUpTo(tx)
}

type Keep = (tx: Transaction, sums: Sums) => Promise<void>

/**
 * Reads through a cursor and keeps in batches, so that memory does not grow with the number of responses. Responses
 * come by office and day, and a batch ends between two months: no sum is in two batches.
 */
async function addUp(tx: Transaction, responses: Prisma.Sql, keep: Keep): Promise<number> {
  const plans = new Map<string, TallyPlan>()
  await tx.$executeRaw`DECLARE responses_to_count NO SCROLL CURSOR FOR ${responses}`
  // The planner takes a batch of numbers for ten rows and would compare each with every option.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`
  let sums = noSums()
  let counted = 0
  let latest: ChangedResponse | undefined
  for (let read = await fetchSome(tx); read.length > 0; read = await fetchSome(tx)) {
    await readPlans(tx, plans, read)
    for (const response of read) {
      const isNewMonth = !latest || !isSameMonth(response, latest)
      if (isNewMonth && sums.size >= SUMS_PER_WRITE) {
        await keep(tx, sums)
        sums = noSums()
      }
      addResponse(sums, planOf(plans, response), response)
      latest = response
    }
    counted += read.length
  }
  await keep(tx, sums)
  await tx.$executeRaw`CLOSE responses_to_count`
  return counted
}

const isSameMonth = (one: ChangedResponse, other: ChangedResponse): boolean =>
  one.officeId === other.officeId && monthOfDay(one.day) === monthOfDay(other.day)

const fetchSome = (tx: Transaction) =>
  tx.$queryRawUnsafe<ChangedResponse[]>(`FETCH ${RESPONSES_PER_READ} FROM responses_to_count`)
