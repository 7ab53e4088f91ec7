import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { granted } from "../../support/outcomes"
import { action, loader } from "~/routes/petition/outbox/letter"
import { listContactLetters, readTimeline } from "~/server/petition/casework/case.server"
import { triagePetition } from "~/server/petition/casework/actions.server"
import { requireCase } from "~/server/petition/casework/desk.server"
import {
  countUndelivered,
  findLetter,
  listLetters,
  sendLetterAgain,
  tellTheCase,
} from "~/server/petition/outbox.server"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { sendQueuedLetters } from "~/server/tools/outbox.server"
import { useDatabase } from "../../support/database"
import { post, signedIn, visit } from "../../support/people"
import { type BadServer, startBadServer } from "../tools/smtp-server"
import {
  aNewCase,
  anAssignedCase,
  anOfficeAtWork,
  type Case,
  type OfficeAtWork,
  seenOf,
} from "./casework/office-at-work"
import { aPending } from "./filing/citizens"

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
let office: OfficeAtWork
let server: BadServer
beforeAll(async () => {
  server = await startBadServer(port)
  office = await anOfficeAtWork()
  return () => server.close()
})
beforeEach(async () => {
  await db().letter.deleteMany()
  server.received.length = 0
})

const sendAll = () => sendQueuedLetters({ whenGivenUp: tellTheCase })

/** A case whose letters come back: nobody has that mailbox. */
async function anUndeliverableCase() {
  const found = await anAssignedCase(office, { email: "gone@example.com" })
  await sendAll()
  const { id } = await db().letter.findFirstOrThrow({
    where: { petitionId: found.id, kind: "assignment" },
  })
  return { ...found, letterId: id }
}
const notesOf = async (found: Case) =>
  (await readTimeline(found.id))
    .filter(({ kind }) => kind === "petition.noted")
    .map(({ happened }) => happened?.detail)

describe("a letter that e-mail cannot deliver", () => {
  test("becomes a task on its case, and the open page does not grow old by it", async () => {
    const found = await anAssignedCase(office, { email: "gone@example.com" })
    const seen = await seenOf(found)
    await sendAll()
    expect(await notesOf(found)).toMatchObject([
      { undelivered: "acceptance", task: "telephone" },
      { undelivered: "assignment", task: "post" },
    ])
    expect(await seenOf(found)).toBe(seen)
  })

  test("is read and printed from the case; the one with the access code is not", async () => {
    const found = await anUndeliverableCase()
    const cookie = await signedIn(office.people.case_officer)
    const desk = await requireCase(visit(`/staff/petitions/${found.number}`, cookie), found.number)
    expect(await listContactLetters(desk)).toMatchObject([
      { kind: "acceptance", status: "failed", mayRead: false },
      { kind: "assignment", status: "paper", mayRead: true },
    ])
  })

  test("stands in the outbox among those that did not arrive, and no other does", async () => {
    await anUndeliverableCase()
    await aNewCase(office)
    await sendAll()
    const { director } = office.people
    const listed = await listLetters(director, { page: 1, onlyUndelivered: true })
    expect(listed.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ["acceptance", "failed"],
      ["assignment", "paper"],
    ])
    expect(await countUndelivered(director)).toBe(2)
    expect(await listLetters(director, { page: 1 })).toHaveLength(3)
  })

  test("of a confidential case is neither listed for nor sent again by who is complained about", async () => {
    const found = await aNewCase(office, { email: "gone@example.com" })
    const { director, secretary, case_officer } = office.people
    const triage = {
      ...{ officerId: case_officer.id, categoryId: office.categoryId, confidential: true },
      ...{ nature: "misconduct" as const, respondentId: secretary.id },
    }
    granted(await triagePetition({ id: found.id, seen: await seenOf(found) }, triage, director))
    await sendAll()
    const [letter] = await listLetters(director, { page: 1, onlyUndelivered: true })
    expect(await countUndelivered(secretary)).toBe(0)
    expect(await sendLetterAgain(letter?.id ?? "", secretary)).toMatchObject({
      problems: [{ code: "letter-not-found" }],
    })
  })
})

describe("sending again", () => {
  test("goes to the address the petitioner has now, once, and is written down with who did it", async () => {
    const found = await anUndeliverableCase()
    await db().petitionContact.update({
      where: { petitionId: found.id },
      data: { email: "right@example.com" },
    })
    const { director, secretary } = office.people
    const both = await Promise.all([
      sendLetterAgain(found.letterId, director),
      sendLetterAgain(found.letterId, secretary),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await sendAll()
    await sendAll()
    expect(server.received.map(({ to }) => to)).toEqual(["right@example.com"])
    const events = await db().event.findMany({
      where: { subjectId: found.id, detail: { path: ["sentAgain"], equals: "assignment" } },
    })
    expect(events).toHaveLength(1)
    expect(events[0]?.actorId).toMatch(/-/)
  })

  test("is not for a letter that is on its way or has arrived", async () => {
    const found = await aNewCase(office)
    const { id } = await db().letter.findFirstOrThrow({ where: { petitionId: found.id } })
    const again = () => sendLetterAgain(id, office.people.director)
    expect(await again()).toMatchObject({ problems: [{ code: "letter-on-its-way" }] })
    await sendAll()
    expect(await again()).toMatchObject({ problems: [{ code: "letter-on-its-way" }] })
    expect(await findLetter(office.people.director, id)).toMatchObject({ maySendAgain: false })
  })

  test("is not for a confirmation whose time is over", async () => {
    const { id } = await aPending(office)
    await db().letter.updateMany({ where: { petitionId: id }, data: { status: "failed" } })
    const letter = await db().letter.findFirstOrThrow({ where: { petitionId: id } })
    const filed = now().getTime()
    const at = (hours: number) =>
      atTime(new Date(filed + hours * 3_600_000), () =>
        sendLetterAgain(letter.id, office.people.director),
      )
    expect(await at(72)).toMatchObject({ problems: [{ code: "letter-over" }] })
    expect(await at(71)).toMatchObject({ ok: true })
  })
})

describe("the door", () => {
  const asked = async (id: string, role: "director" | "case_officer" | "administrator") => {
    const cookie = await signedIn(office.people[role])
    const request = post(`/staff/outbox/${id}`, {}, cookie)
    const answer = await action({ request, params: { id }, context: {} }).catch(
      (thrown: unknown) => thrown,
    )
    if (answer instanceof Response) return answer.status
    return (answer as { init?: { status?: number } }).init?.status
  }

  test("sends again for who controls the office's cases, and says why not when it is pressed twice", async () => {
    const { letterId } = await anUndeliverableCase()
    expect(await asked(letterId, "director")).toBe(303)
    expect(await asked(letterId, "director")).toBe(409)
  })

  test.each(["case_officer", "administrator"] as const)("is closed to the %s", async (role) => {
    const { letterId } = await anUndeliverableCase()
    expect(await asked(letterId, role)).toBe(403)
    expect(await db().letter.findUnique({ where: { id: letterId } })).toMatchObject({
      status: "kept",
    })
  })

  test("shows no key of a letter that failed", async () => {
    const found = await anUndeliverableCase()
    const { id } = await db().letter.findFirstOrThrow({
      where: { petitionId: found.id, kind: "acceptance" },
    })
    const cookie = await signedIn(office.people.director)
    const request = visit(`/staff/outbox/${id}`, cookie)
    const shown = await loader({ request, params: { id }, context: {} })
    expect(shown).toMatchObject({ isSealed: true, text: "", html: "", maySendAgain: true })
  })
})
