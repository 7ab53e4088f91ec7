/** The key of one rendered questionnaire: the same form sent twice is one response, and when it was opened is sealed inside. */
import { createHmac, randomBytes } from "node:crypto"
import { now } from "../tools/clock.server"
import { sameHash } from "../tools/code.server"
import { signingSecret } from "../tools/secret.server"

/** Seven digits of base 36 for the second, 96 random bits, 96 bits of seal: every key is as long as another. */
const SHAPE = /^([0-9a-z]{7})([\w-]{16})([\w-]{16})$/
const sealOf = (text: string): string =>
  createHmac("sha256", signingSecret())
    .update(`answer-key:${text}`)
    .digest("base64url")
    .slice(0, 16)

/** A fresh key, for a form that is shown now, or one opened earlier that is shown anew. */
export function newAnswerKey(openedAt: Date = now()): string {
  const second = Math.floor(openedAt.getTime() / 1000)
  const text = second.toString(36).padStart(7, "0") + randomBytes(12).toString("base64url")
  return text + sealOf(text)
}

/** When the form with this key was opened; null when the key is not one of ours. */
export function openedAtOf(key: string): Date | null {
  const [, second, random, seal] = SHAPE.exec(key) ?? []
  if (!second || !random || !seal || !sameHash(seal, sealOf(second + random))) return null
  return new Date(parseInt(second, 36) * 1000)
}
