/** Who is signed in: a random token in a cookie, its hash in the database, asked of one function. */
import { redirect } from "@remix-run/node"
import { type Permission, mayDo, type Role, ROLES, type Staff } from "~/domain/access/permission"
import { lastPersonOf } from "./devices.server"
import { KEPT_PARAM, keepForm } from "./kept-forms.server"
import { now } from "../tools/clock.server"
import { randomToken, sha256 } from "../tools/code.server"
import { portalCookie } from "../tools/cookie.server"
import { readFields } from "../tools/form.server"
import { db, type Transaction } from "../tools/db.server"

const IDLE_MS = 60 * 60_000
const ABSOLUTE_MS = 12 * 60 * 60_000
const TOUCH_EVERY_MS = 60_000

const cookie = () => portalCookie("minyi_staff")

/** Starts a session and gives the Set-Cookie header. Always a new token: one from before signing in is worth nothing. */
export async function startSession(tx: Transaction, staffId: string): Promise<string> {
  const token = randomToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + ABSOLUTE_MS)
  await tx.staffSession.create({
    data: { id: sha256(token), staffId, createdAt: at, lastSeenAt: at, expiresAt },
  })
  return cookie().serialize(token)
}

/** Ends the session of this browser and gives the header that removes the cookie. */
export async function endSession(request: Request): Promise<string> {
  await endSessionIn(db(), request)
  return cookie().serialize("", { maxAge: 0 })
}

/** Ends the session of this browser, whoever's it was. */
export async function endSessionIn(
  tx: Pick<Transaction, "staffSession">,
  request: Request,
): Promise<void> {
  const token = await tokenOf(request)
  if (token) await tx.staffSession.deleteMany({ where: { id: sha256(token) } })
}

/** The person signed in who may do this. Otherwise throws: to the sign-in page (what was sent is kept), or 403. */
export async function requireStaff(request: Request, permission: Permission): Promise<Staff> {
  const staff = await findSignedIn(request)
  if (!staff) throw await toSignIn(request)
  if (!mayDo(staff.role, permission)) throw new Response("forbidden", { status: 403 })
  return staff
}

async function toSignIn(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const signIn = new URLSearchParams()
  if (request.method === "POST") {
    const id = await keepUnread(request, pathname)
    if (id) searchParams.set(KEPT_PARAM, id)
    else signIn.set("lost", "yes")
  }
  const search = searchParams.size > 0 ? `?${searchParams}` : ""
  signIn.set("to", pathname + search)
  return redirect(`/staff/sign-in?${signIn}`)
}

/** Keeps a form whose sender's session is over, for whoever signed in last in this browser; null when it cannot be. */
async function keepUnread(request: Request, path: string): Promise<string | null> {
  const staffId = await lastPersonOf(request)
  const isPlain = request.headers.get("content-type")?.startsWith("application/x-www-form-urlenc")
  if (!staffId || !isPlain) return null
  const form = await readFields(request)
  return form.ok ? keepForm({ staffId, path, entered: form.value }) : null
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

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

async function tokenOf(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get("cookie"))
  return typeof value === "string" && value ? value : null
}

/** Removes sessions that are over. */
export async function forgetOldSessions(): Promise<void> {
  await db().staffSession.deleteMany({ where: { expiresAt: { lt: now() } } })
}
