/** One embedded PostgreSQL for the whole test run, with a template database built from the migrations. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

declare module "vitest" {
  export interface ProvidedContext {
    template: string
  }
}

/** Gives the template's address; each test file clones it. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(path.join(os.tmpdir(), "minyi-test-"))
  chmodSync(dir, 0o755) // so that PostgreSQL's own user may enter when root runs the tests
  const server = await startEmbeddedDatabase(path.join(dir, ".data"))
  await migrate(server.url)
  await withoutSync(server.url)
  project.provide("template", server.url)
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Tests of crashes start a server of their own; here nothing outlives the run, so commits need not reach the disk. */
async function withoutSync(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("alter system set fsync = off")
  await client.query("alter system set synchronous_commit = off")
  await client.query("select pg_reload_conf()")
  await client.end()
}
