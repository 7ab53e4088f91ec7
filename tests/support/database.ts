/** A database of its own for a test file: `useDatabase()` at the top of the file, then real SQL. */
import { randomBytes } from "node:crypto"
import pg from "pg"
import { afterAll, beforeAll, inject } from "vitest"
import { closeDatabase, openDatabase } from "~/server/tools/db.server"

/** Clones the migrated template before the file's tests and drops the clone after them. */
export function useDatabase(): { url: () => string } {
  const name = `test_${randomBytes(6).toString("hex")}`
  let url = ""
  beforeAll(async () => {
    const template = new URL(inject("template"))
    await onServer(template, `create database ${name} template ${template.pathname.slice(1)}`)
    url = Object.assign(new URL(template), { pathname: `/${name}` }).href
    openDatabase(url)
  })
  afterAll(async () => {
    await closeDatabase()
    await onServer(new URL(inject("template")), `drop database if exists ${name} with (force)`)
  })
  return { url: () => url }
}

/** Runs a statement beside the template; two files cloning at once wait for each other. */
async function onServer(template: URL, statement: string): Promise<void> {
  const address = Object.assign(new URL(template), { pathname: "/postgres" })
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(1)")
    await client.query(statement)
  } finally {
    await client.end()
  }
}
