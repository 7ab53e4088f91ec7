/** The secret that signs cookies: given in production, made once and kept in the data folder on a laptop. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { randomToken } from "./code.server"
import { env } from "./env.server"

let secret: string | undefined

export function signingSecret(): string {
  secret ??= env().SESSION_SECRET ?? keptSecret(env().DATA_DIR)
  return secret
}

function keptSecret(dataDir: string): string {
  const file = path.resolve(dataDir, "session-secret")
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, randomToken(), { flag: "wx", mode: 0o600 }) // two that start together: one wins
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  }
  return readFileSync(file, "utf8")
}
