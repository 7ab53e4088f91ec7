/** What happens to an account: it is opened, tried, and given another password. */
import type { Change } from "../change"
import { accept, type Outcome, refuse } from "../outcome"
import type { StaffEvent } from "./events"
import type { Role } from "./permission"
import { type Account, decideSignIn } from "./sign-in"

export type AccountRecord = Account & {
  id: string
  name: string
  role: Role
  officeId: string
  /** argon2id */
  passwordHash: string
}
export type AccountRecordChange = Change<AccountRecord, StaffEvent>

export function openedAccount(
  person: Pick<AccountRecord, "id" | "name" | "role" | "officeId" | "passwordHash">,
): AccountRecordChange {
  return {
    next: { ...person, failedCount: 0, lockedUntil: null, isActive: true },
    events: [{ kind: "staff.account-opened", detail: { role: person.role } }],
  }
}

/** A try is recorded whether or not it opens the door. */
export function triedSignIn(
  account: AccountRecord,
  passwordIsRight: boolean,
  now: Date,
): AccountRecordChange & { outcome: Outcome<null, "wrong-name-or-password"> } {
  const { change, outcome } = decideSignIn(account, passwordIsRight, now)
  const kind = outcome.ok ? "staff.signed-in" : "staff.sign-in-refused"
  return { outcome, next: { ...account, ...change }, events: [{ kind, detail: {} }] }
}

/** `verified` is the hash against which the current password was checked: another one means that somebody was faster. */
export function decideNewPassword(
  account: AccountRecord,
  { verified, passwordHash }: { verified: string; passwordHash: string },
): Outcome<AccountRecordChange, "already-changed"> {
  if (account.passwordHash !== verified) return refuse("already-changed")
  return accept({
    next: { ...account, passwordHash },
    events: [{ kind: "staff.password-changed", detail: {} }],
  })
}
