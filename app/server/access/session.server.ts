/** Who is signed in: a random token in a cookie, its hash in the database, asked of one function. */
import { createCookie, redirect } from "@remix-run/node"
import { type Permission, mayDo, type Role, ROLES, type Staff } from "~/domain/access/permission"
import { now } from "../tools/clock.server"
import { randomToken, sha256 } from "../tools/code.server"
import { db, type Transaction } from "../tools/db.server"
import { env } from "../tools/env.server"

const IDLE_MS = 60 * 60_000
const ABSOLUTE_MS = 12 * 60 * 60_000
const TOUCH_EVERY_MS = 60_000

const cookie = createCookie("minyi_staff", { httpOnly: true, sameSite: "lax", path: "/" })

const cookieOptions = () => ({ secure: env().PUBLIC_URL?.startsWith("https:") ?? false })

/** Starts a session and gives the Set-Cookie header. Always a new token: one from before signing in is worth nothing. */
export async function startSession(tx: Transaction, staffId: string): Promise<string> {
  const token = randomToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + ABSOLUTE_MS)
  await tx.staffSession.create({
    data: { id: sha256(token), staffId, createdAt: at, lastSeenAt: at, expiresAt },
  })
  return cookie.serialize(token, cookieOptions())
}

/** Ends the session of this browser and gives the header that removes the cookie. */
export async function endSession(request: Request): Promise<string> {
  const token = await tokenOf(request)
  if (token) await db().staffSession.deleteMany({ where: { id: sha256(token) } })
  return cookie.serialize("", { ...cookieOptions(), maxAge: 0 })
}

/** The person signed in who may do this. Otherwise throws: to the sign-in page, or 403. */
export async function requireStaff(request: Request, permission: Permission): Promise<Staff> {
  const staff = await findSignedIn(request)
  if (!staff) {
    const url = new URL(request.url)
    const back = request.method === "GET" ? url.pathname + url.search : "/staff"
    throw redirect(`/staff/sign-in?to=${encodeURIComponent(back)}`)
  }
  if (!mayDo(staff.role, permission)) throw new Response("forbidden", { status: 403 })
  return staff
}

export async function findSignedIn(request: Request): Promise<Staff | null> {
  const token = await tokenOf(request)
  if (!token) return null
  const at = now()
  const session = await db().staffSession.findUnique({
    where: { id: sha256(token) },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      staff: {
        select: {
          id: true,
          name: true,
          role: true,
          officeId: true,
          sectionId: true,
          isActive: true,
        },
      },
    },
  })
  if (!session?.staff.isActive) return null
  const idleMs = at.getTime() - session.lastSeenAt.getTime()
  if (session.expiresAt <= at || idleMs > IDLE_MS) return null
  if (idleMs > TOUCH_EVERY_MS) {
    await db().staffSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: at } })
  }
  const { isActive: _isActive, role, ...person } = session.staff
  return isRole(role) ? { ...person, role } : null
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

async function tokenOf(request: Request): Promise<string | null> {
  const value: unknown = await cookie.parse(request.headers.get("cookie"))
  return typeof value === "string" && value ? value : null
}

/** Removes sessions that are over. */
export async function forgetOldSessions(): Promise<void> {
  await db().staffSession.deleteMany({ where: { expiresAt: { lt: now() } } })
}
