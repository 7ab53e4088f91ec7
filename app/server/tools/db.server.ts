/** The one place that makes a Prisma client, and the transaction in which every change happens. */
import { PrismaPg } from "@prisma/adapter-pg"
import { PrismaClient, type Prisma } from "#prisma/client/client"
import { env } from "./env.server"

export type Database = PrismaClient
export type Transaction = Prisma.TransactionClient

const CONNECTIONS = 12
const TRANSACTION_MS = { maxWait: 10_000, timeout: 30_000 }
/** On every connection: nothing may stand still for ever, or stand in another's way. A long job sets its own. */
const CONNECTION_MS = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 35_000, // longer than a transaction of ours may take
}

let client: Database | undefined

/** Opens the house's database. Called once at start (and by the tests, for each worker's own). */
export function openDatabase(connectionString: string): Database {
  client = new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: CONNECTIONS, ...CONNECTION_MS }),
  })
  return client
}

export function db(): Database {
  if (client) return client
  const url = env().DATABASE_URL
  if (!url) throw new Error("The database is not open yet.")
  return openDatabase(url)
}

export async function closeDatabase(): Promise<void> {
  await client?.$disconnect()
  client = undefined
}

/** Lets only one at a time go on under that name, until its transaction ends. For what has no row to lock yet. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`
}

/** Runs work in one transaction: all of it happens, or nothing. */
export function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db().$transaction(work, TRANSACTION_MS)
}

/** For a long job: within this transaction only it may wait and compute as long as it must. */
export async function takeYourTime(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
      set_config('idle_in_transaction_session_timeout', '0', true)`
}
