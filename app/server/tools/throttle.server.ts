/** How often someone may try: counted in the database, so that a restart forgets nothing. */
import { now } from "./clock.server"
import { sha256 } from "./code.server"
import { db } from "./db.server"

/** Tries allowed for one key within the window. */
const LIMITS = {
  "sign-in": { points: 20, duration: 15 * 60 },
  follow: { points: 10, duration: 15 * 60 },
  "follow-number": { points: 5, duration: 15 * 60 },
  file: { points: 30, duration: 60 * 60 },
  // petitions that wait for one recipient's confirmation; given back when it is confirmed
  "unconfirmed-recipient": { points: 3, duration: 24 * 60 * 60 },
  // letters to addresses that nobody has proved to be theirs, of the whole house
  "unproven-letters": { points: 300, duration: 60 * 60 },
} as const

export type ThrottleKind = keyof typeof LIMITS

export const triesAllowed = (kind: ThrottleKind): number => LIMITS[kind].points

/** Counts one try; false when there were too many in the window. */
export async function mayTry(kind: ThrottleKind, key: string): Promise<boolean> {
  const { points, duration } = LIMITS[kind]
  const at = now()
  const resetAt = new Date(at.getTime() + duration * 1000)
  const [row] = await db().$queryRaw<{ count: number }[]>`
    insert into "Attempt" as a (key, count, "resetAt") values (${keyOf(kind, key)}, 1, ${resetAt})
    on conflict (key) do update set
      count = case when a."resetAt" <= ${at} then 1 else a.count + 1 end,
      "resetAt" = case when a."resetAt" <= ${at} then ${resetAt} else a."resetAt" end
    returning count`
  return (row?.count ?? 0) <= points
}

/** Takes back a try that turned out right: only failures count against a person, or an office behind one address. */
export async function forgiveTry(kind: ThrottleKind, key: string): Promise<void> {
  await db().$executeRaw`
    update "Attempt" set count = count - 1 where key = ${keyOf(kind, key)} and count > 0`
}

const keyOf = (kind: ThrottleKind, key: string): string => `${kind}:${sha256(key)}`

/** Forgets the windows that are over. */
export async function forgetOldAttempts(): Promise<void> {
  await db().attempt.deleteMany({ where: { resetAt: { lt: now() } } })
}

/** Who asks, for throttling only: never stored with what was sent. */
export function clientAddress(request: Request): string {
  return request.headers.get("x-client-address") ?? "unknown"
}
