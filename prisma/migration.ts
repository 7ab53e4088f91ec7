/**
 * Writes the next migration: the SQL from the schema of the last migration to today's.
 * `npm run migration -- add-media` makes one; `npm run migration` with no name rewrites the only one while nothing is released.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { migrationSql } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

const FOLDER = path.resolve("prisma/migrations")
const SCHEMA = path.resolve("prisma/schema.prisma")
const SNAPSHOT = path.join(FOLDER, "last-schema.prisma")
const FIRST = "20261120000000_init"

const name = process.argv[2]
mkdirSync(FOLDER, { recursive: true })
const existing = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
if (!name && existing.length > 1) throw new Error("Give the migration a name.")

const before = name && existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, "utf8") : null
const database = await startEmbeddedDatabase(".data")
const sql = await migrationSql(database.url, before, readFileSync(SCHEMA, "utf8"))
await database.stop()
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
const folder = path.join(FOLDER, name ? `${stamp}_${name}` : FIRST)
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, "migration.sql"), sql)
writeFileSync(path.join(FOLDER, "migration_lock.toml"), 'provider = "postgresql"\n')
copyFileSync(SCHEMA, SNAPSHOT)
console.log(
  `${path.relative(process.cwd(), folder)}: ${sql.split("\n").length} lines. Read it before you commit it.`,
)
