import { spawn } from "node:child_process"
import { expect, test } from "vitest"
import { seededRandom } from "~/domain/statistics/seeded-random"
import { db } from "~/server/tools/db.server"
import { rebuildTallies, updateTallies } from "~/server/statistics/tallies.server"
import { lockWatermark, recount } from "~/server/statistics/tallies/worker.server"
import { useDatabase } from "../../support/database"
import { aPlace, connected, countedSlowly, mark, type Place, respond, rollups } from "./responses"

const database = useDatabase()

const LONG = 120_000

/** One writer: short and long transactions, some rolled back, some that judge earlier responses. */
async function write(place: Place, seed: number, isOver: () => boolean): Promise<void> {
  const client = await connected(database.url())
  const random = seededRandom(seed)
  const pick = <One>(choices: One[]) => choices[Math.floor(random() * choices.length)]
  const known: bigint[] = []
  while (!isOver()) {
    await client.query("begin")
    const written: bigint[] = []
    for (let i = 0; i < 1 + random() * 5; i++) {
      const answers = {
        overall: pick(["5", "4", "1"]),
        age: pick(["young", "old"]),
        gender: pick(["f", "m"]),
        improve: pick([["time"], ["way", "desk"]]),
      }
      written.push(
        await respond(
          place,
          { answers, day: pick(["2026-03-01", "2026-03-02"]), channel: pick([0, 1]) },
          client,
        ),
      )
    }
    const judged = pick(known)
    if (judged !== undefined)
      await mark(judged, pick(["flagged", "withdrawn", "restored"] as const) ?? "flagged", client)
    if (random() < 0.2) await new Promise((resolve) => setTimeout(resolve, random() * 60))
    if (random() < 0.15) await client.query("rollback")
    else {
      await client.query("commit")
      known.push(...written)
    }
  }
  await client.end()
}

test(
  "under load from six writers, a rebuild gives byte for byte what the runs gave, again and again",
  { timeout: LONG },
  async () => {
    const place = await aPlace()
    let over = false
    const writers = [1, 2, 3, 4, 5, 6].map((seed) => write(place, seed, () => over))
    const workers = [1, 2].map(async () => {
      while (!over) await updateTallies()
    })
    let compared = 0
    for (let round = 0; round < 12; round++) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      await db().$transaction(
        async (tx) => {
          const { from } = await lockWatermark(tx)
          const running = await rollups(tx)
          await recount(tx, from)
          expect(await rollups(tx)).toEqual(running)
          compared = running.length
        },
        { timeout: 30_000, maxWait: 30_000 },
      )
    }
    over = true
    await Promise.all([...writers, ...workers])
    expect(compared).toBeGreaterThan(20)
    await updateTallies()
    const counted = await rollups()
    expect(counted).toEqual(await countedSlowly())
    await rebuildTallies()
    expect(await rollups()).toEqual(counted)
  },
)

test(
  "a worker killed with SIGKILL in the middle of a run has counted nothing; the next run counts everything once",
  { timeout: LONG },
  async () => {
    const place = await aPlace()
    await updateTallies()
    const before = await rollups()
    await db().$executeRaw`
    INSERT INTO "Response" ("submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale, "answeredOn", "receivedAt", answers)
    SELECT 'kill-' || i, 'kill-' || i, ${place.versionId}::uuid, ${place.channels[0]?.id}::uuid, ${place.officeId}, 'qr', 'zh-TW',
      date '2026-01-01' + (i % 300)::int, now(), jsonb_build_object('overall', ((i % 5) + 1)::text, 'age', CASE i % 2 WHEN 0 THEN 'old' ELSE 'young' END)
    FROM generate_series(1, 6000) i`
    const stopper = await connected(database.url())
    await stopper.query('begin; lock table "PairTally" in share mode')
    const worker = spawn(
      "npx",
      ["tsx", "tests/integration/statistics/one-run.ts", database.url()],
      { detached: true, stdio: "ignore" },
    )
    await until(async () => (await runsStoppedMidway()) > 0)
    process.kill(-(worker.pid ?? 0), "SIGKILL")
    await stopper.query("rollback")
    await stopper.end()
    await until(async () => (await holdersOfTheLock()) === 0)
    expect(await rollups()).toEqual(before)
    const runs = await Promise.all([updateTallies(), updateTallies()])
    expect(runs.reduce((sum, { counted }) => sum + counted, 0)).toBe(6000)
    expect(await rollups()).toEqual(await countedSlowly())
  },
)

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("It never happened.")
}

/** Runs that have written the first rollup and wait for the second, which the test holds. */
async function runsStoppedMidway(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE a.datname = current_database() AND a.backend_xid IS NOT NULL
      AND NOT l.granted AND l.relation = '"PairTally"'::regclass`
  return row?.n ?? 0
}

async function holdersOfTheLock(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
    WHERE l.locktype = 'advisory' AND a.datname = current_database()`
  return row?.n ?? 0
}
