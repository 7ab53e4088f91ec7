/** Whether this instance can do its work: the database answers, writes, has room, and has the schema of this code. */
import { statfs } from "node:fs/promises"
import { z } from "zod"
import { Prisma } from "#prisma/client/client"
import { now } from "./clock.server"
import { db } from "./db.server"
import { env } from "./env.server"
import { log } from "./log.server"
import { compareMigrations } from "./migrations.server"

export type NotReady =
  | "database-unreachable"
  | "database-silent"
  | "database-not-writable"
  | "disk-full"
  | "schema-behind"
  | "schema-ahead"
  | "schema-incomplete"

export type ReadinessLimits = { answerMs: number; leastFreeBytes: number }
/** The embedded database needs room for what it writes before it moves it to its place (WAL files of 16 MB). */
const LIMITS: ReadinessLimits = { answerMs: 1_500, leastFreeBytes: 64 * 1024 * 1024 }

let running: Promise<NotReady | null> | null = null

/**
 * What is wrong, or null; always within two seconds. Who asks meanwhile shares the check that runs: a database that
 * stands still is asked once, however many ask whether it does.
 */
export async function whyNotReady(limits: ReadinessLimits = LIMITS): Promise<NotReady | null> {
  running ??= check(limits).finally(() => {
    running = null
  })
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<NotReady>((resolve) => {
    timer = setTimeout(() => resolve("database-silent"), limits.answerMs)
  })
  const reason = await Promise.race([running, silence])
  clearTimeout(timer)
  if (reason) log.error({ reason }, "house.not-ready")
  return reason
}

/** Each step in front of the one that would fail in a less telling way. */
async function check({ leastFreeBytes }: ReadinessLimits): Promise<NotReady | null> {
  const schema = await told(compareSchema(), "database-unreachable")
  if (schema) return schema
  if (!env().DATABASE_URL && (await freeBytes()) < leastFreeBytes) return "disk-full"
  return told(write(), "database-not-writable")
}

/** A failure becomes the reason; what the database said goes to the log, never to who asked. */
async function told(step: Promise<NotReady | null>, reason: NotReady): Promise<NotReady | null> {
  try {
    return await step
  } catch (error) {
    log.error({ err: error }, "house.check-failed")
    return reason
  }
}

async function compareSchema(): Promise<NotReady | null> {
  const applied = await db().$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`
  const { missing, unknown } = compareMigrations(applied.map(({ name }) => name))
  if (unknown.length > 0) return "schema-ahead"
  if (missing.length > 0) return "schema-behind"
  const columns = await db().$queryRaw<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped`
  const present = new Set(columns.map(({ name }) => name))
  return expectedColumns().every((name) => present.has(name)) ? null : "schema-incomplete"
}

/** "Letter.status", of every model that the client was generated for. */
function expectedColumns(): string[] {
  const generated: Record<string, unknown> = { ...Prisma }
  return Object.keys(Prisma.ModelName).flatMap((model) => {
    const fields = z.record(z.string(), z.string()).parse(generated[`${model}ScalarFieldEnum`])
    return Object.keys(fields).map((field) => `${model}.${field}`)
  })
}

/** Where the embedded database keeps its files. */
async function freeBytes(): Promise<number> {
  const [place] = await db().$queryRaw<{ folder: string }[]>`
    select current_setting('data_directory') as folder`
  const { bavail, bsize } = await statfs(place?.folder ?? env().DATA_DIR)
  return bavail * bsize
}

async function write(): Promise<null> {
  await db().readinessCheck.upsert({
    where: { id: 1 },
    create: { id: 1, checkedAt: now() },
    update: { checkedAt: now() },
  })
  return null
}
