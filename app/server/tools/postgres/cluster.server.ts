/** The folder of the embedded PostgreSQL: made once with initdb, refused when another major version made it. */
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { keptSecret } from "../secret.server"
import { type Binaries, findBinaries } from "./binaries.server"
import { runProgram } from "./programs.server"
import { explainStartFailure } from "./start-error.server"

export type Cluster = Binaries & { dir: string; password: string }

export async function prepareCluster(place: string): Promise<Cluster> {
  mkdirSync(place, { recursive: true })
  const binaries = await findBinaries(place)
  mkdirSync(binaries.dataRoot, { recursive: true })
  const cluster = {
    ...binaries,
    dir: path.join(binaries.dataRoot, "postgres"),
    password: keptSecret(path.join(place, "database-password")),
  }
  refuseOtherMajor(cluster)
  if (!existsSync(path.join(cluster.dir, "PG_VERSION"))) await initialise(cluster)
  return cluster
}

/** A data folder of another major version is left as it is. */
function refuseOtherMajor({ dir, home }: Cluster): void {
  const file = path.join(dir, "PG_VERSION")
  if (!existsSync(file)) return
  const made = readFileSync(file, "utf8").trim()
  const sample = readFileSync(path.join(home, "share", "postgresql", "postgres.bki"), "utf8")
  const ours = /^# PostgreSQL (\d+)/.exec(sample)?.[1] ?? made
  if (made !== ours) {
    throw explainStartFailure(`initialized by PostgreSQL version ${made}`, dir)
  }
}

/** initdb into a side folder that takes its place only when complete: an interrupted first start leaves nothing. */
async function initialise(cluster: Cluster): Promise<void> {
  const { dataRoot, user } = cluster
  const side = mkdtempSync(path.join(dataRoot, "postgres-"))
  const passwordFile = `${side}.password`
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (user) for (const one of [side, passwordFile]) chownSync(one, user.uid, user.gid)
  // With LC_CTYPE=C trigram search sees no Chinese at all; C.UTF-8 is missing on macOS, where en_US.UTF-8 is there.
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8"
  const flags = ["-U", "minyi", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  const outcome = await runProgram(cluster, "initdb", [
    "-D",
    side,
    "-E",
    "UTF8",
    `--locale=${locale}`,
    ...flags,
  ])
  rmSync(passwordFile, { force: true })
  const lostRace = outcome.code === 0 && !movedInto(side, cluster.dir)
  if (outcome.code !== 0 || lostRace) rmSync(side, { recursive: true, force: true })
  if (outcome.code !== 0) throw explainStartFailure(outcome.said, cluster.dir)
}

/** False when another instance was first: a folder is never moved over one that has files. */
function movedInto(side: string, dir: string): boolean {
  try {
    renameSync(side, dir)
    return true
  } catch (error) {
    if (existsSync(path.join(dir, "PG_VERSION"))) return false
    throw error
  }
}
