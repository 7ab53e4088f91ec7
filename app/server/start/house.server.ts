/** Opens the house in order (database, migrations, jobs, doors) and closes it in the other order. */
import type { ServerBuild } from "@remix-run/server-runtime"
import { closeDatabase, openDatabase } from "../tools/db.server"
import { env } from "../tools/env.server"
import { openDoors } from "./http.server"
import { startJobs } from "../tools/jobs.server"
import { log } from "../tools/log.server"
import { migrate } from "../tools/migrations.server"
import { startEmbeddedDatabase } from "../tools/postgres/embedded.server"
import { DatabaseStartError, explainStartFailure } from "../tools/postgres/start-error.server"
import { DAILY, ROUNDS } from "./schedule.server"
import { watchChannels } from "../survey/open-channels.server"
import { signingSecret } from "../tools/secret.server"

export type House = { url: string; close: () => Promise<void> }

/** The database of the settings: a server of your own, or the embedded one. */
export async function openRecords(): Promise<{ url: string; close: () => Promise<void> }> {
  const { DATABASE_URL, DATA_DIR, LOG_LEVEL } = env()
  log.level = LOG_LEVEL
  const embedded = DATABASE_URL ? null : await startEmbeddedDatabase(DATA_DIR, leave)
  const url = embedded?.url ?? DATABASE_URL ?? ""
  try {
    const applied = await migrate(url)
    if (applied.length > 0) log.info({ applied }, "database.migrated")
  } catch (error) {
    await embedded?.stop()
    throw embedded || error instanceof DatabaseStartError ? error : unreachable(error)
  }
  openDatabase(url)
  return {
    url,
    close: async () => {
      await closeDatabase()
      await embedded?.stop()
    },
  }
}

/** Without its database the portal serves nobody: it ends with the sentence, and whoever watches it starts it again. */
function leave(error: DatabaseStartError): never {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

function unreachable(error: unknown): DatabaseStartError {
  const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)
  return new DatabaseStartError(`The PostgreSQL server of DATABASE_URL cannot be used: ${said}`)
}

/** The key that signs cookies is there before anything else, or the start says why not. */
function openSecret(): void {
  try {
    signingSecret()
  } catch (error) {
    throw explainStartFailure(String(error), env().DATA_DIR)
  }
}

/** Opens everything and gives the address. */
export async function openHouse(build: ServerBuild): Promise<House> {
  openSecret()
  const records = await openRecords()
  try {
    const channels = watchChannels(records.url)
    const doors = await openDoors(build)
    const jobs = await startJobs(records.url, ROUNDS, DAILY)
    return {
      url: doors.url,
      close: async () => {
        await Promise.all([doors.close(), jobs.stop()])
        await channels.stop()
        await records.close()
      },
    }
  } catch (error) {
    await records.close()
    throw error
  }
}
