/** Before the browser tests: a seeded portal, whose address the tests find in PORTAL_URL. */
import { freshDataDir, removeData, seed, startPortal, stopPortal } from "./portal"

export default async function setup() {
  if (process.env["PORTAL_URL"]) return // a portal that is already running, while writing tests
  const dataDir = freshDataDir()
  await seed(dataDir)
  const portal = await startPortal(dataDir)
  process.env["PORTAL_URL"] = portal.url
  return async () => {
    await stopPortal(portal)
    removeData(dataDir)
  }
}
