import { existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import path from "node:path"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { closeDatabase, db, openDatabase, takeYourTime } from "~/server/tools/db.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import { freshDataDir, removeData, startPortal } from "../../e2e/support/portal"

const folders: string[] = []
afterAll(() => folders.forEach(removeData))

function folder(): string {
  const dir = freshDataDir()
  folders.push(dir)
  return dir
}

const pidFile = (dir: string) => path.join(dir, "postgres", "postmaster.pid")
const serverOf = (dir: string) => Number(readFileSync(pidFile(dir), "utf8").split("\n")[0])
const kill = (dir: string) => process.kill(serverOf(dir), "SIGKILL")
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function ask(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  try {
    return (await client.query("select 42 as answer")).rows
  } finally {
    await client.end()
  }
}

/** Until the deed succeeds; the last refusal after `ms`. */
async function soon<Result>(ms: number, deed: () => Promise<Result> | Result): Promise<Result> {
  const until = performance.now() + ms
  for (;;) {
    try {
      return await deed()
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(100)
    }
  }
}

describe("the embedded database, killed", () => {
  test("is started again at the same address, and a pool that was open goes on", async () => {
    const dir = folder()
    const lost: Error[] = []
    const database = await startEmbeddedDatabase(dir, (error) => lost.push(error))
    openDatabase(database.url)
    await db().$queryRaw`select 1`
    const before = serverOf(dir)
    kill(dir)
    await soon(30_000, () => expect(serverOf(dir)).not.toBe(before))
    const answer = () => db().$queryRaw`select 42 as answer`
    expect(await soon(30_000, answer)).toEqual([{ answer: 42 }])
    expect(lost).toEqual([])
    await closeDatabase()
    await database.stop()
    expect(existsSync(pidFile(dir))).toBe(false)
  })

  test("again and again, it is given up with one sentence", async () => {
    const dir = folder()
    let sentence = ""
    const database = await startEmbeddedDatabase(dir, (error) => (sentence = error.message))
    while (sentence === "") {
      await ask(database.url)
        .then(() => pause(500)) // it is entered again by then
        .then(() => kill(dir))
        .catch(() => pause(100)) // it is not back yet
    }
    expect(sentence).toMatch(
      /^The database in .* failed more than 5 times within 5 minutes, so the portal stops: .+$/,
    )
  }, 120_000)

  test("that cannot come back makes the portal end with that sentence, not stay and answer nobody", async () => {
    const dir = folder()
    const portal = await startPortal(dir, { LOG_LEVEL: "silent" })
    let said = ""
    portal.process.stderr?.on("data", (chunk) => (said += String(chunk)))
    portal.process.removeAllListeners("exit")
    const code = new Promise((resolve) => portal.process.once("exit", resolve))
    const server = serverOf(dir)
    renameSync(path.join(dir, "postgres"), path.join(dir, "gone"))
    process.kill(server, "SIGKILL")
    expect(await code).toBe(1)
    expect(said.trim().split("\n")).toEqual([
      expect.stringMatching(/failed more than 5 times .* so the portal stops/),
    ])
  })
})

describe("two instances on one folder", () => {
  test("the first to stop leaves the database to the other, the last one stops it", async () => {
    const dir = folder()
    const one = await startEmbeddedDatabase(dir)
    const other = await startEmbeddedDatabase(dir)
    await one.stop()
    expect(await ask(other.url)).toEqual([{ answer: 42 }])
    await other.stop()
    expect(existsSync(pidFile(dir))).toBe(false)
  })

  test("that stop together leave no database running", async () => {
    const dir = folder()
    const all = await Promise.all([1, 2, 3].map(() => startEmbeddedDatabase(dir)))
    await Promise.all(all.map((one) => one.stop()))
    expect(existsSync(pidFile(dir))).toBe(false)
  })

  test("both find it again after a kill", async () => {
    const dir = folder()
    const both = await Promise.all([1, 2].map(() => startEmbeddedDatabase(dir, () => {})))
    kill(dir)
    await soon(20_000, () => ask(both[0]?.url ?? ""))
    await pause(1_500) // the other's back-off is over by now
    await both[0]?.stop()
    expect(await ask(both[1]?.url ?? "")).toEqual([{ answer: 42 }])
    await both[1]?.stop()
    expect(existsSync(pidFile(dir))).toBe(false)
  })

  test("an instance that was killed does not keep the database from being stopped", async () => {
    const dir = folder()
    const portal = await startPortal(dir)
    portal.process.removeAllListeners("exit")
    const next = await startEmbeddedDatabase(dir)
    portal.process.kill("SIGKILL")
    await pause(500)
    await next.stop()
    expect(existsSync(pidFile(dir))).toBe(false)
    rmSync(dir, { recursive: true, force: true })
  })
})

describe("every connection", () => {
  test("has limits for statements, locks and idle transactions; a long job lifts them for itself", async () => {
    const database = await startEmbeddedDatabase(folder())
    openDatabase(database.url)
    const limits = () => db().$queryRaw<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in
        ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`
    const settings = (await limits()).map(({ setting }) => Number(setting))
    expect(settings).toEqual([35_000, 10_000, 30_000])
    await db().$transaction(async (tx) => {
      await takeYourTime(tx)
      expect(await tx.$queryRaw`select current_setting('statement_timeout') as ms`).toEqual([
        { ms: "0" },
      ])
    })
    expect((await limits()).map(({ setting }) => Number(setting))).toEqual(settings)
    await closeDatabase()
    await database.stop()
  })
})
