/** Counts what `LIMITS` limits: in the database, so that a restart forgets nothing and all instances count together. */
import { type LimitName, LIMITS } from "~/domain/access/limits"
import { countedAddress } from "./address.server"
import { now } from "./clock.server"
import { db, type Transaction } from "./db.server"
import { keyedHash } from "./secret.server"

type Records = Pick<Transaction, "$queryRaw" | "$executeRaw">

export const triesAllowed = (name: LimitName): number => LIMITS[name].most

/** Counts one try; false when there were too many in the window. */
export async function mayTry(name: LimitName, key: string): Promise<boolean> {
  const { most } = LIMITS[name]
  return (await countUp(db(), name, key, 1)) <= most
}

/** Takes back a try that turned out right: only failures count against a person, or an office behind one address. */
export async function forgiveTry(name: LimitName, key: string): Promise<void> {
  await db().$executeRaw`
    update "Attempt" set count = count - 1 where key = ${keyOf(name, key)} and count > 0`
}

/** Whether the limit is used up; counts nothing. */
export async function isUsedUp(name: LimitName, key: string): Promise<boolean> {
  return (await countOf(name, key)) >= LIMITS[name].most
}

/** How often it was counted within the window. */
export async function countOf(name: LimitName, key: string): Promise<number> {
  const row = await db().attempt.findUnique({
    where: { key: keyOf(name, key), resetAt: { gt: now() } },
    select: { count: true },
  })
  return row?.count ?? 0
}

/** Those of the keys whose limit is used up. */
export async function listUsedUp(name: LimitName, keys: string[]): Promise<string[]> {
  const rows = await db().attempt.findMany({
    where: {
      key: { in: keys.map((key) => keyOf(name, key)) },
      count: { gte: LIMITS[name].most },
      resetAt: { gt: now() },
    },
    select: { key: true },
  })
  const full = new Set(rows.map(({ key }) => key))
  return keys.filter((key) => full.has(keyOf(name, key)))
}

/** Counts up what was wrong (0 counts nothing and writes the same) and gives the number before: two at once never read the same. */
export async function countFailure(
  tx: Records,
  name: LimitName,
  key: string,
  by: 0 | 1,
): Promise<number> {
  return (await countUp(tx, name, key, by)) - by
}

/** The try that reaches the limit begins a whole window of waiting; those after it do not lengthen it. */
async function countUp(tx: Records, name: LimitName, key: string, by: 0 | 1): Promise<number> {
  const { most, minutes } = LIMITS[name]
  const at = now()
  const resetAt = new Date(at.getTime() + minutes * 60_000)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    insert into "Attempt" as a (key, count, "resetAt") values (${keyOf(name, key)}, ${by}, ${resetAt})
    on conflict (key) do update set
      count = case when a."resetAt" <= ${at} then ${by} else a.count + ${by} end,
      "resetAt" = case
        when a."resetAt" <= ${at} or (${by} = 1 and a.count + 1 = ${most}) then ${resetAt}
        else a."resetAt" end
    returning count`
  return row?.count ?? 0
}

export async function forgetFailures(tx: Records, name: LimitName, key: string): Promise<void> {
  await tx.$executeRaw`delete from "Attempt" where key = ${keyOf(name, key)}`
}

/** Keyed: four thousand million IPv4 addresses are hashed in seconds, so a plain hash would keep the address itself. */
const keyOf = (name: LimitName, key: string): string => `${name}:${keyedHash("limit", key)}`

/** Forgets the windows that are over. */
export async function forgetOldAttempts(): Promise<void> {
  await db().attempt.deleteMany({ where: { resetAt: { lt: now() } } })
}

/** Who asks, for limits only: never stored with what was sent. */
export function clientAddress(request: Request): string {
  return countedAddress(request.headers.get("x-client-address") ?? "")
}
