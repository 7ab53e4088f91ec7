/** Signing in and accounts: argon2id, a lock after five failures, an event for each. */
import { hash, verify } from "@node-rs/argon2"
import {
  type AccountRecord,
  decideNewPassword,
  openedAccount,
  triedSignIn,
} from "~/domain/access/account-change"
import { WRONG_NAME_OR_PASSWORD } from "~/domain/access/sign-in"
import type { Role, Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { changer } from "../tools/change.server"
import { now } from "../tools/clock.server"
import { newId } from "../tools/code.server"
import { db, inTransaction } from "../tools/db.server"
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
    const account = await accounts.open(tx, known, null)
    if (!account.ok) return WRONG_NAME_OR_PASSWORD
    const tried = triedSignIn(account.value, passwordIsRight, now())
    await accounts.save(tx, account.value, tried, account.value)
    if (!tried.outcome.ok) return tried.outcome
    const { id, role } = account.value
    return accept({ cookie: await startSession(tx, id), role })
  })
}

/** The one way an account changes. A new password ends every session that the old one opened. */
const accounts = changer({
  topic: "staff",
  missing: "wrong-name-or-password",
  lock: (tx, id: string) => tx.$queryRaw`SELECT id FROM "Staff" WHERE id = ${id}::uuid FOR UPDATE`,
  read: async (tx, id) => {
    const [account] = await tx.$queryRaw<AccountRecord[]>`
      SELECT id, name, role, "officeId", "passwordHash", "failedCount", "lockedUntil", "isActive"
      FROM "Staff" WHERE id = ${id}::uuid`
    return account ?? null
  },
  about: ({ id, officeId }) => ({ subjectId: id, officeId }),
  columns: ({ id, failedCount, lockedUntil, passwordHash }, before) => {
    if (!before) return []
    const isNew = passwordHash !== before.passwordHash
    const password = isNew ? { passwordHash, sessions: { deleteMany: {} } } : {}
    return [{ table: "staff", where: { id }, update: { failedCount, lockedUntil, ...password } }]
  },
})

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
    const account = await accounts.open(tx, { id: staff.id }, staff)
    if (!account.ok) return account
    const verified = kept.passwordHash
    const changed = decideNewPassword(account.value, { verified, passwordHash })
    if (!changed.ok) return changed
    await accounts.save(tx, account.value, changed.value, staff)
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
  const account = { ...person, id: newId(), passwordHash }
  await inTransaction((tx) =>
    accounts.save(tx, null, openedAccount(account), null, [{ table: "staff", create: account }]),
  )
  return { id: account.id }
}
