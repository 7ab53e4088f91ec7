/** Keeps everything in one archive: `npm run backup -- <file>`. The portal may be running. */
import { ArchiveError } from "~/server/tools/backup/archive.server"
import { backUp } from "~/server/tools/backup/backup.server"
import { env, SettingsError } from "~/server/tools/env.server"
import { DatabaseStartError } from "~/server/tools/postgres/start-error.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import { signingSecret } from "~/server/tools/secret.server"

async function main(file: string | undefined): Promise<number> {
  try {
    if (!file) throw new ArchiveError("Say where to: npm run backup -- minyi-2026-11-21.tar")
    const { DATABASE_URL, DATA_DIR } = env()
    const embedded = DATABASE_URL ? null : await startEmbeddedDatabase(DATA_DIR)
    const { tables } = await backUp(
      embedded?.url ?? DATABASE_URL ?? "",
      file,
      signingSecret(),
    ).finally(() => embedded?.stop())
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${file}: ${tables.length} tables, ${rows} rows, and the session secret. Keep it as safe as the portal.`,
    )
    return 0
  } catch (error) {
    const isExplained = [ArchiveError, DatabaseStartError, SettingsError].some(
      (kind) => error instanceof kind,
    )
    console.error(isExplained && error instanceof Error ? error.message : error)
    return 1
  }
}

process.exit(await main(process.argv[2]))
