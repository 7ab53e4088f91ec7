/** Brings the database up to prisma/migrations with Prisma's own engine, one instance at a time. */
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg"
import pg from "pg"
import { DatabaseStartError } from "./postgres/start-error.server"

/** Any number, the same in every instance: "minyi" on a telephone keypad. */
const ADVISORY_LOCK = 64_694

const FILTERS = { externalTables: [], externalEnums: [] }
const SCHEMA_PATH = "schema.prisma"
const MIGRATIONS = path.resolve("prisma", "migrations")

/** Applies what is missing, or of that only the given ones, and gives the names applied. Safe when two instances start together. */
export async function migrate(
  connectionString: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  const pool = new pg.Pool({ connectionString })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK])
    await refuseNewer(client)
    const engine = await openEngine(pool)
    const outcome = await engine.applyMigrations({
      migrationsList: migrationsList(only),
      filters: FILTERS,
    })
    return outcome.appliedMigrationNames
  } finally {
    await pool.end()
    await client.end() // ends the lock with the session
  }
}

/** Old code on a newer database would write rows that the newer code cannot read: it does not start. */
async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ known: string | null }>(
    "select to_regclass('_prisma_migrations')::text as known",
  )
  if (!rows[0]?.known) return
  const applied = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where rolled_back_at is null",
  )
  const { unknown } = compareMigrations(applied.rows.map(({ name }) => name))
  if (unknown.length === 0) return
  throw new DatabaseStartError(
    `The database was used by a newer version of the portal (this one does not know ${unknown.join(", ")}); start that version or a newer one. Nothing was changed.`,
  )
}

/** Which migrations of this code the database lacks, and which it has that this code does not know. */
export function compareMigrations(applied: string[]): { missing: string[]; unknown: string[] } {
  const known = knownMigrations()
  return {
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

/** The SQL that leads from one schema to another; `from` null is the empty database. Any database will do to ask. */
export async function migrationSql(
  connectionString: string,
  from: string | null,
  to: string,
): Promise<string> {
  const pool = new pg.Pool({ connectionString })
  const engine = await openEngine(pool)
  const schema = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: SCHEMA_PATH, content }],
  })
  const difference = await engine.diff({
    from: from === null ? { tag: "empty" } : schema(from),
    to: schema(to),
    script: true,
    exitCode: null,
    filters: FILTERS,
  })
  await pool.end()
  return difference.stdout ?? ""
}

async function openEngine(pool: pg.Pool): Promise<SchemaEngine> {
  program ??= loadProgram()
  const bindings = await program
  const schema = readFileSync(path.resolve("prisma", SCHEMA_PATH), "utf8")
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
  return bindings.SchemaEngine.new({ datamodels: [[SCHEMA_PATH, schema]] }, () => {}, adapter)
}

// Once for the process: the bindings remember the memory of the first instance and would read a second one wrongly.
let program: ReturnType<typeof loadProgram> | undefined

async function loadProgram() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg")
  const script = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  )
  const module = await WebAssembly.compile(readFileSync(script.replace(/\.js$/, ".wasm")))
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports["__wbindgen_start"]
  if (typeof start === "function") start()
  return bindings
}

/** Every migration that this version knows, the oldest first. */
export const knownMigrations = (): string[] =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

function migrationsList(only?: ReadonlySet<string>) {
  const names = knownMigrations().filter((name) => only?.has(name) ?? true)
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"),
        },
      },
    })),
  }
}
