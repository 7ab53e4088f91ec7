/** Signing in: when an account is locked (資通系統防護基準: 15 minutes after 5 failures). */
import { accept, type Outcome, refuse } from "../outcome"
import { mayDo, type Role } from "./permission"

export const MAX_FAILURES = 5
export const LOCK_MINUTES = 15

export const WRONG_NAME_OR_PASSWORD = refuse("wrong-name-or-password", {
  params: { failures: MAX_FAILURES, minutes: LOCK_MINUTES },
})

export type Account = { failedCount: number; lockedUntil: Date | null; isActive: boolean }

export type AccountChange = { failedCount: number; lockedUntil: Date | null }

export function isLocked(account: Account, now: Date): boolean {
  return account.lockedUntil !== null && account.lockedUntil > now
}

/**
 * What a try does to the account. While it is locked even the right password is refused, and a try does not lengthen
 * the lock. The refusal is the same for a wrong name, a wrong password, a locked and a closed account: which names
 * exist is nobody's business.
 */
export function decideSignIn(
  account: Account,
  passwordIsRight: boolean,
  now: Date,
): { change: AccountChange | null; outcome: Outcome<null, "wrong-name-or-password"> } {
  if (isLocked(account, now)) {
    return { change: null, outcome: WRONG_NAME_OR_PASSWORD }
  }
  if (passwordIsRight && account.isActive) {
    return { change: { failedCount: 0, lockedUntil: null }, outcome: accept(null) }
  }
  const failedCount = account.failedCount + 1
  if (failedCount < MAX_FAILURES) {
    return { change: { failedCount, lockedUntil: null }, outcome: WRONG_NAME_OR_PASSWORD }
  }
  const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000)
  return { change: { failedCount: 0, lockedUntil }, outcome: WRONG_NAME_OR_PASSWORD }
}

/** A path of this portal to go back to; anything else (another site, "//evil") becomes the fallback. */
export function returnPath(to: string | null | undefined, fallback = "/staff"): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : fallback
}

/** Where one goes after signing in: back, or to the first screen. An administrator has no cases: the calendar. */
export function afterSignIn(to: string | null | undefined, role: Role): string {
  const path = returnPath(to)
  return path === "/staff" && !mayDo(role, "work.view") ? "/staff/calendar" : path
}
