/** Brings an archive back into an empty database: all of it, checked against what it says of itself, or nothing. */
import { type FileHandle, open } from "node:fs/promises"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"
import pg from "pg"
import { z } from "zod"
import { knownMigrations, migrate } from "../migrations.server"
import { ArchiveError, readMember } from "./archive.server"
import { type Checked, checkArchive, type Manifest, SECRET } from "./manifest.server"
import { tableColumns, firstTableWithRows } from "./tables.server"

const ROWS_PER_STATEMENT = 500
const uncompress = promisify(gunzip)
const Row = z.array(z.string().nullable())

/** `migrated`: what was applied afterwards, when the archive was made by an earlier version. */
export type Restored = { manifest: Manifest; secret: string; migrated: string[] }

export async function restore(url: string, file: string): Promise<Restored> {
  const handle = await open(file).catch((error: unknown) => {
    throw new ArchiveError(`${file} cannot be read: ${error instanceof Error ? error.message : ""}`)
  })
  try {
    const checked = await checkArchive(handle)
    const { manifest, placeOf } = checked
    refuseNewer(manifest)
    await makeEmpty(url)
    await migrate(url, new Set(manifest.migrations))
    await load(url, handle, checked)
    const migrated = await migrate(url)
    const secret = (await readMember(handle, placeOf(SECRET))).toString()
    return { manifest, secret, migrated }
  } finally {
    await handle.close()
  }
}

function refuseNewer({ migrations }: Manifest): void {
  const known = new Set(knownMigrations())
  const unknown = migrations.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new ArchiveError(
    `The archive was made by a newer version of the portal (${unknown}); install that version first. Nothing was restored.`,
  )
}

/** Tables without a row, which a first start or a restore that failed left behind, are made anew. */
async function makeEmpty(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const used = await firstTableWithRows(client)
    if (used !== null) {
      throw new ArchiveError(
        `The database is in use (${used} has rows); restore into an empty one, or another DATA_DIR. Nothing was changed.`,
      )
    }
    await client.query("drop schema public cascade; create schema public")
  })
}

async function load(
  url: string,
  handle: FileHandle,
  { manifest, placeOf }: Checked,
): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("begin")
    await client.query("set local timezone = 'UTC'; set local datestyle = 'ISO'")
    const keys = await dropForeignKeys(client)
    for (const table of manifest.tables) {
      for (const { file } of table.parts) {
        const text = (await uncompress(await readMember(handle, placeOf(file)))).toString()
        const rows = text.split("\n").slice(0, -1)
        await insertRows(
          client,
          table,
          rows.map((line) => Row.parse(JSON.parse(line))),
        )
      }
      await checkCount(client, table)
    }
    for (const statement of keys) await client.query(statement) // and with it every reference is checked
    for (const { name, last } of manifest.sequences) {
      if (last !== null)
        await client.query("select setval(format('public.%I', $1::text)::regclass, $2::bigint)", [
          name,
          last,
        ])
    }
    await client.query("commit")
  })
}

type Table = Manifest["tables"][number]

async function insertRows(client: pg.Client, { name, columns }: Table, rows: (string | null)[][]) {
  const types = new Map(
    (await tableColumns(client, name)).map((column) => [column.name, column.type]),
  )
  const into = columns.map((column) => pg.escapeIdentifier(column)).join(", ")
  const values = columns.map((column, i) => `c${i}::${types.get(column)}`).join(", ")
  const texts = columns.map((_, i) => `$${i + 1}::text[]`).join(", ")
  const names = columns.map((_, i) => `c${i}`).join(", ")
  const statement = `insert into ${pg.escapeIdentifier(name)} (${into})
    select ${values} from unnest(${texts}) as r (${names})`
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const some = rows.slice(from, from + ROWS_PER_STATEMENT)
    await client.query(
      statement,
      columns.map((_, i) => some.map((row) => row[i])),
    )
  }
}

async function checkCount(client: pg.Client, { name, rows }: Table): Promise<void> {
  const found = await client.query<{ n: string }>(
    `select count(*) as n from ${pg.escapeIdentifier(name)}`,
  )
  if (Number(found.rows[0]?.n) === rows) return
  throw new ArchiveError(
    `${name} should have ${rows} rows and has ${found.rows[0]?.n}; nothing was restored.`,
  )
}

/** Tables may then come in any order, also those that refer to themselves. Gives the statements that bring them back. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${name}`)
  return rows.map(
    ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
  )
}

async function withClient(url: string, deed: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "minyi restore" })
  await client.connect()
  try {
    await deed(client)
  } finally {
    await client.end()
  }
}
