/** Hears what other instances and the database itself tell with NOTIFY, on a connection of its own. */
import pg from "pg"
import { log } from "./log.server"

export type Listening = { isUp: () => boolean; stop: () => Promise<void> }

const AGAIN_MS = [200, 1_000, 5_000]

/** Calls `heard` at each notice, and at each new connection: what was said meanwhile was missed. */
export function listen(connectionString: string, channel: string, heard: () => void): Listening {
  let client: pg.Client | null = null
  let isUp = false
  let isWanted = true
  let timer: NodeJS.Timeout | undefined
  let failures = 0

  const lost = (one: pg.Client) => {
    if (client !== one) return
    client = null
    isUp = false
    void one.end().catch(() => {}) // it may be half open; there is nothing left to lose
    if (isWanted) timer = setTimeout(connect, AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)])
  }
  const connect = () => {
    const one = new pg.Client({ connectionString, keepAlive: true, application_name: "minyi ear" })
    client = one
    one.on("error", () => lost(one)).on("end", () => lost(one))
    one.on("notification", heard)
    one
      .connect()
      .then(() => one.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        isUp = true
        failures = 0
        heard()
      })
      .catch((error: unknown) => {
        if (isWanted && failures === 0) log.warn({ err: error }, "listening.failed")
        lost(one)
      })
  }
  connect()
  return {
    isUp: () => isUp,
    stop: async () => {
      isWanted = false
      isUp = false
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}
