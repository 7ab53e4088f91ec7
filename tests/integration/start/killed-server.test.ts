import { existsSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { closeDatabase, db, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import { seedQuestionnaire } from "#prisma/seeds/questionnaire"
import { freshDataDir, removeData, startPortal, stopPortal } from "../../e2e/support/portal"
import { anOffice } from "../../support/people"

const SUBMISSIONS = 1_000
const AT_ONCE = 25
const ANSWERS = {
  attitude: "5",
  expertise: "4",
  speed: "4",
  waiting: "2",
  waiting_long: "",
  overall: "4",
}
const BEHIND_A_PROXY = { TRUSTED_PROXIES: "1" } // a thousand citizens have a thousand addresses

const dataDir = freshDataDir()
afterAll(() => removeData(dataDir))

/** A folder with one office and its questionnaire; gives the channel's code. */
async function prepare(): Promise<string> {
  const records = await startEmbeddedDatabase(dataDir)
  await migrate(records.url)
  openDatabase(records.url)
  const office = await anOffice()
  const published = await seedQuestionnaire([office])
  if (!published.ok) throw new Error(JSON.stringify(published))
  await closeDatabase()
  await records.stop()
  return `${office.code.toLowerCase()}-counter`
}

/** The receipt that the browser is given for the thanks page. */
function receiptIn(response: Response): string | null {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith("minyi_receipt="))
  const value = decodeURIComponent(cookie?.split(/[=;]/)[1] ?? "").split(".")[0] ?? ""
  return value ? String(JSON.parse(Buffer.from(value, "base64").toString())) : null
}

/** Sends one response with its own key; the receipt when it was acknowledged, null when the line broke. */
async function send(url: string, code: string, nth: number): Promise<string | null> {
  const key = `kill-test-${String(nth).padStart(20, "0")}`
  const headers = {
    origin: url,
    "x-forwarded-for": `10.0.${nth >> 8}.${nth & 255}`,
  }
  const body = new URLSearchParams({ ...ANSWERS, "answer-key": key })
  try {
    const response = await fetch(`${url}/s/${code}`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    })
    return response.status === 303 ? receiptIn(response) : null
  } catch {
    return null // the server is gone: the citizen saw no thank-you
  }
}

/** Sends the numbered responses, a few at once, and gives what was acknowledged by number. */
async function sendAll(
  url: string,
  code: string,
  numbers: number[],
  onAcknowledged?: (count: number) => void,
) {
  const acknowledged = new Map<number, string>()
  const waiting = [...numbers]
  const sender = async () => {
    for (let nth = waiting.shift(); nth !== undefined; nth = waiting.shift()) {
      const receipt = await send(url, code, nth)
      if (receipt) acknowledged.set(nth, receipt)
      onAcknowledged?.(acknowledged.size)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return acknowledged
}

test("killed in the middle of a thousand submissions, every acknowledged response is there, and none twice", async () => {
  expect(existsSync("build/server/index.js"), "the portal is built first: npm run build").toBe(true)
  const code = await prepare()
  const numbers = Array.from({ length: SUBMISSIONS }, (_, nth) => nth)

  const first = await startPortal(dataDir, BEHIND_A_PROXY)
  first.process.removeAllListeners("exit")
  const before = await sendAll(first.url, code, numbers, (count) => {
    if (count === SUBMISSIONS / 2) first.process.kill("SIGKILL")
  })
  expect(before.size).toBeGreaterThanOrEqual(SUBMISSIONS / 2)
  expect(before.size).toBeLessThan(SUBMISSIONS)

  const second = await startPortal(dataDir, BEHIND_A_PROXY)
  const after = await sendAll(second.url, code, numbers) // everybody presses 送出 once more
  expect(after.size).toBe(SUBMISSIONS)
  for (const [nth, receipt] of before) expect(after.get(nth)).toBe(receipt)
  await stopPortal(second)

  const records = await startEmbeddedDatabase(dataDir)
  openDatabase(records.url)
  const kept = await db().response.findMany({ select: { receipt: true } })
  expect(kept).toHaveLength(SUBMISSIONS)
  expect(new Set(kept.map(({ receipt }) => receipt))).toEqual(new Set(after.values()))
  await closeDatabase()
  await records.stop()
}, 180_000)
