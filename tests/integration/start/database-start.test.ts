import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import { explainStartFailure } from "~/server/tools/postgres/start-error.server"

const folders: string[] = []

function freshFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "minyi-start-"))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return path.join(folder, ".data")
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Another instance: a process of its own. */
const another = (command: "start" | "migrate", place: string): ChildProcess =>
  spawn("npx", ["tsx", "tests/support/start-and-wait.ts", command, place], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true, // so that killing the group reaches the program behind npx
  })

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim()))
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)))
  })

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

describe("the embedded database", () => {
  test("keeps its data from one start to the next", async () => {
    const dir = freshFolder()
    const first = await startEmbeddedDatabase(dir)
    await ask(first.url, "create table kept as select 42 as answer")
    await first.stop()
    const second = await startEmbeddedDatabase(dir)
    expect(await ask(second.url, "select answer from kept")).toEqual([{ answer: 42 }])
    await second.stop()
  })

  test("two that start together on an empty folder share one server", async () => {
    const dir = freshFolder()
    const [one, other] = await Promise.all([startEmbeddedDatabase(dir), startEmbeddedDatabase(dir)])
    expect(one.url).toBe(other.url)
    await one.stop()
    await other.stop()
  })

  test("a start that follows a killed one joins the database that was left running", async () => {
    const dir = freshFolder()
    const killed = another("start", dir)
    const url = await firstLine(killed)
    await ask(url, "create table kept as select 1 as answer")
    process.kill(-(killed.pid ?? 0), "SIGKILL")
    const again = await startEmbeddedDatabase(dir)
    expect(await ask(again.url, "select answer from kept")).toEqual([{ answer: 1 }])
    await again.stop()
  })

  test("killed itself in the middle, it recovers what was committed", async () => {
    const dir = freshFolder()
    const first = await startEmbeddedDatabase(dir)
    await ask(first.url, "create table kept as select 1 as answer")
    const [row] = await ask(first.url, "select pg_read_file('postmaster.pid') as pid")
    process.kill(Number(String(row?.["pid"]).split("\n")[0]), "SIGKILL")
    await new Promise((resolve) => setTimeout(resolve, 500))
    const again = await startEmbeddedDatabase(dir)
    expect(await ask(again.url, "select answer from kept")).toEqual([{ answer: 1 }])
    await again.stop()
  })

  test("sees Chinese in trigrams, which search needs", async () => {
    const database = await startEmbeddedDatabase(freshFolder())
    await ask(database.url, "create extension pg_trgm")
    const [row] = await ask(
      database.url,
      "select similarity('路燈故障不亮', '路燈不亮') as similarity",
    )
    expect(Number(row?.["similarity"])).toBeGreaterThan(0.3)
    await database.stop()
  })
})

describe("a start that cannot be is told in one clear sentence", () => {
  test("a data folder of another major version, which is left as it is", async () => {
    const dir = freshFolder()
    mkdirSync(path.join(dir, "postgres"), { recursive: true })
    writeFileSync(path.join(dir, "postgres", "PG_VERSION"), "15\n")
    await expect(startEmbeddedDatabase(dir)).rejects.toThrow(
      /another major version of PostgreSQL.*Nothing was changed/,
    )
  })

  test("a file where the folder should be", async () => {
    const dir = freshFolder()
    writeFileSync(dir, "a file")
    await expect(startEmbeddedDatabase(dir)).rejects.toThrow(/a file is in its place/)
  })

  test.each([
    ["initdb: error: could not write file: No space left on device", /disk that holds .* is full/],
    [
      "EROFS: read-only file system, mkdir '/x'",
      /read-only disk or cannot be made there; set DATA_DIR/,
    ],
    ["Error: ENOENT: no such file or directory, mkdir '/x'", /read-only disk or cannot be made/],
    ["EACCES: permission denied, mkdir '/x'", /may not be written to by this user/],
    ["something never seen\nlast words", /could not be started: last words/],
  ])("%s", (said, sentence) => {
    expect(explainStartFailure(said, "/office/.data").message).toMatch(sentence)
  })
})

describe("migrations", () => {
  test("two instances that start together apply each migration once", async () => {
    const database = await startEmbeddedDatabase(freshFolder())
    const said = await Promise.all([1, 2].map(() => firstLine(another("migrate", database.url))))
    const applied: string[] = said.flatMap((line) => JSON.parse(line))
    expect(applied.length).toBeGreaterThan(0)
    expect(applied).toHaveLength(new Set(applied).size)
    expect(await migrate(database.url)).toEqual([])
    const kept = await ask(database.url, "select count(*)::int as n from _prisma_migrations")
    expect(kept).toEqual([{ n: applied.length }])
    await database.stop()
  })
})
