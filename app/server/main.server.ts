/** Where the program begins: `node build/server/index.js`. */
import * as build from "virtual:remix/server-build"
import { SettingsError } from "./env.server"
import { DoorsError } from "./http.server"
import { DatabaseStartError } from "./postgres/start-error.server"
import { openHouse } from "./start.server"

const EXPLAINED = [SettingsError, DatabaseStartError, DoorsError]

try {
  const house = await openHouse(build)
  console.log(`民意 Minyi: ${house.url}`)
  const close = async () => {
    process.once("SIGINT", () => process.exit(130)) // a second Ctrl-C does not wait
    await house.close()
    process.exit(0)
  }
  process.once("SIGTERM", close)
  process.once("SIGINT", close)
} catch (error) {
  const isExplained = EXPLAINED.some((kind) => error instanceof kind)
  console.error(isExplained && error instanceof Error ? error.message : error)
  process.exit(1)
}
