/** The embedded PostgreSQL: made on the first start, joined if it runs, kept running, stopped by the last who uses it. */
import path from "node:path"
import pg from "pg"
import { prepareCluster } from "./cluster.server"
import { stopServer } from "./postmaster.server"
import { MEETING_PLACE } from "./presence.server"
import { DatabaseStartError, explainStartFailure } from "./start-error.server"
import { keepRunning } from "./supervision.server"

/** `url` reaches the database `minyi`; `stop` lets running transactions end, and leaves the server to others who use it. */
export type EmbeddedDatabase = { url: string; stop: () => Promise<void> }

const DATABASE_NAME = "minyi"

/**
 * Starts the database whose files are in `dataDir`, or joins the one that runs there. With `onLost` it is kept running
 * and the function is told once, in a sentence, when that is no longer possible.
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  onLost?: (error: DatabaseStartError) => void,
): Promise<EmbeddedDatabase> {
  const place = path.resolve(dataDir)
  try {
    const cluster = await prepareCluster(place)
    const running = await keepRunning(cluster, onLost)
    await createDatabaseOnce(`${running.server}/${MEETING_PLACE}`)
    return {
      url: `${running.server}/${DATABASE_NAME}`,
      stop: async () => {
        if (await running.stop()) await stopServer(cluster.dir)
      },
    }
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error
    throw explainStartFailure(error instanceof Error ? error.message : String(error), place)
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
