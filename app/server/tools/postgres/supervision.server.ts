/** Keeps the embedded server running: joined or started again when it dies, given up when it dies too often. */
import { log } from "../log.server"
import type { Cluster } from "./cluster.server"
import { joinOrStart, START_MS } from "./postmaster.server"
import { enter, type Presence } from "./presence.server"
import { DatabaseStartError } from "./start-error.server"

export type Running = { server: string; stop: () => Promise<boolean> }

/** That many deaths and failed starts within the window are one too many: then a person must look. */
const MOST_FAILURES = 5
const WINDOW_MS = 5 * 60_000
const BACK_OFF_MS = [100, 500, 1_000, 2_000, 4_000]
const BETWEEN_TRIES_MS = 200

/**
 * Starts or joins the server and stays in it. Without `onLost` a server that dies stays dead; with it, it is started
 * again on the same port, which the pools already know. `stop` says whether this was the last to use it.
 */
export async function keepRunning(
  cluster: Cluster,
  onLost?: (error: DatabaseStartError) => void,
): Promise<Running> {
  const { server, presence: first } = await openServer(cluster)
  let presence = first
  let isWanted = true
  let restarting: Promise<Presence | DatabaseStartError | null> = Promise.resolve(null)
  const failures: number[] = []
  const watch = async (give: (error: DatabaseStartError) => void) => {
    for (;;) {
      await presence.gone
      if (!isWanted) return
      log.error({ dir: cluster.dir }, "database.died")
      restarting = restart(cluster, server, failures, () => isWanted)
      const again = await restarting
      if (again instanceof DatabaseStartError) return give(again)
      if (!again) return
      presence = again
      log.warn({ dir: cluster.dir }, "database.restarted")
    }
  }
  if (onLost) void watch(onLost)
  return {
    server,
    stop: async () => {
      isWanted = false
      const again = await restarting // a restart under way ends first, or it would outlive us
      return (again && "leave" in again ? again : presence).leave()
    },
  }
}

/** Tries until the server is entered again, or the failures are too many; null when it is no longer wanted. */
async function restart(
  cluster: Cluster,
  server: string,
  failures: number[],
  isWanted: () => boolean,
): Promise<Presence | DatabaseStartError | null> {
  let why = "it stopped by itself"
  for (;;) {
    failures.push(performance.now())
    const recent = failures.filter((at) => at > performance.now() - WINDOW_MS).length
    if (recent > MOST_FAILURES) return tooOften(cluster, why)
    await pause(BACK_OFF_MS[recent - 1] ?? 0)
    if (!isWanted()) return null
    try {
      const opened = await openServer(cluster, Number(new URL(server).port))
      if (opened.server === server) return opened.presence
      await opened.presence.leave()
      why = "it came back on another port"
    } catch (error) {
      why = lastLine(error)
      log.error({ err: error, dir: cluster.dir }, "database.restart-failed")
    }
  }
}

const tooOften = ({ dir }: Cluster, why: string): DatabaseStartError =>
  new DatabaseStartError(
    `The database in ${dir} failed more than ${MOST_FAILURES} times within ${WINDOW_MS / 60_000} minutes, so the portal stops: ${why}`,
  )

const lastLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? ""

/** The server is recovering, going down, being started by another instance, or its dead predecessor is not wholly gone. */
const PASSING =
  /lock file ".*" already exists|shared memory block .* is still in use|ECONNREFUSED|ECONNRESET|Connection terminated|the database system is|terminating connection/i

/** Joins or starts the server and enters it; waits a minute for what passes. */
async function openServer(
  cluster: Cluster,
  wishedPort?: number,
): Promise<{ server: string; presence: Presence }> {
  const giveUpAt = performance.now() + START_MS
  for (;;) {
    try {
      const port = await joinOrStart(cluster, wishedPort)
      const server = `postgresql://minyi:${cluster.password}@127.0.0.1:${port}`
      return { server, presence: await enter(server) }
    } catch (error) {
      const passes = error instanceof Error && PASSING.test(error.message)
      if (!passes || performance.now() > giveUpAt) throw error
      await pause(BETWEEN_TRIES_MS)
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
