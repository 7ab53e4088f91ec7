/** Signing in: when a try is refused whatever the password (資通系統防護基準: 15 minutes after 5 failures). */
import { accept, type Outcome, refuse } from "../outcome"
import { LIMITS } from "./limits"
import { mayDo, type Role } from "./permission"

const { most, minutes } = LIMITS["sign-in-account"]
export const WRONG_NAME_OR_PASSWORD = refuse("wrong-name-or-password", {
  params: { failures: most, minutes },
})

/** One try to sign in, and the failures counted before it. */
export type SignInTry = {
  passwordIsRight: boolean
  isActive: boolean
  /** Failures of this account from this address, or from this device if it signed in before. */
  failuresHere: number
  /** Failures of this account from all devices that never signed in. */
  failuresEverywhere: number
  isKnownDevice: boolean
}

/** Only what was wrong counts; also the right password of a closed account, which is told nothing else. */
export function isFailure(asked: Pick<SignInTry, "passwordIsRight" | "isActive">): boolean {
  return !asked.passwordIsRight || !asked.isActive
}

/**
 * While locked even the right password is refused. The lock belongs to the account at one address, so that a stranger
 * elsewhere shuts nobody out; the brake over all addresses spares devices that signed in before. The refusal is the
 * same for a wrong name, a wrong password, a locked and a closed account: which names exist is nobody's business.
 */
export function decideSignIn(asked: SignInTry): Outcome<null, "wrong-name-or-password"> {
  if (asked.failuresHere >= LIMITS["sign-in-account"].most) return WRONG_NAME_OR_PASSWORD
  const isBraked = asked.failuresEverywhere >= LIMITS["sign-in-everywhere"].most
  if (isBraked && !asked.isKnownDevice) return WRONG_NAME_OR_PASSWORD
  return isFailure(asked) ? WRONG_NAME_OR_PASSWORD : accept(null)
}

/** From this many failures everywhere the office is told: more than a person mistypes. */
export const ATTACK_FROM = 20

/** A path of this portal to go back to; anything else (another site, "//evil") becomes the fallback. */
export function returnPath(to: string | null | undefined, fallback = "/staff"): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : fallback
}

/** Where one goes after signing in: back, or to the first screen. An administrator has no cases: the calendar. */
export function afterSignIn(to: string | null | undefined, role: Role): string {
  const path = returnPath(to)
  return path === "/staff" && !mayDo(role, "work.view") ? "/staff/calendar" : path
}
