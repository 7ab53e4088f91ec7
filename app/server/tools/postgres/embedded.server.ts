/** The embedded PostgreSQL: made on the first start, adopted if it is still running, stopped last. */
import { spawn, type ChildProcess } from "node:child_process"
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { connect, createServer } from "node:net"
import path from "node:path"
import pg from "pg"
import { keptSecret } from "../secret.server"
import { type Binaries, findBinaries } from "./binaries.server"
import { DatabaseStartError, explainStartFailure } from "./start-error.server"

/** `url` reaches the database `minyi`; `stop` lets running transactions end as PostgreSQL's fast shutdown does. */
export type EmbeddedDatabase = { url: string; stop: () => Promise<void> }

type Cluster = Binaries & { dir: string; password: string }

const START_MS = 60_000
const DATABASE_NAME = "minyi"

/** Starts the database whose files are in `dataDir`, or joins the one that a killed server left running. */
export async function startEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const place = path.resolve(dataDir)
  try {
    const cluster = await prepareCluster(place)
    const port = await joinOrStart(cluster)
    const server = `postgresql://minyi:${cluster.password}@127.0.0.1:${port}`
    await createDatabaseOnce(`${server}/postgres`)
    return { url: `${server}/${DATABASE_NAME}`, stop: () => stopServer(cluster.dir) }
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error
    throw explainStartFailure(error instanceof Error ? error.message : String(error), place)
  }
}

async function prepareCluster(place: string): Promise<Cluster> {
  mkdirSync(place, { recursive: true })
  const binaries = await findBinaries(place)
  mkdirSync(binaries.dataRoot, { recursive: true })
  const cluster = {
    ...binaries,
    dir: path.join(binaries.dataRoot, "postgres"),
    password: keptSecret(path.join(place, "database-password")),
  }
  refuseOtherMajor(cluster)
  if (!existsSync(path.join(cluster.dir, "PG_VERSION"))) await initialise(cluster)
  return cluster
}

/** A data folder of another major version is left as it is. */
function refuseOtherMajor({ dir, home }: Cluster): void {
  const file = path.join(dir, "PG_VERSION")
  if (!existsSync(file)) return
  const made = readFileSync(file, "utf8").trim()
  const sample = readFileSync(path.join(home, "share", "postgresql", "postgres.bki"), "utf8")
  const ours = /^# PostgreSQL (\d+)/.exec(sample)?.[1] ?? made
  if (made !== ours) {
    throw explainStartFailure(`initialized by PostgreSQL version ${made}`, dir)
  }
}

/** initdb into a side folder that takes its place only when complete: an interrupted first start leaves nothing. */
async function initialise(cluster: Cluster): Promise<void> {
  const { dataRoot, user } = cluster
  const side = mkdtempSync(path.join(dataRoot, "postgres-"))
  const passwordFile = `${side}.password`
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (user) for (const one of [side, passwordFile]) chownSync(one, user.uid, user.gid)
  // With LC_CTYPE=C trigram search sees no Chinese at all; C.UTF-8 is missing on macOS, where en_US.UTF-8 is there.
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8"
  const flags = ["-U", "minyi", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  const outcome = await run(cluster, "initdb", [
    "-D",
    side,
    "-E",
    "UTF8",
    `--locale=${locale}`,
    ...flags,
  ])
  rmSync(passwordFile, { force: true })
  const lostRace = outcome.code === 0 && !movedInto(side, cluster.dir)
  if (outcome.code !== 0 || lostRace) rmSync(side, { recursive: true, force: true })
  if (outcome.code !== 0) throw explainStartFailure(outcome.said, cluster.dir)
}

/** False when another instance was first: a folder is never moved over one that has files. */
function movedInto(side: string, dir: string): boolean {
  try {
    renameSync(side, dir)
    return true
  } catch (error) {
    if (existsSync(path.join(dir, "PG_VERSION"))) return false
    throw error
  }
}

/** The port of a server that holds the folder already, or of the one we start. Two that start together share one. */
async function joinOrStart(cluster: Cluster): Promise<number> {
  const giveUpAt = performance.now() + START_MS
  for (;;) {
    const running = postmaster(cluster.dir)
    if (running && (await takesConnections(running.port))) return running.port
    try {
      return await startServer(cluster)
    } catch (error) {
      const held = error instanceof Error && /lock file ".*" already exists/.test(error.message)
      if (!held || performance.now() > giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" })
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}

function launch({ home, user, dataRoot }: Cluster, program: string, args: string[]): ChildProcess {
  return spawn(path.join(home, "bin", program), args, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: dataRoot,
    detached: true, // Ctrl-C reaches us only: the database is stopped last
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_MESSAGES: "C", LANG: "C.UTF-8" },
  })
}

function run(
  cluster: Cluster,
  program: string,
  args: string[],
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = launch(cluster, program, args)
    let said = ""
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code: code ?? 1, said }))
  })
}

/** Starts the server on a free port of this machine and waits until it takes connections. */
async function startServer(cluster: Cluster): Promise<number> {
  const port = await freePort()
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"]
  const args = ["-D", cluster.dir, "-p", String(port), ...settings.flatMap((one) => ["-c", one])]
  const child = launch(cluster, "postgres", args)
  await new Promise<void>((resolve, reject) => {
    let said = ""
    const tooLong = setTimeout(() => reject(new Error("it took longer than a minute")), START_MS)
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (!said.includes("ready to accept connections")) return
      clearTimeout(tooLong)
      resolve()
    })
    child.on("error", reject)
    child.on("exit", () => reject(new Error(said)))
  })
  child.removeAllListeners("exit")
  child.stderr?.removeAllListeners("data").resume()
  child.unref()
  unrefPipes(child)
  return port
}

/** Lets the process end although the database, which outlives a crash of ours, keeps its pipes open. */
function unrefPipes(child: ChildProcess): void {
  for (const pipe of [child.stdout, child.stderr]) {
    if (pipe && "unref" in pipe && typeof pipe.unref === "function") pipe.unref()
  }
}

/** postmaster.pid: line 1 the process, line 4 the port. Null when no living server holds the folder. */
function postmaster(dir: string): { pid: number; port: number } | null {
  const file = path.join(dir, "postmaster.pid")
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, "utf8").split("\n")
  return isAlive(Number(pid)) && port ? { pid: Number(pid), port: Number(port) } : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE_NAME,
    ])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE_NAME}`)
  } catch (error) {
    const lostRace =
      error instanceof pg.DatabaseError && ["42P04", "23505"].includes(error.code ?? "")
    if (!lostRace) throw error
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's fast shutdown; waits until the process is gone. */
async function stopServer(dir: string): Promise<void> {
  const server = postmaster(dir)
  if (!server) return
  process.kill(server.pid, "SIGINT")
  while (isAlive(server.pid)) await new Promise((resolve) => setTimeout(resolve, 25))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("no port")),
      )
    })
  })
}
