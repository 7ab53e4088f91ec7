/** Secrets made once and kept in the data folder: the key that signs cookies (given in production) and the database's password. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { randomToken } from "./code.server"
import { env } from "./env.server"

let secret: string | undefined

export function signingSecret(): string {
  secret ??= env().SESSION_SECRET ?? keptSecret(path.resolve(env().DATA_DIR, "session-secret"))
  return secret
}

/** A hash that only this portal can make: `purpose` keeps what is hashed for one thing from being compared with another. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", signingSecret()).update(`${purpose}\n${text}`).digest("hex")
}

const SEAL = "aes-256-gcm"
const [NONCE_BYTES, TAG_BYTES] = [12, 16]

const sealingKey = () => createHmac("sha256", signingSecret()).update("seal").digest()

/** Text that only this portal can read again, and only together with the same `boundTo`. */
export function seal(text: string, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(SEAL, sealingKey(), nonce).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

/** What was sealed; null when it was sealed with another secret or for something else. */
export function unseal(sealed: Uint8Array, boundTo: string): string | null {
  const bytes = Buffer.from(sealed)
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  try {
    const opened = createDecipheriv(SEAL, sealingKey(), nonce, { authTagLength: TAG_BYTES })
    opened.setAAD(Buffer.from(boundTo)).setAuthTag(tag)
    const rest = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([opened.update(rest), opened.final()]).toString("utf8")
  } catch {
    return null // the one thing that can go wrong: the seal does not fit
  }
}

/** The secret of that file, made if it is missing. Two that start together get the same one. */
export function keptSecret(file: string): string {
  const mine = `${file}-${randomToken().slice(0, 8)}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(mine, randomToken(), { mode: 0o600 })
  try {
    linkSync(mine, file) // complete, or not at all; refused when another was first
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    rmSync(mine)
  }
  return readFileSync(file, "utf8")
}
