/** The tables of the portal as the database describes them. What the engine of migrations and the jobs keep is theirs. */
import type pg from "pg"

export type Column = { name: string; type: string }

export async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'
     order by relname collate "C"`,
  )
  return rows.map(({ name }) => name)
}

/** Columns that hold something of their own; a generated one is made again from them. */
export async function tableColumns(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = format('public.%I', $1::text)::regclass and attnum > 0
       and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  )
  return rows
}

export async function listSequences(client: pg.Client) {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' order by 1`,
  )
  return rows
}

/** Tables whose rows are worked out from others, or say how far that was done: they make no database a used one. */
const WORKED_OUT = new Set(["TallyWatermark"])

export async function firstTableWithRows(client: pg.Client): Promise<string | null> {
  for (const name of await listTables(client)) {
    if (WORKED_OUT.has(name)) continue
    const { rowCount } = await client.query(`select 1 from "${name.replaceAll('"', '""')}" limit 1`)
    if (rowCount) return name
  }
  return null
}
