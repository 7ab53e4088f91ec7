/** Before the browser tests: a portal seeded on a Friday of November 2026, whatever the day. PORTAL_URL says where. */
import { freshDataDir, removeData, seed, startPortal, stopPortal } from "./portal"

export default async function setup() {
  if (process.env["PORTAL_URL"]) return // a portal that is already running, while writing tests
  const dataDir = freshDataDir()
  await seed(dataDir, { MINYI_NOW: "2026-11-20T14:00:00+08:00" })
  const portal = await startPortal(dataDir, {
    MINYI_NOW: "2026-11-20T15:00:00+08:00",
    TRUSTED_PROXIES: "1", // each test says its own address
  })
  process.env["PORTAL_URL"] = portal.url
  return async () => {
    await stopPortal(portal)
    removeData(dataDir)
  }
}
