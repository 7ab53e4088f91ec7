import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, afterEach, describe, expect, inject, test } from "vitest"
import { backUp } from "~/server/tools/backup/backup.server"
import { writeArchive } from "~/server/tools/backup/archive.server"
import { writeManifest } from "~/server/tools/backup/manifest.server"
import { restore } from "~/server/tools/backup/restore.server"
import { closeDatabase, db, openDatabase } from "~/server/tools/db.server"
import { knownMigrations } from "~/server/tools/migrations.server"
import { rebuildTallies, updateTallies } from "~/server/statistics/tallies.server"
import { submitResponse } from "~/server/survey/responses.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { aChannel, WHOLE } from "../../support/surveys"

const { url } = useDatabase()
const SECRET = "a secret of the backup tests, long enough"
const folder = mkdtempSync(path.join(os.tmpdir(), "minyi-backup-"))
let made = 0
const fresh = () => path.join(folder, `backup-${++made}.tar`)
const targets: string[] = []

async function run<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const server = () => Object.assign(new URL(inject("template")), { pathname: "/postgres" }).href

/** An empty database to restore into. */
async function anEmptyDatabase(): Promise<string> {
  const name = `restored_${targets.length}_${process.pid}`
  await run(server(), `create database ${name} template template0`)
  targets.push(name)
  return Object.assign(new URL(server()), { pathname: `/${name}` }).href
}

/** From here on the house works on that database. */
async function moveTo(address: string): Promise<void> {
  await closeDatabase()
  openDatabase(address)
}

afterEach(() => moveTo(url()))
afterAll(async () => {
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
  for (const name of targets) await run(server(), `drop database if exists ${name} with (force)`)
})

/** Every table by its rows, sorted and hashed. */
async function fingerprints(address: string): Promise<Record<string, string>> {
  const tables = await run<{ name: string }>(
    address,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname <> '_prisma_migrations'`,
  )
  const hashes: [string, string][] = []
  for (const { name } of tables) {
    const [row] = await run<{ hash: string }>(
      address,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text collate "C")), '') as hash
       from "${name}" t`,
    )
    hashes.push([name, row?.hash ?? ""])
  }
  return Object.fromEntries(hashes)
}

const answer = async (channel: Awaited<ReturnType<typeof aChannel>>, nth: number) => {
  const entered = { ...WHOLE, comment: `第 ${nth} 份："引號"、\\反斜線、\n換行` }
  const submissionKey = `backup-test-${String(nth).padStart(20, "0")}`
  const kept = await submitResponse({ channel, submissionKey, entered, locale: "zh-TW" })
  if (!kept.ok) throw new Error("refused")
}

describe("a backup", () => {
  test("restored elsewhere is the same, table by table, and numbers go on where they were", async () => {
    const office = await anOffice("引號'\"與換行")
    const staff = await aStaff(office, "director")
    const channel = await aChannel(office, "b-whole")
    for (let nth = 0; nth < 600; nth += 1) await answer(channel, nth)
    await updateTallies()
    const marked = { kind: "flagged", reason: "同一人", markedBy: staff.id, markedAt: new Date() }
    const { id } = await db().response.findFirstOrThrow({ select: { id: true } })
    await db().responseMark.create({ data: { responseId: id, ...marked } })
    const file = fresh()
    const before = await fingerprints(url())
    await backUp(url(), file, SECRET)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const target = await anEmptyDatabase()
    const restored = await restore(target, file)
    expect(restored.secret).toBe(SECRET)
    expect(restored.migrated).toEqual([])
    expect(await fingerprints(target)).toEqual(before)
    const newest = (await db().response.aggregate({ _max: { id: true } }))._max.id ?? 0n
    await moveTo(target)
    await answer(channel, 5_000)
    expect((await db().response.aggregate({ _max: { id: true } }))._max.id).toBe(newest + 1n)
    await updateTallies()
    await rebuildTallies()
  }, 120_000)

  test("is of one moment also while answers are being written, and what it holds counts up", async () => {
    const channel = await aChannel(await anOffice(), "b-load")
    let [nth, isOver] = [10_000, false]
    const writing = Array.from({ length: 4 }, async () => {
      while (!isOver) await answer(channel, nth++)
    })
    const counting = (async () => {
      while (!isOver) await updateTallies()
    })()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const file = fresh()
    const { tables } = await backUp(url(), file, SECRET)
    await new Promise((resolve) => setTimeout(resolve, 200))
    isOver = true
    await Promise.all([...writing, counting])
    const rows = tables.find(({ name }) => name === "Response")?.rows ?? 0
    expect(rows).toBeLessThan(await db().response.count())
    const target = await anEmptyDatabase()
    await restore(target, file)
    await moveTo(target)
    expect(await db().response.count()).toBe(rows)
    await updateTallies() // what the backup's moment had not counted yet is counted now
    const before = await fingerprints(target)
    await rebuildTallies()
    const { TallyWatermark: _, ...after } = await fingerprints(target)
    expect(before).toMatchObject(after)
  }, 120_000)

  test("never takes the place of another file, and one that fails leaves none", async () => {
    const file = fresh()
    writeFileSync(file, "kept")
    await expect(backUp(url(), file, SECRET)).rejects.toThrow(/is there already; give another name/)
    expect(readFileSync(file, "utf8")).toBe("kept")
    const empty = fresh()
    await expect(backUp(await anEmptyDatabase(), empty, SECRET)).rejects.toThrow(
      /nothing to back up/,
    )
    expect([existsSync(empty), existsSync(`${empty}.partial`)]).toEqual([false, false])
  })
})

describe("a restore refuses in one sentence", () => {
  test("a database that is in use, and leaves it as it was", async () => {
    await anOffice()
    const file = fresh()
    await backUp(url(), file, SECRET)
    const before = await fingerprints(url())
    await expect(restore(url(), file)).rejects.toThrow(
      /The database is in use .* Nothing was changed\.$/,
    )
    expect(await fingerprints(url())).toEqual(before)
  })

  test("an archive in which one byte changed, or that was cut off, or is none", async () => {
    const file = fresh()
    await backUp(url(), file, SECRET)
    const whole = readFileSync(file)
    const target = await anEmptyDatabase()
    const refused = async (content: Buffer) => {
      const broken = fresh()
      writeFileSync(broken, content)
      await expect(restore(target, broken)).rejects.toThrow(
        "The archive is damaged or incomplete; nothing was restored.",
      )
    }
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const changed = Buffer.from(whole)
      // a byte that means something: the padding between members may be anything
      let at = Math.floor(whole.length * share)
      while (whole[at] === 0) at += 1
      changed[at] = (whole[at] ?? 0) ^ 1
      await refused(changed)
    }
    await refused(whole.subarray(0, Math.floor(whole.length / 2)))
    await refused(Buffer.from("a text"))
    expect(await fingerprints(target)).toEqual({})
  })

  test("an archive of a newer version", async () => {
    const file = fresh()
    const archive = await writeArchive(file)
    const files = [await archive.add("session-secret", Buffer.from(SECRET))]
    await writeManifest(archive, {
      format: "minyi-backup-1",
      madeAt: "2030-01-01T00:00:00Z",
      postgres: "18",
      migrations: [...knownMigrations(), "20300101000000_later"],
      tables: [],
      sequences: [],
      files,
    })
    await archive.finish()
    await expect(restore(await anEmptyDatabase(), file)).rejects.toThrow(
      /made by a newer version of the portal \(20300101000000_later\).* Nothing was restored\.$/,
    )
  })

  test("a file that is not there", async () => {
    await expect(restore(url(), "/nowhere.tar")).rejects.toThrow(/\/nowhere.tar cannot be read/)
  })
})

describe("an archive of the first schema", () => {
  const FIRST = "tests/support/archives/first-schema.tar"

  test("is restored, brought up to date, and counted as its answers say", async () => {
    const target = await anEmptyDatabase()
    const { migrated, secret, manifest } = await restore(target, FIRST)
    expect(manifest.migrations).toEqual(["20261120000000_init"])
    expect(migrated).toEqual(knownMigrations().slice(1))
    expect(secret).toBe("a secret of the first schema, long enough")
    await moveTo(target)
    expect(await db().response.count()).toBe(183)
    expect(await db().petition.count()).toBe(6)
    await updateTallies()
    const counted = await fingerprints(target)
    await rebuildTallies()
    // a rebuild may number an option that no pair has
    const { TallyWatermark: _, TallyTick: __, ...rebuilt } = await fingerprints(target)
    expect(counted).toMatchObject(rebuilt)
    expect(await db().itemTally.count()).toBeGreaterThan(0)
  })

  test("after a restore that broke off, the next one begins anew", async () => {
    const target = await anEmptyDatabase()
    await restore(target, FIRST)
    await run(
      target,
      `truncate "Office" cascade; truncate "Questionnaire" cascade; truncate "CalendarYear" cascade; truncate "Event", "Attempt", "Letter", "ItemTally", "PairTally", "TallyPlace", "TallyTick"`,
    )
    await restore(target, FIRST)
    expect(await run(target, `select count(*)::int as n from "Response"`)).toEqual([{ n: 183 }])
  })
})
