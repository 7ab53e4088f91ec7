import { beforeAll, describe, expect, test } from "vitest"
import { accept } from "~/domain/outcome"
import { db, inTransaction } from "~/server/tools/db.server"
import {
  closePetition,
  judgeExtension,
  judgeReply,
  mergePetition,
  notePetition,
  submitReply,
  transferPetition,
} from "~/server/petition/casework/actions.server"
import { recordPetition } from "~/server/petition/casework/record.server"
import { changePetition } from "~/server/petition/change.server"
import { useDatabase } from "../../../support/database"
import {
  aNewCase,
  anAssignedCase,
  anExtensionAskedCase,
  anOfficeAtWork,
  aSubmittedCase,
  kindsOf,
  type OfficeAtWork,
  seenOf,
  written,
} from "./office-at-work"
import { granted } from "../../../support/outcomes"

useDatabase()
let office: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
})

const lettersOf = (petitionId: string, kind: string) =>
  db().letter.count({ where: { petitionId, kind } })
const statusOf = async (id: string) =>
  (await db().petition.findUniqueOrThrow({ where: { id } })).status

describe("two at once", () => {
  test("two supervisors approve the same reply: one reply, one letter", async () => {
    const found = await aSubmittedCase(office)
    const { director, secretary } = office.people
    const outcomes = await Promise.all(
      [director, secretary].map((by) =>
        judgeReply({ id: found.id }, { decision: "approve", remark: "" }, by),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await lettersOf(found.id, "reply")).toBe(1)
    expect((await kindsOf(found)).filter((kind) => kind === "replied")).toHaveLength(1)
  })

  test("two officers answer from the same page: the second is told that it changed", async () => {
    const found = await anAssignedCase(office)
    const seen = await seenOf(found)
    const { case_officer, director } = office.people
    const outcomes = await Promise.all(
      [case_officer, director].map((by) => submitReply({ id: found.id, seen }, written, by)),
    )
    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused).toMatchObject([{ problems: [{ code: "already-changed" }] }])
  })

  test("two cases merged into each other: one of them, and nobody waits for ever", async () => {
    const [one, other] = [await anAssignedCase(office), await anAssignedCase(office)]
    const { director, planning_officer } = office.people
    const outcomes = await Promise.all([
      mergePetition({ id: one.id }, other.number, director),
      mergePetition({ id: other.id }, one.number, planning_officer),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await statusOf(one.id), await statusOf(other.id)].sort()).toEqual([
      "assigned",
      "merged",
    ])
  })

  test("the record of an oral petition sent twice is one petition", async () => {
    const record = {
      ...{ source: "counter" as const, nature: "enquiry" as const, categoryId: office.categoryId },
      ...{ subject: "改名要帶什麼", content: "想問改名應備證件。", confidential: false },
      ...{ name: "林女士", email: null, phone: "0223456789", address: null },
      ...{ readBack: true, signed: true, submissionKey: "a key of this very form" },
    }
    const by = office.people.case_officer
    const [one, two] = await Promise.all([recordPetition(record, by), recordPetition(record, by)])
    expect(granted(one)).toEqual(granted(two))
    expect(await db().petition.count({ where: { submissionKey: record.submissionKey } })).toBe(1)
  })
})

describe("all or nothing", () => {
  test("the new state, the event and the letter are written together", async () => {
    const found = await aSubmittedCase(office)
    granted(
      await judgeReply(
        { id: found.id },
        { decision: "approve", remark: "" },
        office.people.director,
      ),
    )
    const row = await db().petition.findUniqueOrThrow({ where: { id: found.id } })
    expect(row.status).toBe("replied")
    expect(row.repliedAt).not.toBeNull()
    const letter = await db().letter.findFirstOrThrow({
      where: { petitionId: found.id, kind: "reply" },
    })
    expect(letter.recipient).toBe("ming@example.tw")
    expect(letter.text).toContain("增開午間櫃檯")
    expect(letter.subject).toContain(found.number)
  })

  test("a letter that cannot be written takes everything back", async () => {
    const found = await anAssignedCase(office)
    const before = await kindsOf(found)
    const broken = changePetition(found.id, office.people.director, (petition) =>
      accept({
        petition,
        events: [{ kind: "petition.noted", isPublic: false, detail: { text: "" } }],
        letters: [{ kind: "no such letter" as "withdrawn", props: {} }],
      }),
    )
    await expect(broken).rejects.toThrow("no such letter")
    expect(await kindsOf(found)).toEqual(before)
  })

  test("a server that dies before the commit leaves nothing behind", async () => {
    const found = await anAssignedCase(office)
    const before = await kindsOf(found)
    const dying = inTransaction(async (tx) => {
      await tx.petition.update({
        where: { id: found.id },
        data: { status: "closed", closedAt: new Date() },
      })
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`
    })
    await expect(dying).rejects.toThrow()
    expect(await statusOf(found.id)).toBe("assigned")
    expect(await kindsOf(found)).toEqual(before)
  })

  test("a refused action writes nothing", async () => {
    const found = await anAssignedCase(office)
    const before = await kindsOf(found)
    expect((await closePetition({ id: found.id }, "", office.people.case_officer)).ok).toBe(false)
    expect(await kindsOf(found)).toEqual(before)
  })
})

describe("what a page had seen", () => {
  test("a colleague's note does not spoil a long reply", async () => {
    const found = await anAssignedCase(office)
    const seen = await seenOf(found)
    granted(await notePetition({ id: found.id }, "已電話聯絡", office.colleague))
    expect(
      (await submitReply({ id: found.id, seen }, written, office.people.case_officer)).ok,
    ).toBe(true)
  })
})

describe("the letters", () => {
  test("who left no e-mail address is told on paper, and the timeline says so", async () => {
    const found = await anAssignedCase(office, { email: null })
    const asked = { agency: "臺北市建築管理工程處", reason: "屬建管業務" }
    granted(await transferPetition({ id: found.id }, asked, office.people.director))
    const letter = await db().letter.findFirstOrThrow({
      where: { petitionId: found.id, kind: "transfer" },
    })
    expect(letter).toMatchObject({ status: "kept", recipient: "0912345678" })
    const noted = await db().event.findFirst({
      where: {
        subjectId: found.id,
        kind: "petition.noted",
        detail: { path: ["onPaper"], equals: "transfer" },
      },
    })
    expect(noted?.isPublic).toBe(false)
  })

  test("the reply also reaches the petitioner of a merged case, under the own number", async () => {
    const main = await anAssignedCase(office)
    const follower = await aNewCase(office, { email: "hua@example.tw" })
    const { director, secretary, case_officer } = office.people
    granted(await mergePetition({ id: follower.id }, main.number, director))
    granted(await submitReply({ id: main.id }, written, case_officer))
    granted(await judgeReply({ id: main.id }, { decision: "approve", remark: "" }, secretary))
    const letter = await db().letter.findFirstOrThrow({
      where: { petitionId: follower.id, kind: "reply" },
    })
    expect(letter.recipient).toBe("hua@example.tw")
    expect(letter.subject).toContain(follower.number)
    expect(await kindsOf(follower)).toContain("replied")
  })

  test("an extension is told in writing with its reason and its new date", async () => {
    const found = await anExtensionAskedCase(office)
    const granting = await judgeExtension(
      { id: found.id },
      { decision: "approve", remark: "" },
      office.people.director,
    )
    expect(granted(granting)).toMatchObject({ extensionCount: 1 })
    const letter = await db().letter.findFirstOrThrow({
      where: { petitionId: found.id, kind: "extension" },
    })
    expect(letter.text).toContain("須函詢內政部")
  })
})
