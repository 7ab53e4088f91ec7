/** What happens to the accounts of the office's staff. */
import type { EventOf } from "../change"
import type { Role } from "./permission"

export const STAFF_PUBLICITY = {
  "staff.account-opened": false,
  "staff.signed-in": false,
  "staff.sign-in-refused": false,
  "staff.sign-in-attacked": false,
  "staff.password-changed": false,
} as const
export type StaffEventKind = keyof typeof STAFF_PUBLICITY

/** Signing in changes nothing of what a page of the account shows. */
export const STAFF_QUIET = [
  "staff.signed-in",
  "staff.sign-in-refused",
  "staff.sign-in-attacked",
] as const satisfies StaffEventKind[]

type StaffEventDetail = {
  "staff.account-opened": { role: Role }
  "staff.signed-in": Record<string, never>
  "staff.sign-in-refused": Record<string, never>
  "staff.sign-in-attacked": Record<string, never>
  "staff.password-changed": Record<string, never>
}
export type StaffEvent = EventOf<StaffEventDetail, typeof STAFF_PUBLICITY>
