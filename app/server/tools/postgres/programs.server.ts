/** Runs PostgreSQL's own programs as the user that owns the files. */
import { type ChildProcess, spawn } from "node:child_process"
import path from "node:path"
import type { Binaries } from "./binaries.server"

export function launch(
  { home, user, dataRoot }: Binaries,
  program: string,
  args: string[],
): ChildProcess {
  return spawn(path.join(home, "bin", program), args, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: dataRoot,
    detached: true, // Ctrl-C reaches us only: the database is stopped last
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_MESSAGES: "C", LANG: "C.UTF-8" },
  })
}

export function runProgram(
  binaries: Binaries,
  program: string,
  args: string[],
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = launch(binaries, program, args)
    let said = ""
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code: code ?? 1, said }))
  })
}
