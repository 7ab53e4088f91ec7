/**
 * Measures the counting of responses in a database of its own: `npx tsx tests/bench/tallies.ts [sizes…]`.
 * Ratios are taken within one run; absolute figures belong to the machine. RESULTS.md holds the last ones.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { closeDatabase, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import {
  countTallies,
  crossTab,
  rebuildTallies,
  updateTallies,
} from "~/server/statistics/tallies.server"
import { insertResponses, OFFICE, prepareOffice } from "./generator"

const YEAR = { from: "2025-11-20", days: 365 }
const SIZES =
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000]
const REPEATS = 40
const PER_SECOND = 1000
const KEEP_UP_SECONDS = 20

const folder = mkdtempSync(path.join(os.tmpdir(), "minyi-bench-"))
chmodSync(folder, 0o755) // the database runs as another user when we are root
const database = await startEmbeddedDatabase(folder)
await migrate(database.url)
openDatabase(database.url)
const client = new pg.Client({ connectionString: database.url })
await client.connect()
try {
  const content = QuestionnaireSchema.parse(
    JSON.parse(readFileSync("prisma/seeds/questionnaire.json", "utf8")),
  )
  const versionId = await prepareOffice(client, content)
  say(
    `${os.cpus()[0]?.model ?? ""}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}; ${content.items.length} items`,
  )
  const trends: number[] = []
  let there = 0
  for (const size of SIZES) {
    await grow(versionId, there, size)
    there = size
    trends.push(await reads(versionId, size))
  }
  say(
    `trend, largest against smallest: ${((trends.at(-1) ?? 0) / (trends[0] ?? 1)).toFixed(2)} times`,
  )
  await rebuild(there)
  await keepUp(versionId, there)
} finally {
  await client.end()
  await closeDatabase()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

function say(line: string): void {
  console.log(line)
}

type Cost = { seconds: number; processor: number }

/** Wall time, and processor time of this process and the whole database: the second holds on a busy machine too. */
async function measure(work: () => Promise<unknown>): Promise<Cost> {
  const before = await processorSeconds()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  return { seconds, processor: (await processorSeconds()) - before }
}

function spent({ seconds, processor }: Cost): string {
  return `${seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s)`
}

/** From /proc, in seconds (Linux counts in hundredths): this process, the postmaster's living children and its dead ones. */
async function processorSeconds(): Promise<number> {
  const own = process.cpuUsage()
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid")
  const postmaster = statOf(String(rows[0]?.pid))?.parent ?? ""
  const living = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === postmaster)
  const ended = statOf(postmaster)?.ofEnded ?? 0
  return living.reduce((sum, stat) => sum + (stat?.own ?? 0), ended + (own.user + own.system) / 1e6)
}

function statOf(pid: string): { parent: string; own: number; ofEnded: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? []
    const seconds = (field: number) => (Number(fields[field]) + Number(fields[field + 1])) / 100
    return { parent: fields[1] ?? "", own: seconds(11), ofEnded: seconds(13) }
  } catch {
    return null // it ended while we looked
  }
}

async function grow(versionId: string, there: number, size: number): Promise<void> {
  const count = size - there
  const inserting = await measure(() =>
    insertResponses(client, versionId, { ...YEAR, count, firstNumber: there + 1 }),
  )
  const counting = await measure(updateTallies)
  await client.query(`vacuum analyze "ItemTally", "PairTally", "Response"`)
  const rows = await client.query<{ n: string }>(
    `select (select count(*) from "ItemTally") || ' item and ' || (select count(*) from "PairTally") || ' pair rows' as n`,
  )
  say(
    `${size}: ${count} inserted in ${spent(inserting)}, ${rate(count, inserting.seconds)}; ` +
      `counted in ${spent(counting)}, ${rate(count, counting.seconds)}; ${rows.rows[0]?.n}`,
  )
}

function rate(count: number, took: number): string {
  return `${Math.round(count / took)}/s`
}

/** The reads behind the trend and results pages; gives the trend's fastest time. */
async function reads(versionId: string, size: number): Promise<number> {
  const filter = { officeIds: [OFFICE], versionIds: [versionId] }
  const trend = await timed(() => countTallies(filter, "month", ["overall"]))
  const all = await timed(() => countTallies(filter, "all"))
  const cross = await timed(() => crossTab(filter, "age", "overall"))
  say(
    `${size}: trend of one item by month ${shown(trend)}, all items ${shown(all)}, cross-tab ${shown(cross)}`,
  )
  return trend.fastest
}

type Times = { fastest: number; median: number }

/** The fastest of many is what the work costs; the median also what else the machine was doing. */
async function timed(work: () => Promise<unknown>): Promise<Times> {
  for (let warm = 0; warm < 3; warm++) await work()
  const times: number[] = []
  for (let i = 0; i < REPEATS; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { fastest: times[0] ?? NaN, median: times[Math.floor(REPEATS / 2)] ?? NaN }
}

function shown({ fastest, median }: Times): string {
  return `${fastest.toFixed(1)} ms (median ${median.toFixed(1)})`
}

async function rebuild(size: number): Promise<void> {
  const before = await fingerprint()
  const cost = await measure(rebuildTallies)
  const same = (await fingerprint()) === before
  say(`rebuild of ${size}: ${spent(cost)}, rows ${same ? "byte-identical" : "DIFFERENT"}`)
}

async function fingerprint(): Promise<string> {
  const found = await client.query<{ hash: string }>(
    `select md5(string_agg(md5(row), '' order by row collate "C")) as hash from
       (select t::text as row from "ItemTally" t union all select t::text from "PairTally" t) r`,
  )
  return found.rows[0]?.hash ?? ""
}

/** 1,000 responses a second, counted every two seconds; the same inserts alone are taken off. */
async function keepUp(versionId: string, there: number): Promise<void> {
  const counted = await measure(() => arrive(versionId, there, updateTallies))
  const lag = await measure(updateTallies)
  const alone = await measure(() =>
    arrive(versionId, there + KEEP_UP_SECONDS * PER_SECOND, () => Promise.resolve()),
  )
  const share = (counted.processor - alone.processor) / counted.seconds
  say(
    `${PER_SECOND} responses/s for ${KEEP_UP_SECONDS} s: counting took ${share.toFixed(2)} of a core, the last run ${lag.seconds.toFixed(2)} s`,
  )
}

async function arrive(
  versionId: string,
  there: number,
  count: () => Promise<unknown>,
): Promise<void> {
  let [inserted, lastRun] = [0, 0]
  let counting = Promise.resolve<unknown>(null)
  const start = performance.now()
  while (inserted < PER_SECOND * KEEP_UP_SECONDS) {
    const elapsed = (performance.now() - start) / 1000
    const due = Math.min(PER_SECOND * KEEP_UP_SECONDS, Math.floor(elapsed * PER_SECOND)) - inserted
    const load = { from: "2026-11-20", days: 1, count: due, firstNumber: there + 1 + inserted }
    if (due > 0) await insertResponses(client, versionId, load)
    inserted += due
    if (elapsed - lastRun >= 2) {
      lastRun = elapsed
      await counting
      counting = count()
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await counting
}
