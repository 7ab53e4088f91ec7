/** `npm run dev`: the database, migrated, and Vite's server with fresh code on every request. */
import { spawn } from "node:child_process"
import { openRecords } from "./house.server"

const records = await openRecords()
const vite = spawn("npx", ["remix", "vite:dev"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "development", DATABASE_URL: records.url },
})
vite.on("exit", async (code) => {
  await records.close()
  process.exit(code ?? 0)
})
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => vite.kill(signal))
