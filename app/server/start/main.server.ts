/** Where the program begins: `node build/server/index.js`. */
import { spawn } from "node:child_process"
import * as build from "virtual:remix/server-build"
import { SettingsError } from "../tools/env.server"
import { DoorsError } from "./http.server"
import { DatabaseStartError } from "../tools/postgres/start-error.server"
import { openHouse } from "./house.server"

const EXPLAINED = [SettingsError, DatabaseStartError, DoorsError]

const opening = openHouse(build)

/** Supervisors kill after a time of their own; a stop that hangs ends before, and says so. */
const LAST_MS = 14_000

/** Also while the house is still opening: what was opened is closed. */
async function close(): Promise<void> {
  setTimeout(() => {
    console.error("The portal could not be closed in time; what was committed is safe.")
    process.exit(1)
  }, LAST_MS).unref()
  process.once("SIGINT", () => process.exit(130)) // a second Ctrl-C does not wait
  const house = await opening
  await house.close()
  process.exit(0)
}

process.once("SIGTERM", close)
process.once("SIGINT", close)

try {
  const house = await opening
  console.log(`民意 Minyi: ${house.url}`)
  if (process.argv.includes("--open") && process.stdout.isTTY) openInBrowser(house.url)
} catch (error) {
  const isExplained = EXPLAINED.some((kind) => error instanceof kind)
  console.error(isExplained && error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Shows the portal in the desktop's browser; where there is none, the printed address has to do. */
function openInBrowser(url: string): void {
  const openers: Record<string, string> = { darwin: "open", win32: "explorer", linux: "xdg-open" }
  const opener = openers[process.platform]
  if (!opener) return
  spawn(opener, [url], { detached: true, stdio: "ignore" })
    .on("error", () => {})
    .unref()
}
