/** Signing in and accounts: argon2id, counted failures, an event for each try. */
import { hash, verify } from "@node-rs/argon2"
import {
  type AccountRecord,
  decideNewPassword,
  openedAccount,
} from "~/domain/access/account-change"
import { isCommonPassword } from "~/domain/access/common-password"
import type { StaffEventKind } from "~/domain/access/events"
import { LIMITS } from "~/domain/access/limits"
import { NOBODYS_ROLE, type Role, type Staff } from "~/domain/access/permission"
import { ATTACK_FROM, decideSignIn, isFailure } from "~/domain/access/sign-in"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { changer } from "../tools/change.server"
import { newId } from "../tools/code.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import {
  clientAddress,
  countFailure,
  forgetFailures,
  forgiveTry,
  isUsedUp,
  mayTry,
} from "../tools/throttle.server"
import { deviceKeyOf, rememberDevice } from "./devices.server"
import { endSessionIn, isRole, startSession } from "./session.server"
import type { Row } from "../tools/rows.server"

/** Algorithm 2 is argon2id; 19 MiB and two passes are OWASP's recommendation, about 100 ms. */
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Verified for unknown names too, so that the time does not tell whether a name exists. */
let nobodysHash: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

export type SignedIn = { cookies: string[]; role: Role }

/** Every name that does not exist is this account: it costs the same queries, and made-up names make no rows of their own. */
const NOBODY: Account = {
  id: "nobody",
  name: "",
  role: NOBODYS_ROLE,
  officeId: null,
  isActive: false,
}

/**
 * Signs in: the Set-Cookie headers and the role, or one refusal that does not say what was wrong. A name that exists,
 * one that does not, a locked and a closed account cost one hash and the same queries.
 */
export async function signIn(
  { username, password }: { username: string; password: string },
  request: Request,
): Promise<Outcome<SignedIn, "wrong-name-or-password" | "too-many-tries">> {
  const address = clientAddress(request)
  const known = await findAccount(username)
  const device = await deviceKeyOf(request, known?.id ?? "")
  if (!device && (await isUsedUp("sign-in-address", address))) return refuse("too-many-tries")
  nobodysHash ??= hashPassword("nobody")
  const passwordIsRight = await verify(known?.passwordHash ?? (await nobodysHash), password)
  const account: Account = known && isRole(known.role) ? { ...known, role: known.role } : NOBODY
  return inTransaction(async (tx) => {
    const { isActive } = account
    const tries = await countTry(tx, account, { address, device, passwordIsRight })
    const outcome = decideSignIn({ passwordIsRight, isActive, ...tries })
    await tellOf(tx, account, outcome.ok ? "staff.signed-in" : "staff.sign-in-refused")
    if (!outcome.ok) return outcome
    await forgetFailures(tx, "sign-in-account", tries.place)
    await endSessionIn(tx, request) // the one this browser had, also another person's
    const cookies = [await startSession(tx, account.id), await rememberDevice(request, account.id)]
    return accept({ cookies, role: account.role })
  })
}

function findAccount(username: string) {
  return db().staff.findUnique({
    where: { username },
    select: {
      id: true,
      name: true,
      role: true,
      officeId: true,
      isActive: true,
      passwordHash: true,
    },
  })
}

type Account = {
  id: string
  name: string
  role: Role
  officeId: string | null
  isActive: boolean
}
type Asked = { address: string; device: string | null; passwordIsRight: boolean }

/** Counts the try where it was wrong, and gives what was counted before it. The same statements whatever the account. */
async function countTry(tx: Transaction, account: Account, asked: Asked) {
  const by = isFailure({ ...asked, isActive: account.isActive }) ? 1 : 0
  const place = placeOf(account, asked)
  const isKnownDevice = asked.device !== null
  const failuresHere = await countFailure(tx, "sign-in-account", place, by)
  if (isKnownDevice) return { place, isKnownDevice, failuresHere, failuresEverywhere: 0 }
  // One address that is locked already adds nothing: the brake needs many addresses.
  const isNew = failuresHere < LIMITS["sign-in-account"].most ? by : 0
  const failuresEverywhere = await countFailure(tx, "sign-in-everywhere", account.id, isNew)
  await countFailure(tx, "sign-in-address", asked.address, by)
  if (isNew && failuresEverywhere + 1 === ATTACK_FROM) {
    await tellOf(tx, account, "staff.sign-in-attacked")
    await countFailure(tx, "sign-in-attack", account.id, 1)
  }
  return { place, isKnownDevice, failuresHere, failuresEverywhere }
}

const placeOf = ({ id }: Account, { address, device }: Asked): string =>
  device ? `${id} device ${device}` : `${id} address ${address}`

type Told = Extract<StaffEventKind, `staff.sign${string}`>

/** Trying to sign in changes no account; it is written down all the same. */
function tellOf(tx: Transaction, { id, name, officeId }: Account, kind: Told): Promise<void> {
  const actor = id === NOBODY.id ? null : { id, name }
  return appendEvent(tx, { topic: "staff", subjectId: id, officeId, actor }, { kind, detail: {} })
}

/** The one way an account changes. A new password ends every session that the old one opened. */
const accounts = changer({
  topic: "staff",
  missing: "wrong-password",
  lock: (tx, id: string) => tx.$queryRaw`SELECT id FROM "Staff" WHERE id = ${id}::uuid FOR UPDATE`,
  read: async (tx, id) => {
    const [account] = await tx.$queryRaw<AccountRecord[]>`
      SELECT id, name, role, "officeId", "passwordHash", "isActive"
      FROM "Staff" WHERE id = ${id}::uuid`
    return account ?? null
  },
  about: ({ id, officeId }) => ({ subjectId: id, officeId }),
  columns: ({ id, passwordHash }, before) =>
    before && passwordHash !== before.passwordHash
      ? [{ table: "staff", where: { id }, update: { passwordHash, sessions: { deleteMany: {} } } }]
      : [],
})

/** Changes a person's own password and ends every session of theirs; gives the header of a new one. */
export async function changePassword(
  staff: Staff,
  given: { currentPassword: string; newPassword: string },
): Promise<
  Outcome<string, "too-many-tries" | "wrong-password" | "common-password" | "already-changed">
> {
  if (!(await mayTry("password", staff.id))) return refuse("too-many-tries")
  const {
    passwordHash: kept,
    username,
    office,
  } = await db().staff.findUniqueOrThrow({
    where: { id: staff.id },
    select: {
      passwordHash: true,
      username: true,
      office: { select: { code: true, name: true, nameEn: true } },
    },
  })
  if (!(await verify(kept, given.currentPassword))) {
    return refuse("wrong-password", { field: "currentPassword" })
  }
  await forgiveTry("password", staff.id)
  const about = [username, staff.name, office.code, office.name, office.nameEn]
  if (isCommonPassword(given.newPassword, about)) {
    return refuse("common-password", { field: "newPassword" })
  }
  const passwordHash = await hashPassword(given.newPassword)
  return inTransaction(async (tx) => {
    const account = await accounts.open(tx, { id: staff.id }, staff)
    if (!account.ok) return account
    const changed = decideNewPassword(account.value, { verified: kept, passwordHash })
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
  const rows: Row[] = [{ table: "staff", create: account }]
  await inTransaction((tx) => accounts.save(tx, null, { ...openedAccount(account), rows }, null))
  return { id: account.id }
}
