import { beforeAll, describe, expect, test, vi } from "vitest"
import { granted } from "../../../support/outcomes"
import { loader as checkPage } from "~/routes/petition/filing/check"
import { loader as contactPage } from "~/routes/petition/filing/contact"
import { triagePetition } from "~/server/petition/casework/actions.server"
import { findLetter, listLetters, sendLetterAgain } from "~/server/petition/outbox.server"
import { findSent } from "~/server/petition/filing/sent.server"
import { db } from "~/server/tools/db.server"
import { sendQueuedLetters } from "~/server/tools/outbox.server"
import { useDatabase } from "../../../support/database"
import { visit } from "../../../support/people"
import { anOfficeAtWork, type OfficeAtWork } from "../casework/office-at-work"
import { aDraft, send } from "./citizens"

vi.hoisted(() => {
  process.env["MAIL"] = "none"
})

useDatabase()
let office: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
})

describe("where the office sends no e-mail", () => {
  test("a petition with an e-mail address is accepted at once, and its code is shown on the page", async () => {
    const kept = await aDraft(office)
    const { id } = granted(await send(kept))
    expect(await db().petition.findUnique({ where: { id } })).toMatchObject({
      ...{ status: "accepted", confirmHash: null },
    })
    expect((await findSent(id))?.accessCode).toMatch(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){2}$/)
  })

  test("no letter with a key inside is written", async () => {
    const { id } = granted(await send(await aDraft(office)))
    expect(await db().letter.count({ where: { petitionId: id } })).toBe(0)
  })

  test("any number of petitions from one mailbox is accepted: nobody is written to", async () => {
    const kept = await Promise.all([1, 2, 3, 4, 5].map(() => aDraft(office)))
    for (const one of kept) expect((await send(one)).ok).toBe(true)
  })

  test("its other letters go on paper, as the case says, and are not sent by anybody", async () => {
    const { id } = granted(await send(await aDraft(office)))
    const { director, case_officer } = office.people
    const triage = {
      ...{ officerId: case_officer.id, categoryId: office.categoryId, confidential: false },
      ...{ nature: "rights" as const, respondentId: null },
    }
    granted(await triagePetition({ id }, triage, director))
    expect(await sendQueuedLetters()).toBe(0)
    const [letter] = await listLetters(director, { page: 1 })
    expect(letter).toMatchObject({ kind: "assignment", state: "paper" })
    const note = { path: ["onPaper"], equals: "assignment" }
    expect(await db().event.count({ where: { subjectId: id, detail: note } })).toBe(1)
    expect(await findLetter(director, letter?.id ?? "")).toMatchObject({ maySendAgain: false })
    expect((await sendLetterAgain(letter?.id ?? "", director)).ok).toBe(false)
  })

  test("a kept letter with a key inside stays closed to staff", async () => {
    const { id } = await db().letter.create({
      data: {
        ...{ kind: "acceptance", locale: "zh-TW", recipient: "ming@example.tw", status: "kept" },
        ...{ subject: "已受理", html: "ACDEF", text: "ACDEF", officeId: office.id },
        createdAt: new Date("2026-11-20T10:00:00+08:00"),
      },
    })
    expect(await findLetter(office.people.director, id)).toMatchObject({ isSealed: true, text: "" })
  })

  test("the pages of filing promise no letter", async () => {
    const kept = await aDraft(office)
    const request = visit(`/petitions/new/check?draft=${kept.id}`, kept.cookie)
    const asked = { request, params: {}, context: {} }
    expect(await checkPage(asked)).toMatchObject({ writesByEmail: false })
    expect(await contactPage(asked)).toMatchObject({ writesByEmail: false })
  })
})
