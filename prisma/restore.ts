/** Brings an archive back into an empty database: `npm run restore -- <file>`. The portal must not be running. */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { ArchiveError } from "~/server/tools/backup/archive.server"
import { restore } from "~/server/tools/backup/restore.server"
import { env, SettingsError } from "~/server/tools/env.server"
import { DatabaseStartError } from "~/server/tools/postgres/start-error.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

async function main(file: string | undefined): Promise<number> {
  try {
    if (!file) throw new ArchiveError("Say what: npm run restore -- minyi-2026-11-21.tar")
    const { DATABASE_URL, DATA_DIR } = env()
    const embedded = DATABASE_URL ? null : await startEmbeddedDatabase(DATA_DIR)
    const { manifest, secret, migrated } = await restore(
      embedded?.url ?? DATABASE_URL ?? "",
      file,
    ).finally(() => embedded?.stop())
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${rows} rows of ${manifest.tables.length} tables restored, as of ${manifest.madeAt}.`,
    )
    if (migrated.length > 0) console.log(`Brought up to date: ${migrated.join(", ")}.`)
    keepSecret(secret)
    return 0
  } catch (error) {
    const isExplained = [ArchiveError, DatabaseStartError, SettingsError].some(
      (kind) => error instanceof kind,
    )
    console.error(isExplained && error instanceof Error ? error.message : error)
    return 1
  }
}

/** Codes and signed links belong to the secret under which they were made. */
function keepSecret(secret: string): void {
  const { SESSION_SECRET, DATA_DIR } = env()
  if (SESSION_SECRET === undefined) {
    mkdirSync(DATA_DIR, { recursive: true })
    writeFileSync(path.resolve(DATA_DIR, "session-secret"), secret, { mode: 0o600 })
  } else if (SESSION_SECRET !== secret) {
    console.log(
      "SESSION_SECRET is not the one of the archive: codes already given keep working, but cannot be shown again. The former one is the file session-secret in the archive.",
    )
  }
}

process.exit(await main(process.argv[2]))
