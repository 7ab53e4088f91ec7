/** Writes everything that must be kept together into one archive: every table as it stood at one moment, and the secret. */
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import pg from "pg"
import { now } from "../clock.server"
import { ArchiveError, type Member, writeArchive, type Writing } from "./archive.server"
import { type Manifest, SECRET, writeManifest } from "./manifest.server"
import { tableColumns, listSequences, listTables } from "./tables.server"

const ROWS_PER_READ = 500
const BYTES_PER_PART = 8 * 1024 * 1024
const compress = promisify(gzip)

/** Works while the portal does: one REPEATABLE READ transaction sees the same moment in every table. */
export async function backUp(url: string, file: string, secret: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: url, application_name: "minyi backup" })
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read read only")
    await client.query("set local timezone = 'UTC'; set local datestyle = 'ISO'")
    const migrations = await appliedMigrations(client)
    const archive = await writeArchive(file)
    try {
      const manifest = await writeAll(client, archive, { migrations, secret })
      await archive.finish()
      return manifest
    } catch (error) {
      await archive.abandon()
      throw error
    }
  } finally {
    await client.end() // ends the transaction too
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query("select to_regclass('_prisma_migrations') as name")
  if (found[0]?.name === null)
    throw new ArchiveError("The database is empty; there is nothing to back up.")
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function writeAll(
  client: pg.Client,
  archive: Writing,
  { migrations, secret }: { migrations: string[]; secret: string },
): Promise<Manifest> {
  const files = [await archive.add(SECRET, Buffer.from(secret))]
  const tables: Manifest["tables"] = []
  for (const name of await listTables(client)) tables.push(await writeTable(client, archive, name))
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const manifest: Manifest = {
    format: "minyi-backup-1",
    madeAt: now().toISOString(),
    postgres: rows[0]?.version ?? "",
    migrations,
    tables,
    // Read last: sequences are outside of the transaction, and must not be behind the rows.
    sequences: await listSequences(client),
    files,
  }
  await writeManifest(archive, manifest)
  return manifest
}

/** A row is a line, a JSON list of PostgreSQL's own texts: exact for every type, and readable. */
async function writeTable(client: pg.Client, archive: Writing, name: string) {
  const columns = (await tableColumns(client, name)).map((column) => column.name)
  const texts = columns.map((column) => `${pg.escapeIdentifier(column)}::text`).join(", ")
  await client.query(
    `declare backup no scroll cursor for select ${texts} from ${pg.escapeIdentifier(name)}`,
  )
  const parts: Member[] = []
  let [rows, lines] = [0, ""]
  const flush = async () => {
    if (lines === "") return
    const file = `tables/${name}/${String(parts.length + 1).padStart(6, "0")}.ndjson.gz`
    parts.push(await archive.add(file, await compress(lines)))
    lines = ""
  }
  for (;;) {
    const read = await client.query<(string | null)[]>({
      text: `fetch ${ROWS_PER_READ} from backup`,
      rowMode: "array",
    })
    if (read.rows.length === 0) break
    rows += read.rows.length
    lines += read.rows.map((row) => `${JSON.stringify(row)}\n`).join("")
    if (lines.length >= BYTES_PER_PART) await flush()
  }
  await flush()
  await client.query("close backup")
  return { name, columns, rows, parts }
}
