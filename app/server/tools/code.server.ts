/** Codes that people read aloud and tokens that nobody can guess. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import { customAlphabet } from "nanoid"

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
