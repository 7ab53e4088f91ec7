/** Signing in and accounts: argon2id, counted failures, an event for each try. */
import { hash, verify } from "@node-rs/argon2"
import { isCommonPassword } from "~/domain/access/common-password"
import { LIMITS } from "~/domain/access/limits"
import type { Role, Staff } from "~/domain/access/permission"
import { ATTACK_FROM, decideSignIn, isFailure } from "~/domain/access/sign-in"
import { accept, type Outcome, refuse } from "~/domain/outcome"
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
  role: "case_officer",
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
    await appendEvent(tx, staffEvent(account, outcome.ok ? "signed-in" : "sign-in-refused"))
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
    await appendEvent(tx, staffEvent(account, "sign-in-attacked"))
    await countFailure(tx, "sign-in-attack", account.id, 1)
  }
  return { place, isKnownDevice, failuresHere, failuresEverywhere }
}

const placeOf = ({ id }: Account, { address, device }: Asked): string =>
  device ? `${id} device ${device}` : `${id} address ${address}`

function staffEvent({ id, name, officeId }: Account, kind: StaffEvent) {
  const actor = id === NOBODY.id ? null : { id, name }
  return { topic: "staff" as const, subjectId: id, officeId, kind: `staff.${kind}`, actor }
}

type StaffEvent = "signed-in" | "sign-in-refused" | "sign-in-attacked"

/** Changes a person's own password and ends every session of theirs; gives the header of a new one. */
export async function changePassword(
  staff: Staff,
  given: { currentPassword: string; newPassword: string },
): Promise<Outcome<string, "too-many-tries" | "wrong-password" | "common-password">> {
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
    await tx.staff.update({ where: { id: staff.id }, data: { passwordHash } })
    await tx.staffSession.deleteMany({ where: { staffId: staff.id } })
    await appendEvent(tx, {
      topic: "staff",
      subjectId: staff.id,
      officeId: staff.officeId,
      kind: "staff.password-changed",
      actor: staff,
    })
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
    await appendEvent(tx, {
      topic: "staff",
      subjectId: staff.id,
      officeId: person.officeId,
      kind: "staff.account-opened",
      detail: { role: person.role },
    })
    return staff
  })
}
