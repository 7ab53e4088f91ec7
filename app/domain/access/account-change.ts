/** What happens to an account: it is opened, and given another password. */
import type { Change } from "../change"
import { accept, type Outcome, refuse } from "../outcome"
import type { StaffEvent } from "./events"
import type { Role } from "./permission"

export type AccountRecord = {
  id: string
  name: string
  role: Role
  officeId: string
  isActive: boolean
  /** argon2id */
  passwordHash: string
}
export type AccountRecordChange = Change<AccountRecord, StaffEvent>

export function openedAccount(
  person: Pick<AccountRecord, "id" | "name" | "role" | "officeId" | "passwordHash">,
): AccountRecordChange {
  return {
    next: { ...person, isActive: true },
    events: [{ kind: "staff.account-opened", detail: { role: person.role } }],
  }
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
