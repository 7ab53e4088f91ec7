/**
 * Writes the next migration: the SQL from the schema of the last migration to today's.
 * `npm run migration -- add-media` makes one. A migration that exists is never written again: offices have applied it.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { migrationSql } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

const FOLDER = path.resolve("prisma/migrations")
const SCHEMA = path.resolve("prisma/schema.prisma")
const SNAPSHOT = path.join(FOLDER, "last-schema.prisma")

const name = process.argv[2] ?? ""
if (!/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(name)) {
  console.error("Give the migration a name: npm run migration -- what-changed")
  process.exit(1)
}

const before = readFileSync(SNAPSHOT, "utf8")
const database = await startEmbeddedDatabase(".data")
const sql = await migrationSql(database.url, before, readFileSync(SCHEMA, "utf8"))
await database.stop()
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
const folder = path.join(FOLDER, `${stamp}_${name}`)
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, "migration.sql"), sql)
writeFileSync(path.join(FOLDER, "migration_lock.toml"), 'provider = "postgresql"\n')
copyFileSync(SCHEMA, SNAPSHOT)
console.log(
  `${path.relative(process.cwd(), folder)}: ${sql.split("\n").length} lines. Read it before you commit it.`,
)
