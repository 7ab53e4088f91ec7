/** Secrets made once and kept in the data folder: the key that signs cookies (given in production) and the database's password. */
import { createHmac } from "node:crypto"
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
