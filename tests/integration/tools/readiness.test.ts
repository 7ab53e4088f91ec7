import pg from "pg"
import { afterEach, describe, expect, test } from "vitest"
import { loader as healthz } from "~/routes/page/healthz"
import { loader as readyz } from "~/routes/page/readyz"
import { closeDatabase, db, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import { whyNotReady } from "~/server/tools/readiness.server"
import { useDatabase } from "../../support/database"

const database = useDatabase()

const run = (sql: string) => db().$executeRawUnsafe(sql)
const undo: string[] = []
afterEach(async () => {
  await closeDatabase()
  openDatabase(database.url())
  for (const sql of undo.splice(0)) await run(sql)
})

/** Changes the database for one test. */
async function change(sql: string, back: string) {
  undo.push(back)
  await run(sql)
}

const answer = async () => {
  const response = await readyz()
  return { status: response.status, body: await response.json() }
}

describe("readiness", () => {
  test("is there when the database answers and writes, and the row is really written", async () => {
    expect(await answer()).toEqual({ status: 200, body: { ready: true } })
    expect(await db().readinessCheck.count()).toBe(1)
  })

  test("is not there when a column is missing", async () => {
    await change(
      `alter table "Letter" rename column "leasedUntil" to "elsewhere"`,
      `alter table "Letter" rename column "elsewhere" to "leasedUntil"`,
    )
    expect(await answer()).toEqual({
      ...{ status: 503, body: { ready: false, reason: "schema-incomplete" } },
    })
  })

  test("is not there when a migration was not applied, nor when an unknown one was", async () => {
    await change(
      `update _prisma_migrations set migration_name = 'x' || migration_name
        where migration_name like '%letter-leases'`,
      `update _prisma_migrations set migration_name = substr(migration_name, 2)
        where migration_name like 'x%'`,
    )
    expect((await answer()).body).toMatchObject({ reason: "schema-ahead" })
    await run(`update _prisma_migrations set finished_at = null where migration_name like 'x%'`)
    undo.push(`update _prisma_migrations set finished_at = now() where finished_at is null`)
    expect((await answer()).body).toMatchObject({ reason: "schema-behind" })
  })

  test("is not there when the database only reads", async () => {
    await closeDatabase()
    openDatabase(`${database.url()}?options=-c%20default_transaction_read_only%3Don`)
    expect(await answer()).toEqual({
      ...{ status: 503, body: { ready: false, reason: "database-not-writable" } },
    })
  })

  test("is not there when the embedded database's disk is nearly full", async () => {
    const everything = { answerMs: 1_800, leastFreeBytes: Number.MAX_SAFE_INTEGER }
    expect(await whyNotReady(everything)).toBe("disk-full")
  })

  test("is not there when nobody answers at the database's address, and tells nothing of it", async () => {
    await closeDatabase()
    openDatabase("postgresql://minyi:secret@127.0.0.1:9/minyi")
    const said = await answer()
    expect(said.status).toBe(503)
    expect(said.body).toEqual({ ready: false, reason: "database-unreachable" })
  })

  test("says within two seconds that the database stands still, and asks it once however many ask", async () => {
    const locker = new pg.Client({ connectionString: database.url() })
    await locker.connect()
    await locker.query(`begin; lock table "ReadinessCheck" in access exclusive mode`)
    const start = Date.now()
    const said = await Promise.all([1, 2, 3, 4, 5].map(answer))
    expect(Date.now() - start).toBeLessThan(2_000)
    for (const one of said) expect(one.body).toMatchObject({ reason: "database-silent" })
    const { rows } = await locker.query(
      `select count(*)::int as waiting from pg_locks where not granted`,
    )
    expect(rows).toEqual([{ waiting: 1 }])
    await locker.query("rollback")
    await locker.end()
    await expect.poll(async () => (await answer()).status).toBe(200)
  })
})

test("health asks nobody", async () => {
  await closeDatabase()
  openDatabase("postgresql://minyi:secret@127.0.0.1:9/minyi")
  expect(healthz().status).toBe(200)
})

test("a database that a newer version used is refused in one sentence, and nothing is changed", async () => {
  await run(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at)
     values ('later', '', '20991231000000_from-the-future', now(), now())`,
  )
  undo.push(`delete from _prisma_migrations where id = 'later'`)
  await expect(migrate(database.url())).rejects.toThrow(
    /^The database was used by a newer version of the portal \(this one does not know 20991231000000_from-the-future\); start that version or a newer one\. Nothing was changed\.$/,
  )
})
