import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { taipeiInstant, calendarDate } from "~/domain/deadline/calendar-date"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { findLetter } from "~/server/petition/outbox.server"
import {
  judgeDecline,
  judgeExtension,
  reassignPetition,
  requestDecline,
  requestExtension,
  submitReply,
  triagePetition,
} from "~/server/petition/casework/actions.server"
import { listSections } from "~/server/petition/casework/office-lists.server"
import { remindOfficers } from "~/server/petition/casework/reminders.server"
import { useDatabase } from "../../../support/database"
import { knock } from "../../../support/doors"
import { granted, refusal } from "../../../support/outcomes"
import { aStaff, signedIn, visit } from "../../../support/people"
import {
  aDeclineAskedCase,
  aNewCase,
  anAssignedCase,
  anExtensionAskedCase,
  anOfficeAtWork,
  aRepliedCase,
  type Case,
  type OfficeAtWork,
  seenOf,
  written,
} from "./office-at-work"

useDatabase()
let office: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
})
const APPROVED = { decision: "approve" as const, remark: "" }

describe("to whom a case may be given", () => {
  const giving = async (officer: Staff) => {
    const [fresh, held] = [await aNewCase(office), await anAssignedCase(office)]
    const { planning_officer } = office.people
    const triage = {
      ...{ officerId: officer.id, categoryId: office.categoryId, nature: "rights" as const },
      ...{ confidential: false, respondentId: null },
    }
    const again = { officerId: officer.id, reason: "請假" }
    return [
      await triagePetition({ id: fresh.id }, triage, planning_officer),
      await reassignPetition({ id: held.id }, again, planning_officer),
    ]
  }
  const isListed = async ({ id }: Staff) =>
    (await listSections(office.id)).some(({ staff }) => staff.some((person) => person.id === id))

  test("not to somebody who has left", async () => {
    const gone = await aStaff(office, "case_officer", "已離職")
    await db().staff.update({ where: { id: gone.id }, data: { isActive: false } })
    expect((await giving(gone)).map(refusal)).toEqual(["officer-unknown", "officer-unknown"])
    expect(await isListed(gone)).toBe(false)
  })

  test("not to the administrator", async () => {
    const { administrator } = office.people
    expect((await giving(administrator)).map(refusal)).toEqual([
      "officer-unknown",
      "officer-unknown",
    ])
    expect(await isListed(administrator)).toBe(false)
  })

  test("to a colleague who works there", async () => {
    expect((await giving(office.colleague)).map(({ ok }) => ok)).toEqual([true, true])
    expect(await isListed(office.colleague)).toBe(true)
  })
})

describe("answered repeatedly (§173)", () => {
  const asking = async (found: Case, earlier: Case[]) =>
    requestDecline(
      { id: found.id },
      {
        ground: "answered_repeatedly",
        reason: "已兩次明確答復",
        earlier: earlier.map(({ number }) => number),
      },
      office.people.case_officer,
    )
  const answered = async (change: { email?: string; phone?: string; categoryId?: string } = {}) => {
    const found = await aRepliedCase(office)
    const { categoryId, ...contact } = change
    if (categoryId) await db().petition.update({ where: { id: found.id }, data: { categoryId } })
    await db().petitionContact.update({ where: { petitionId: found.id }, data: contact })
    return found
  }

  test("two answers to the same person on the same matter are enough", async () => {
    const earlier = [await answered(), await answered({ email: "MING@example.tw" })]
    const found = await anAssignedCase(office)
    const petition = granted(await asking(found, earlier))
    expect(petition).toMatchObject({
      approval: { earlier: earlier.map(({ number }) => number).sort() },
    })
  })

  test.each<[string, () => Promise<Case>]>([
    ["one that was never answered", () => anAssignedCase(office)],
    ["one of another person", () => answered({ email: "hua@example.tw", phone: "0987-654-321" })],
    [
      "one on another matter",
      async () => {
        const other = await db().petitionCategory.findFirstOrThrow({
          where: { officeId: office.id, id: { not: office.categoryId } },
        })
        return answered({ categoryId: other.id })
      },
    ],
  ])("%s does not count", async (_what, second) => {
    const earlier = [await answered(), await second()]
    const found = await anAssignedCase(office)
    expect(refusal(await asking(found, earlier))).toBe("too-few-earlier-answers")
  })

  test("another office's answers do not count", async () => {
    const elsewhere = await anOfficeAtWork()
    const earlier = [await answered(), await aRepliedCase(elsewhere)]
    expect(refusal(await asking(await anAssignedCase(office), earlier))).toBe(
      "too-few-earlier-answers",
    )
  })
})

describe("what a change tells", () => {
  test("a decline is public on the petitioner's timeline, with its ground", async () => {
    const found = await aDeclineAskedCase(office)
    granted(await judgeDecline({ id: found.id }, APPROVED, office.people.director))
    const event = await db().event.findFirstOrThrow({
      where: { subjectId: found.id, kind: "petition.not_processed" },
    })
    expect(event).toMatchObject({ isPublic: true, detail: { ground: "no_content_or_identity" } })
  })

  test("a reminder in the morning leaves the form that was opened the day before valid", async () => {
    const found = await anAssignedCase(office)
    const seen = await seenOf(found)
    const morning = taipeiInstant(calendarDate("2026-11-27"), "08:00")
    expect(await atTime(morning, remindOfficers)).toBeGreaterThan(0)
    const { case_officer } = office.people
    granted(await submitReply({ id: found.id, seen }, written, case_officer))
  })
})

describe("the extension's limit", () => {
  const asked = { workingDays: 5, reason: "須函詢內政部", isSpecial: false }

  test("a case extended once is not extended again: not offered, no page, refused with the number", async () => {
    const found = await anExtensionAskedCase(office)
    granted(await judgeExtension({ id: found.id }, APPROVED, office.people.director))
    const { case_officer } = office.people
    const again = await requestExtension({ id: found.id }, asked, case_officer)
    expect(again).toEqual({
      ok: false,
      problems: [{ code: "no-more-extensions", params: { count: 1 } }],
    })
    const cookie = await signedIn(case_officer)
    const address = `/staff/petitions/${found.number}`
    expect((await knock(visit(`${address}/extension`, cookie))).status).toBe(403)
    const page = await (await knock(visit(address, cookie))).text()
    expect(page).toContain(`${address}/reply"`)
    expect(page).not.toContain(`${address}/extension"`)
  })
})

describe("letters with the petitioner's key", () => {
  const letterOf = (petitionId: string, kind: string) =>
    db().letter.findFirst({ where: { petitionId, kind } })

  test("are sealed once they have left, for everybody", async () => {
    const found = await aNewCase(office)
    const { id, text } = (await letterOf(found.id, "acceptance")) ?? { id: "", text: "" }
    expect(text).toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/)
    for (const status of ["queued", "sent", "failed"]) {
      await db().letter.update({ where: { id }, data: { status } })
      const shown = await findLetter(office.people.director, id)
      expect(shown, status).toMatchObject({ isSealed: true, html: "", text: "" })
    }
  })

  test("are not kept on paper where there is no e-mail", async () => {
    const found = await aNewCase(office, { email: null })
    expect(await letterOf(found.id, "acceptance")).toBeNull()
  })

  test("other letters are read after they have left", async () => {
    const found = await anAssignedCase(office)
    const { id } = (await letterOf(found.id, "assignment")) ?? { id: "" }
    await db().letter.update({ where: { id }, data: { status: "sent" } })
    expect(await findLetter(office.people.director, id)).toMatchObject({ isSealed: false })
  })
})
