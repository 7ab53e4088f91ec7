import { simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { atTime } from "~/server/tools/clock.server"
import { db, inTransaction } from "~/server/tools/db.server"
import { queueLetter, sendQueuedLetters } from "~/server/tools/outbox.server"
import { useDatabase } from "../../support/database"

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

type Received = { to: string; subject: string; text: string; html: string; messageId: string }

const received: Received[] = []
let isBroken = false

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo: (_address, _session, done) =>
    done(isBroken ? Object.assign(new Error("mailbox is full"), { responseCode: 452 }) : null),
  onData: async (stream, _session, done) => {
    const mail = await simpleParser(stream)
    const to = [mail.to ?? []].flat().map((one) => one.text)
    received.push({
      to: to.join(),
      subject: mail.subject ?? "",
      text: mail.text ?? "",
      html: mail.html || "",
      messageId: mail.messageId ?? "",
    })
    done()
  },
})

beforeAll(() => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve)))

afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

beforeEach(async () => {
  received.length = 0
  isBroken = false
  await db().letter.deleteMany()
})

const LETTER = { subject: "您的案件已受理", html: "<p>您好</p>", text: "您好" }

const queue = (recipient: string) =>
  inTransaction((tx) =>
    queueLetter(tx, {
      kind: "acceptance",
      locale: "zh-TW",
      recipient,
      officeId: null,
      letter: LETTER,
    }),
  )

describe("the outbox, with a real mail server", () => {
  test("sends a letter once, in HTML and text", async () => {
    await queue("citizen@example.com")
    expect(await sendQueuedLetters()).toBe(1)
    expect(await sendQueuedLetters()).toBe(0)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ to: "citizen@example.com", subject: "您的案件已受理" })
    expect(received[0]?.text.trim()).toBe("您好")
    expect(received[0]?.html).toContain("<p>您好</p>")
    expect(await db().letter.findFirst()).toMatchObject({ status: "sent" })
  })

  test("a letter of a change that was rolled back never leaves", async () => {
    await inTransaction(async (tx) => {
      await queueLetter(tx, {
        kind: "reply",
        locale: "zh-TW",
        recipient: "citizen@example.com",
        officeId: null,
        letter: LETTER,
      })
      throw new Error("the change failed")
    }).catch(() => {})
    expect(await sendQueuedLetters()).toBe(0)
    expect(received).toEqual([])
  })

  test("two workers at once send twenty letters twenty times, not forty", async () => {
    for (let nth = 0; nth < 20; nth += 1) await queue(`citizen${nth}@example.com`)
    await Promise.all([sendQueuedLetters(), sendQueuedLetters()])
    await sendQueuedLetters()
    expect(received).toHaveLength(20)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(20)
  })

  test("what the mail server refuses is tried again later, and given up after five days", async () => {
    isBroken = true
    const start = new Date("2026-11-20T09:00:00+08:00")
    await atTime(start, () => queue("full@example.com"))
    // after a minute, five, half an hour, two hours, six, and then every half day
    const minutes = [0, 1, 6, 36, 156, 516]
    while (minutes.length < 16) minutes.push((minutes.at(-1) ?? 0) + 720)
    expect((minutes.at(-1) ?? 0) / (24 * 60)).toBeGreaterThan(5)
    for (const [nth, minute] of minutes.entries()) {
      const at = new Date(start.getTime() + minute * 60_000)
      const justBefore = new Date(at.getTime() - 1)
      if (nth > 0) await atTime(justBefore, () => sendQueuedLetters())
      expect(await db().letter.findFirst()).toMatchObject({ attempts: nth, status: "queued" })
      await atTime(at, () => sendQueuedLetters())
      expect(await db().letter.findFirst()).toMatchObject({ attempts: nth + 1 })
    }
    expect(await db().letter.findFirst()).toMatchObject({ status: "failed", sentAt: null })
    expect((await db().letter.findFirst())?.lastError).toContain("mailbox is full")
  })

  test("a recipient that is a trick stays one address", async () => {
    await queue("one@example.com, other@example.com")
    await sendQueuedLetters()
    expect(received.map(({ to }) => to).join()).not.toContain("other@example.com,")
    expect(received.length).toBeLessThanOrEqual(1)
  })
})
