/** Starts the built portal, seeded, on a port and in a folder of its own; stops it when the run is over. */
import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

export type Portal = { url: string; process: ChildProcess; dataDir: string }

/** A folder for data that PostgreSQL's own user may enter, also when root runs the tests. */
export function freshDataDir(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), "minyi-e2e-"))
  chmodSync(dir, 0o755)
  return path.join(dir, ".data")
}

/** Seeds a fresh database as `npm run demo` does. */
export function seed(dataDir: string, extra: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["tsx", "prisma/seed.ts"], {
      env: { ...process.env, MINYI_DEMO: "1", DATA_DIR: dataDir, LOG_LEVEL: "error", ...extra },
      stdio: ["ignore", "ignore", "inherit"],
    })
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The seed ended with ${code}.`)),
    )
  })
}

/** Starts the server and resolves when it says its address. */
export function startPortal(dataDir: string, extra: Record<string, string> = {}): Promise<Portal> {
  const child = spawn("node", ["build/server/index.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      MINYI_DEMO: "1",
      DATA_DIR: dataDir,
      PORT: "0",
      LOG_LEVEL: "warn",
      ...extra,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  return new Promise((resolve, reject) => {
    let said = ""
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Minyi: (\S+)/.exec(said)?.[1]
      if (url) resolve({ url, process: child, dataDir })
    })
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.on("exit", (code) => reject(new Error(`The portal ended with ${code}: ${said}`)))
  })
}

/** Stops as an operator does, and waits. */
export function stopPortal(portal: Portal): Promise<void> {
  return new Promise((resolve) => {
    portal.process.removeAllListeners("exit")
    portal.process.once("exit", () => resolve())
    portal.process.kill("SIGTERM")
  })
}

export function removeData(dataDir: string): void {
  rmSync(path.dirname(dataDir), { recursive: true, force: true })
}
