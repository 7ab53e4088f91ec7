/** Codes that people read aloud and tokens that nobody can guess. */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto"
import { customAlphabet } from "nanoid"
import { now } from "./clock.server"

/** Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: 22 characters, 4.45 bits each. */
export const CODE_ALPHABET = "34679ACDEFGHJKMNPRTWXY"

/** A code without look-alikes: 14 characters carry 62 bits. */
export function randomCode(length: number): string {
  return customAlphabet(CODE_ALPHABET, length)()
}

/** 256 bits for a cookie or a link. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url")
}

/** Hex. Tokens and codes are kept only as this. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex")
}

/** Compares two hashes in a time that does not tell how much of them agrees. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A UUID of version 7: ids made later sort later, as those that the database's client makes. */
export function newId(): string {
  const moment = now().getTime().toString(16).padStart(12, "0")
  const chance = randomUUID().slice(15) // "xxx-yxxx-xxxxxxxxxxxx", the variant stays
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${chance}`
}
