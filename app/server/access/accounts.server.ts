/** Signing in and accounts: argon2id, a lock after five failures, an event for each. */
import { hash, verify } from "@node-rs/argon2"
import { decideSignIn, WRONG_NAME_OR_PASSWORD } from "~/domain/access/sign-in"
import type { Role, Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { now } from "../tools/clock.server"
import { db, inTransaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { startSession } from "./session.server"

/** Algorithm 2 is argon2id; 19 MiB and two passes are OWASP's recommendation, about 100 ms. */
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Verified for unknown names too, so that the time does not tell whether a name exists. */
let nobodysHash: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

export type SignedIn = { cookie: string; role: Role }

/** Signs in: the Set-Cookie header and the role, or one refusal that does not say what was wrong. */
export async function signIn(username: string, password: string): Promise<Outcome<SignedIn>> {
  const known = await db().staff.findUnique({
    where: { username },
    select: { id: true, passwordHash: true },
  })
  nobodysHash ??= hashPassword("nobody")
  const passwordIsRight = await verify(known?.passwordHash ?? (await nobodysHash), password)
  if (!known) return WRONG_NAME_OR_PASSWORD
  return inTransaction(async (tx) => {
    const [account] = await tx.$queryRaw<LockedAccount[]>`
      select id, name, role, "officeId", "failedCount", "lockedUntil", "isActive" from "Staff"
      where id = ${known.id}::uuid for update`
    if (!account) return WRONG_NAME_OR_PASSWORD
    const { change, outcome } = decideSignIn(account, passwordIsRight, now())
    if (change) await tx.staff.update({ where: { id: account.id }, data: change })
    await appendEvent(
      tx,
      {
        topic: "staff",
        subjectId: account.id,
        officeId: account.officeId,
        actor: account,
      },
      { kind: outcome.ok ? "staff.signed-in" : "staff.sign-in-refused", detail: {} },
    )
    if (!outcome.ok) return outcome
    return accept({ cookie: await startSession(tx, account.id), role: account.role })
  })
}

type LockedAccount = {
  id: string
  name: string
  role: Role
  officeId: string
  failedCount: number
  lockedUntil: Date | null
  isActive: boolean
}

/** Changes a person's own password and ends every session of theirs; gives the header of a new one. */
export async function changePassword(
  staff: Staff,
  given: { currentPassword: string; newPassword: string },
): Promise<Outcome<string>> {
  const kept = await db().staff.findUniqueOrThrow({
    where: { id: staff.id },
    select: { passwordHash: true },
  })
  if (!(await verify(kept.passwordHash, given.currentPassword))) {
    return refuse("wrong-password", { field: "currentPassword" })
  }
  const passwordHash = await hashPassword(given.newPassword)
  return inTransaction(async (tx) => {
    await tx.staff.update({ where: { id: staff.id }, data: { passwordHash } })
    await tx.staffSession.deleteMany({ where: { staffId: staff.id } })
    await appendEvent(
      tx,
      {
        topic: "staff",
        subjectId: staff.id,
        officeId: staff.officeId,
        actor: staff,
      },
      { kind: "staff.password-changed", detail: {} },
    )
    return accept(await startSession(tx, staff.id))
  })
}

export type NewStaff = {
  officeId: string
  sectionId: string | null
  username: string
  name: string
  email: string
  role: Role
  password: string
}

/** Opens an account. */
export async function openAccount({ password, ...person }: NewStaff): Promise<{ id: string }> {
  const passwordHash = await hashPassword(password)
  return inTransaction(async (tx) => {
    const staff = await tx.staff.create({ data: { ...person, passwordHash }, select: { id: true } })
    await appendEvent(
      tx,
      {
        topic: "staff",
        subjectId: staff.id,
        officeId: person.officeId,
      },
      { kind: "staff.account-opened", detail: { role: person.role } },
    )
    return staff
  })
}
