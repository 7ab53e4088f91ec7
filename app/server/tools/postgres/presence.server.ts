/** One session for each instance that uses a database server: it tells who is the last to leave, and when the server is gone. */
import pg from "pg"

/** `gone` settles when the server ends the session; `leave` ends it, and says whether nobody else was using the server. */
export type Presence = { gone: Promise<void>; leave: () => Promise<boolean> }

/** Any number, the same in every instance: "users" on a telephone keypad. */
const ADVISORY_LOCK = 87_377
/** Locks belong to a database: all instances meet in this one. */
export const MEETING_PLACE = "postgres"

/**
 * Enters a server. The session holds a shared lock, which the server itself gives up when the instance dies: no file
 * has to be cleaned up after a kill.
 */
export async function enter(server: string): Promise<Presence> {
  const client = new pg.Client({
    connectionString: `${server}/${MEETING_PLACE}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: "minyi presence",
  })
  const gone = new Promise<void>((resolve) => {
    client.once("end", () => resolve())
    client.on("error", () => resolve())
  })
  await client.connect()
  await client.query("select pg_advisory_lock_shared($1)", [ADVISORY_LOCK])
  return { gone, leave: () => leave(client) }
}

/** Gives up the own lock first: of two that leave together, one at least gets the lock that nobody shares. */
async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [ADVISORY_LOCK])
    const { rows } = await client.query<{ alone: boolean }>(
      "select pg_try_advisory_lock($1) as alone",
      [ADVISORY_LOCK],
    )
    // The last one keeps its session, and with it the lock, until the server is stopped: nobody enters in between.
    if (rows[0]?.alone === true) return true
    await client.end()
    return false
  } catch {
    return false // the session was lost: who else uses the server cannot be known, so it is left alone
  }
}
