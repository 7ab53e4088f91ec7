/** The server process of one data folder: joined if it runs, started if it does not, stopped on request. */
import type { ChildProcess } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import path from "node:path"
import type { Cluster } from "./cluster.server"
import { launch } from "./programs.server"

export const START_MS = 60_000

/** Write-ahead log is bounded, because an office's disk is small and a seed or an import would keep a gigabyte of it. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "max_wal_size=96MB",
  "wal_recycle=off",
]

/** The port of the server that holds the folder already, or of one started here, on `port` if one is wished. */
export async function joinOrStart(cluster: Cluster, port?: number): Promise<number> {
  const running = postmaster(cluster.dir)
  if (running && (await takesConnections(running.port))) return running.port
  return startServer(cluster, port ?? (await freePort()))
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" })
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}

/** Starts the server on that port of this machine and waits until it takes connections. */
async function startServer(cluster: Cluster, port: number): Promise<number> {
  const args = ["-D", cluster.dir, "-p", String(port), ...SETTINGS.flatMap((one) => ["-c", one])]
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

/** SIGINT is PostgreSQL's fast shutdown; waits until the process is gone. */
export async function stopServer(dir: string): Promise<void> {
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
