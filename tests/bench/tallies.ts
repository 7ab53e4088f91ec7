/**
 * Measures the counting of responses in a database of its own: `npx tsx tests/bench/tallies.ts [sizes…]`.
 * Ratios are taken within one run; absolute figures belong to the machine. RESULTS.md holds the last ones.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire"
import { closeDatabase, openDatabase } from "~/server/db.server"
import { migrate } from "~/server/migrations.server"
import { startEmbeddedDatabase } from "~/server/postgres/embedded.server"
import { countTallies, crossTab, rebuildTallies, updateTallies } from "~/server/tallies.server"
import { insertResponses, OFFICE, prepareOffice } from "./generator"

const YEAR = { from: "2025-11-20", days: 365 }
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000]
const REPEATS = 30

const folder = mkdtempSync(path.join(os.tmpdir(), "minyi-bench-"))
const database = await startEmbeddedDatabase(folder)
await migrate(database.url)
openDatabase(database.url)
const client = new pg.Client({ connectionString: database.url })
await client.connect()
try {
  const content = QuestionnaireSchema.parse(JSON.parse(readFileSync("prisma/seeds/questionnaire.json", "utf8")))
  const versionId = await prepareOffice(client, content)
  say(`${os.cpus()[0]?.model ?? ""}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}; ${content.items.length} items`)
  const trends: number[] = []
  let there = 0
  for (const size of SIZES) {
    await grow(client, versionId, there, size)
    there = size
    trends.push(await reads(versionId, size))
  }
  say(`trend, largest against smallest: ${((trends.at(-1) ?? 0) / (trends[0] ?? 1)).toFixed(2)} times`)
  await rebuild(client, there)
  await keepUp(client, versionId, there)
} finally {
  await client.end()
  await closeDatabase()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

function say(line: string): void {
  console.log(line)
}

async function seconds(deed: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await deed()
  return (performance.now() - start) / 1000
}

async function grow(client: pg.Client, versionId: string, there: number, size: number): Promise<void> {
  const load = { ...YEAR, count: size - there, firstNumber: there + 1 }
  const inserting = await seconds(() => insertResponses(client, versionId, load))
  const counting = await seconds(updateTallies)
  await client.query(`vacuum analyze "ItemTally", "PairTally", "Response"`)
  const rows = await client.query<{ n: string }>(
    `select (select count(*) from "ItemTally") || ' item and ' || (select count(*) from "PairTally") || ' pair rows' as n`,
  )
  say(`${size}: ${load.count} inserted in ${inserting.toFixed(1)} s (${rate(load.count, inserting)}), ` +
    `counted in ${counting.toFixed(1)} s (${rate(load.count, counting)}), ${rows.rows[0]?.n}`)
}

function rate(count: number, took: number): string {
  return `${Math.round(count / took)}/s`
}

/** Medians in ms of the reads behind the trend and results pages; gives the trend's. */
async function reads(versionId: string, size: number): Promise<number> {
  const filter = { officeIds: [OFFICE], versionIds: [versionId] }
  const trend = await median(() => countTallies(filter, "month", ["overall"]))
  const all = await median(() => countTallies(filter, "all"), 5)
  const cross = await median(() => crossTab(filter, "age", "overall"), 5)
  say(`${size}: trend of one item by month ${trend.toFixed(1)} ms, all items ${all.toFixed(1)} ms, cross-tab ${cross.toFixed(1)} ms`)
  return trend
}

async function median(deed: () => Promise<unknown>, repeats = REPEATS): Promise<number> {
  for (let warm = 0; warm < 3; warm++) await deed()
  const times: number[] = []
  for (let i = 0; i < repeats; i++) times.push((await seconds(deed)) * 1000)
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? NaN
}

async function rebuild(client: pg.Client, size: number): Promise<void> {
  const before = await fingerprint(client)
  const took = await seconds(rebuildTallies)
  const same = (await fingerprint(client)) === before
  say(`rebuild of ${size}: ${took.toFixed(1)} s, rows ${same ? "byte-identical" : "DIFFERENT"}`)
}

async function fingerprint(client: pg.Client): Promise<string> {
  const found = await client.query<{ hash: string }>(
    `select md5(string_agg(md5(row), '' order by row collate "C")) as hash from
       (select t::text as row from "ItemTally" t union all select t::text from "PairTally" t) r`,
  )
  return found.rows[0]?.hash ?? ""
}

/** 1,000 responses a second for 20 seconds, counted every two seconds: what the counting costs in processor time. */
async function keepUp(client: pg.Client, versionId: string, there: number): Promise<void> {
  const [perSecond, duration] = [1000, 20]
  const workers = await otherBackends(client)
  const usage = { node: process.cpuUsage(), database: await processorSeconds(workers) }
  let inserted = 0
  const start = performance.now()
  const elapsed = () => (performance.now() - start) / 1000
  let counting: Promise<unknown> = Promise.resolve()
  let lastRun = 0
  while (elapsed() < duration) {
    const due = Math.floor(elapsed() * perSecond) - inserted
    if (due > 0) await insertResponses(client, versionId, { from: "2026-11-20", days: 1, count: due, firstNumber: there + 1 + inserted })
    inserted += Math.max(0, due)
    if (elapsed() - lastRun >= 2) {
      lastRun = elapsed()
      await counting
      counting = updateTallies()
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await counting
  const lag = await seconds(updateTallies)
  const node = process.cpuUsage(usage.node)
  const nodeSeconds = (node.user + node.system) / 1e6
  const databaseSeconds = (await processorSeconds(workers)) - usage.database
  say(`${rate(inserted, elapsed())} for ${duration} s: counting took ${nodeSeconds.toFixed(1)} s of Node (with the inserting loop) and ` +
    `${databaseSeconds.toFixed(1)} s of the database, ${((nodeSeconds + databaseSeconds) / elapsed()).toFixed(2)} of a core; last run ${lag.toFixed(2)} s`)
}

/** The connections of the pool, which do nothing here but count. */
async function otherBackends(client: pg.Client): Promise<number[]> {
  await updateTallies()
  const found = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  return found.rows.map(({ pid }) => pid)
}

/** User and system time from /proc, in seconds (Linux counts in hundredths). */
async function processorSeconds(pids: number[]): Promise<number> {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? []
    return sum + (Number(fields[11]) + Number(fields[12])) / 100
  }, 0)
}
