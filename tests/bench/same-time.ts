/**
 * Whether the time of an answer tells which names and numbers exist: `npx tsx tests/bench/same-time.ts`. Medians of 200
 * refused tries of each kind, interleaved, on a database of its own; the aim is that they lie within 1 ms.
 */
import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { hashPassword, signIn } from "~/server/access/accounts.server"
import { closeDatabase, db, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import { findByCode } from "~/server/petition/filing/follow.server"
import { recordPetition } from "~/server/petition/casework/record.server"
import { aReadyOffice } from "../integration/petition/filing/citizens"
import { aStaff } from "../support/people"

process.env["SESSION_SECRET"] ??= "a secret of the measurement, long enough to be one"
process.env["MINYI_NOW"] ??= "2026-11-20T10:00:00+08:00"

const ROUNDS = 200
const WARM_UP = 20

const folder = mkdtempSync(path.join(os.tmpdir(), "minyi-bench-"))
const records = await startEmbeddedDatabase(path.join(folder, ".data"))
await migrate(records.url)
openDatabase(records.url)

const office = await aReadyOffice()
const passwordHash = await hashPassword("correct horse battery")
for (const username of ["known", "locked", "closed"]) {
  const { id } = await aStaff(office, "case_officer", username)
  const isActive = username !== "closed"
  await db().staff.update({ where: { id }, data: { username, passwordHash, isActive } })
}
const clerk = await aStaff(office, "planning_officer")
const recorded = await recordPetition(
  {
    ...{ source: "letter", nature: "rights", categoryId: office.categoryId, confidential: false },
    ...{ subject: "等候時間", content: "等候時間過長。", name: "王小明", email: null },
    ...{ phone: "0912345678", address: null, readBack: false, signed: false },
    submissionKey: "same-time",
  },
  clerk,
)
if (!recorded.ok) throw new Error(JSON.stringify(recorded.problems))

/** Each try comes from an address of its own: what is measured is the answer, not the limit. */
let nth = 0
const newAddress = () => `10.${nth >> 16}.${(nth++ >> 8) & 255}.${nth & 255}`
const tryToSignIn = (username: string, password: string, address: string) =>
  signIn(
    { username, password },
    new Request("http://portal.test", { headers: { "x-client-address": address } }),
  )
const LOCKED_AT = "192.0.2.1"
for (let time = 0; time < 5; time += 1) await tryToSignIn("locked", "wrong", LOCKED_AT)

const CODE = "AAAAA-AAAAA-AAAA"
const KINDS: Record<string, Kinds> = {
  "signing in": {
    known: () => tryToSignIn("known", "wrong", newAddress()),
    unknown: () => tryToSignIn(`nobody-${nth}`, "wrong", newAddress()),
    locked: () => tryToSignIn("locked", "correct horse battery", LOCKED_AT),
    closed: () => tryToSignIn("closed", "correct horse battery", newAddress()),
  },
  "looking up": {
    known: () => findByCode({ number: recorded.value.number, code: CODE }, newAddress()),
    unknown: () => findByCode({ number: `ZZ-1151120-${10_000 + nth}`, code: CODE }, newAddress()),
    "no number": () => findByCode({ number: "?", code: CODE }, newAddress()),
  },
}

/** Another one begins each round: whoever comes after a pause would be slower. */
const inTurn = <One>(all: One[], round: number): One[] => {
  const first = round % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const median = (all: number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

type Kinds = Record<string, () => Promise<unknown>>

async function oneRound(kinds: Kinds, round: number): Promise<[string, number][]> {
  // The locked account is asked from one address, whose own limit must not answer instead.
  await db().attempt.deleteMany({ where: { key: { startsWith: "sign-in-address" } } })
  const taken: [string, number][] = []
  for (const [kind, work] of inTurn(Object.entries(kinds), round)) {
    taken.push([kind, await timeOf(work)])
  }
  return taken
}

for (const [deed, kinds] of Object.entries(KINDS)) {
  for (let round = 0; round < WARM_UP; round += 1) await oneRound(kinds, round)
  const taken: [string, number][] = []
  for (let round = 0; round < ROUNDS; round += 1) taken.push(...(await oneRound(kinds, round)))
  const medians = Object.keys(kinds).map((kind) => {
    const own = taken.flatMap(([name, ms]) => (name === kind ? [ms] : []))
    return [kind, median(own)] as const
  })
  const all = medians.map(([, ms]) => ms)
  const said = medians.map(([kind, ms]) => `${kind} ${ms.toFixed(2)} ms`).join(", ")
  const apart = (Math.max(...all) - Math.min(...all)).toFixed(2)
  console.log(`${deed} (n = ${ROUNDS}): ${said}; apart by ${apart} ms`)
}

await closeDatabase()
await records.stop()
rmSync(folder, { recursive: true, force: true })
