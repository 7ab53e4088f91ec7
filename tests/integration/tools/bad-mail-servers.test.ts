import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { RETRY_MINUTES } from "~/domain/letter/sending"
import { atTime, now } from "~/server/tools/clock.server"
import { db, inTransaction } from "~/server/tools/db.server"
import { MAIL_LIMITS } from "~/server/tools/mailer.server"
import { type GivenUp, queueLetter, sendQueuedLetters } from "~/server/tools/outbox.server"
import { mayTry, triesAllowed } from "~/server/tools/throttle.server"
import { useDatabase } from "../../support/database"
import { type BadServer, startBadServer } from "./smtp-server"

// the settings are read when the hands are imported, so the mail server's port is chosen before
const port = await vi.hoisted(async () => {
  const { createServer } = await import("node:net")
  const probe = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => probe.once("listening", resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  const free = typeof address === "object" && address ? address.port : 0
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${free}`
  return free
})

useDatabase()

/** A minute of the world is two seconds here. */
const limits = { connectMs: 800, greetingMs: 800, wholeMs: 2_000, stopMs: 100 }

let server: BadServer
let givenUp: GivenUp[] = []
const whenGivenUp = async (_tx: unknown, letter: GivenUp) => void givenUp.push(letter)
const round = () => sendQueuedLetters({ limits, whenGivenUp })
const lanes = () => Promise.all([round(), round(), round(), round()])

beforeAll(async () => {
  server = await startBadServer(port)
})
afterAll(() => server.close())
beforeEach(async () => {
  server.received.length = 0
  server.isSilent = false
  givenUp = []
  await db().letter.deleteMany()
  await db().attempt.deleteMany()
})

const queue = (recipient: string, kind = "reply") =>
  inTransaction((tx) =>
    queueLetter(tx, {
      ...{ kind, locale: "zh-TW", recipient, officeId: null },
      letter: { subject: "回復您的陳情", html: "<p>您好</p>", text: "您好" },
    }),
  )
const theLetter = (recipient: string) =>
  db().letter.findFirstOrThrow({ where: { recipient }, orderBy: { createdAt: "desc" } })
const timesReceived = (recipient: string) =>
  server.received.filter(({ to }) => to === recipient).length
const inMinutes = <Result>(minutes: number, deed: () => Promise<Result>) =>
  atTime(new Date(now().getTime() + minutes * 60_000), deed)
const openTransactions = async () => {
  const [row] = await db().$queryRaw<{ open: number }[]>`
    select count(*)::int as open from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`
  return row?.open
}
/** The letter is with the server, which has not answered yet. */
const handedOver = (recipient: string) => expect.poll(() => timesReceived(recipient)).toBe(1)

test("every wait for a mail server is shorter than the claim on the letter", () => {
  expect(MAIL_LIMITS).toMatchObject({ connectMs: 10_000, greetingMs: 10_000, wholeMs: 60_000 })
})

test("temporary failures are tried for five days", () => {
  const days = RETRY_MINUTES.reduce((sum, minutes) => sum + minutes, 0) / (24 * 60)
  expect(days).toBeGreaterThanOrEqual(5)
  expect(days).toBeLessThan(6)
})

describe("a slow server", () => {
  test("that answers in time gets the letter once, and no transaction waits for it", async () => {
    server.slowMs = 1_000
    await queue("slow@example.com")
    const sending = round()
    await handedOver("slow@example.com")
    expect(await openTransactions()).toBe(0)
    expect(await theLetter("slow@example.com")).toMatchObject({ status: "sending", attempts: 1 })
    expect(await sending).toBe(1)
    await inMinutes(60, lanes)
    expect(timesReceived("slow@example.com")).toBe(1)
    expect(await theLetter("slow@example.com")).toMatchObject({ status: "sent", attempts: 1 })
  })

  test("that answers too late holds up nobody, gets the letter once, and a person is told", async () => {
    server.slowMs = 6_000
    await queue("slow@example.com")
    for (const nth of [1, 2, 3]) await queue(`citizen${nth}@example.com`)
    const start = Date.now()
    await lanes()
    const others = server.received.filter(({ to }) => to.startsWith("citizen"))
    expect(others).toHaveLength(3)
    for (const { at } of others) expect(at - start).toBeLessThan(limits.wholeMs)
    expect(Date.now() - start).toBeLessThan(2 * limits.wholeMs)
    expect(await theLetter("slow@example.com")).toMatchObject({
      ...{ status: "failed", failure: "unanswered", attempts: 1 },
    })
    expect(givenUp).toMatchObject([{ failure: "unanswered", status: "failed" }])
    await inMinutes(7 * 24 * 60, lanes)
    expect(timesReceived("slow@example.com")).toBe(1)
  })
})

test("a silent server costs each letter one counted attempt, and none is lost or sent twice", async () => {
  server.isSilent = true
  const recipients = [1, 2, 3, 4].map((nth) => `citizen${nth}@example.com`)
  for (const recipient of recipients) await queue(recipient)
  const start = Date.now()
  await lanes()
  expect(Date.now() - start).toBeLessThan(2 * limits.wholeMs)
  for (const recipient of recipients) {
    expect(await theLetter(recipient)).toMatchObject({
      ...{ status: "queued", attempts: 1, failure: "server" },
    })
  }
  server.isSilent = false
  await lanes()
  expect(server.received).toHaveLength(0) // not before its minute is over
  await inMinutes(1, lanes)
  await inMinutes(60, lanes)
  for (const recipient of recipients) expect(timesReceived(recipient)).toBe(1)
})

test("a server that keeps talking and never comes to the point gets no longer than the whole time", async () => {
  await queue("drip@example.com")
  const start = Date.now()
  await round()
  expect(Date.now() - start).toBeLessThan(2 * limits.wholeMs)
  expect(await theLetter("drip@example.com")).toMatchObject({ status: "queued", failure: "server" })
})

describe("a server that refuses", () => {
  test("a recipient who does not exist: not tried again, the letter is to be printed", async () => {
    await queue("gone@example.com")
    await queue("citizen@example.com")
    await lanes()
    expect(await theLetter("gone@example.com")).toMatchObject({
      ...{ status: "kept", failure: "no-such-recipient", attempts: 1, nextAttemptAt: null },
    })
    expect((await theLetter("gone@example.com")).lastError).toContain("no such user")
    expect(givenUp).toMatchObject([{ kind: "reply", failure: "no-such-recipient" }])
    expect(timesReceived("citizen@example.com")).toBe(1)
    await inMinutes(7 * 24 * 60, lanes)
    expect((await theLetter("gone@example.com")).attempts).toBe(1)
  })

  test("a letter with a key inside is not printed: it failed", async () => {
    await queue("gone@example.com", "acceptance")
    await lanes()
    expect(await theLetter("gone@example.com")).toMatchObject({ status: "failed" })
    expect(givenUp).toMatchObject([{ kind: "acceptance", status: "failed" }])
  })

  test("the text of a letter: to be printed too", async () => {
    await queue("spam@example.com")
    await lanes()
    expect(await theLetter("spam@example.com")).toMatchObject({
      ...{ status: "kept", failure: "refused" },
    })
  })

  test.each(["full@example.com", "relay@example.com", "later@example.com", "falls@example.com"])(
    "%s for now: tried again",
    async (recipient) => {
      await queue(recipient)
      await lanes()
      expect(await theLetter(recipient)).toMatchObject({ status: "queued", failure: "server" })
      expect(givenUp).toEqual([])
    },
  )

  test("what is no address: to be printed", async () => {
    await queue("")
    await lanes()
    expect(await theLetter("")).toMatchObject({ status: "kept", failure: "no-such-recipient" })
  })
})

test("a greylisting server gets the letter at the second try, once", async () => {
  await queue("grey@example.com")
  await lanes()
  expect(await theLetter("grey@example.com")).toMatchObject({ status: "queued", attempts: 1 })
  await inMinutes(1, lanes)
  await inMinutes(60, lanes)
  expect(await theLetter("grey@example.com")).toMatchObject({ status: "sent", attempts: 2 })
  expect(timesReceived("grey@example.com")).toBe(1)
})

test("a server that dies after the last word gets it once more under the same Message-ID, and then a person decides", async () => {
  await queue("dies@example.com")
  await lanes()
  expect(await theLetter("dies@example.com")).toMatchObject({
    ...{ status: "queued", failure: "cut-off" },
  })
  expect(givenUp).toEqual([])
  await inMinutes(1, lanes)
  await inMinutes(7 * 24 * 60, lanes)
  expect(server.received).toHaveLength(2)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1)
  expect(await theLetter("dies@example.com")).toMatchObject({ status: "failed", attempts: 2 })
  expect(givenUp).toMatchObject([{ failure: "cut-off", status: "failed" }])
})

describe("a claim on a letter", () => {
  const claimedUntil = (leasedUntil: Date) =>
    db().letter.updateMany({ data: { status: "sending", attempts: 1, leasedUntil } })

  test("is respected until its last moment", async () => {
    await queue("citizen@example.com")
    await claimedUntil(new Date(now().getTime() + 60_000))
    await inMinutes(0.99, lanes)
    expect(await theLetter("citizen@example.com")).toMatchObject({ status: "sending", attempts: 1 })
    expect(server.received).toEqual([])
  })

  test("that ran out is a failed attempt, and the letter waits its turn", async () => {
    await queue("citizen@example.com")
    const at = now()
    await claimedUntil(at)
    await atTime(at, lanes)
    expect(await theLetter("citizen@example.com")).toMatchObject({
      ...{ status: "queued", attempts: 1, failure: "lease-over", leasedUntil: null },
      nextAttemptAt: new Date(at.getTime() + 60_000),
    })
    expect(server.received).toEqual([])
    await inMinutes(2, lanes)
    expect(timesReceived("citizen@example.com")).toBe(1)
  })

  test.each([
    ["sent", 1_000],
    ["failed", 6_000],
  ])("that another one took over meanwhile is not marked as %s by the first", async (_as, ms) => {
    server.slowMs = ms
    await queue("slow@example.com")
    const first = round()
    await handedOver("slow@example.com")
    await db().letter.updateMany({ data: { attempts: 2 } }) // the second one's claim
    await first
    expect(await theLetter("slow@example.com")).toMatchObject({ status: "sending", attempts: 2 })
    expect(givenUp).toEqual([])
  })

  test("that ran out while the server took its time, and that nobody took up, counts as sent", async () => {
    server.slowMs = 1_000
    await queue("slow@example.com")
    const first = round()
    await handedOver("slow@example.com")
    await inMinutes(4, () => sendQueuedLetters({ limits, whenGivenUp }))
    expect(await theLetter("slow@example.com")).toMatchObject({ failure: "lease-over" })
    await first
    expect(await theLetter("slow@example.com")).toMatchObject({ status: "sent", failure: null })
  })
})

test("a house that closes gives the letter on its way a moment, and leaves the others in the queue", async () => {
  server.slowMs = 9_000
  await queue("slow@example.com")
  await atTime(new Date(now().getTime() + 1_000), () => queue("citizen@example.com"))
  const stopping = new AbortController()
  const sending = inMinutes(1, () =>
    sendQueuedLetters({ limits: MAIL_LIMITS, whenGivenUp, stopping: stopping.signal }),
  )
  await handedOver("slow@example.com")
  const start = Date.now()
  stopping.abort()
  await sending
  expect(Date.now() - start).toBeLessThan(MAIL_LIMITS.stopMs + 3_000)
  expect(await theLetter("slow@example.com")).toMatchObject({
    ...{ status: "queued", failure: "cut-off" },
  })
  expect(await theLetter("citizen@example.com")).toMatchObject({ status: "queued", attempts: 0 })
})

describe("the brake on letters that strangers can cause", () => {
  const useUp = async () => {
    for (let nth = 0; nth < triesAllowed("unproven-letters"); nth += 1)
      await mayTry("unproven-letters", "house")
  }

  test("keeps them waiting, uncounted, while other letters leave", async () => {
    await useUp()
    for (const nth of [1, 2, 3]) await queue(`victim${nth}@example.com`, "confirmation")
    await queue("citizen@example.com")
    await lanes()
    expect(server.received.map(({ to }) => to)).toEqual(["citizen@example.com"])
    for (const nth of [1, 2, 3]) {
      expect(await theLetter(`victim${nth}@example.com`)).toMatchObject({
        ...{ status: "queued", failure: "braked", attempts: 0 },
      })
    }
  })

  test("lets them go when the hour is over", async () => {
    await useUp()
    await queue("citizen@example.com", "confirmation")
    await lanes()
    await inMinutes(59, lanes)
    expect(server.received).toEqual([])
    await inMinutes(71, lanes)
    expect(timesReceived("citizen@example.com")).toBe(1)
  })
})
