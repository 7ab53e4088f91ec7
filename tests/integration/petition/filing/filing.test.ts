import { beforeAll, describe, expect, test } from "vitest"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import {
  changeDraft,
  discardDraft,
  findDraft,
  forgetOldDrafts,
  forgetSent,
  listDrafts,
} from "~/server/petition/filing/drafts.server"
import {
  confirmPetition,
  filePetition,
  findToConfirm,
  lapseUnconfirmed,
} from "~/server/petition/filing/file.server"
import { findSent } from "~/server/petition/filing/sent.server"
import { useDatabase } from "../../../support/database"
import { visit } from "../../../support/people"
import {
  aBrowser,
  aDraft,
  aPending,
  aReadyOffice,
  byPhone,
  codeOf,
  draftIn,
  ORIGIN,
  type ReadyOffice,
  send,
} from "./citizens"

useDatabase()
let office: ReadyOffice
beforeAll(async () => {
  office = await aReadyOffice()
})

const friday = new Date("2026-11-20T15:05:00+08:00")
const petitionOf = (id: string) =>
  db().petition.findUniqueOrThrow({ where: { id }, include: { contact: true } })
const kindsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  )

describe("sending", () => {
  test("with an e-mail address: it waits, and a letter asks for the confirmation", async () => {
    const { id, token } = await aPending(office)
    expect(await petitionOf(id)).toMatchObject({
      status: "pending_confirmation",
      number: null,
      dueOn: null,
    })
    expect(await kindsOf(id)).toEqual(["petition.filed"])
    expect(token).toHaveLength(43)
    expect(await findSent(id)).toMatchObject({ accessCode: null, number: null })
  })

  test("with a telephone number only: it is accepted at once, and the code is shown", async () => {
    const kept = await aDraft(office, byPhone)
    const sent = await atTime(friday, () => send(kept))
    if (!sent.ok) throw new Error("refused")
    const { id } = sent.value
    const petition = await petitionOf(id)
    expect(petition.status).toBe("accepted")
    expect(petition.dueOn).toEqual(new Date("2026-11-30"))
    expect(petition.statutoryDueOn).toEqual(new Date("2026-12-21"))
    expect(await kindsOf(id)).toContain("petition.accepted")
    expect((await findSent(id))?.accessCode).toMatch(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){2}$/)
  })

  test("pressing twice at once makes one petition", async () => {
    const kept = await aDraft(office, byPhone)
    const [one, other] = await Promise.all([send(kept), send(kept)])
    expect(one).toEqual(other)
    expect(one.ok).toBe(true)
    expect(await db().petition.count({ where: { submissionKey: kept.id } })).toBe(1)
  })

  test("and pressing again later gives the same one", async () => {
    const kept = await aDraft(office)
    expect(await send(kept)).toEqual(await send(kept))
  })

  test("of the draft nothing is left afterwards but what it became", async () => {
    const kept = await aDraft(office)
    const sent = await send(kept)
    expect(await draftIn(kept.cookie, kept.id)).toEqual({
      id: kept.id,
      petitionId: sent.ok && sent.value.id,
      draft: { officeId: office.id, pages: {} },
    })
  })

  test("a draft that is not there files nothing", async () => {
    const before = await db().petition.count()
    const refused = await filePetition("forged", { seen: "", locale: "zh-TW", origin: ORIGIN })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "draft-missing" }] })
    expect(await db().petition.count()).toBe(before)
  })

  test("what another window changed after it was checked is not sent", async () => {
    const kept = await aDraft(office)
    await changeDraft(kept.id, (draft) => {
      const entered = { ...draft.pages.content?.entered, content: "改成別的內容" }
      const content = { entered, problems: [], typedIn: "other", replaced: null }
      return { ...draft, pages: { ...draft.pages, content } }
    })
    expect(await send(kept)).toMatchObject({ problems: [{ code: "changed-since-checked" }] })
    expect(await db().petition.count({ where: { submissionKey: kept.id } })).toBe(0)
  })

  test("a category of another office is refused at the first page, and nothing is written", async () => {
    const other = await aReadyOffice()
    const kept = await aDraft({ ...office, categoryId: other.categoryId })
    expect(await send(kept)).toMatchObject({ ok: false, step: "what" })
    expect(await db().petition.count({ where: { submissionKey: kept.id } })).toBe(0)
  })

  test("past the last imported year nothing is promised: refused, and the draft stays", async () => {
    const kept = await aDraft(office, byPhone)
    const late = new Date("2027-12-20T10:00:00+08:00")
    expect(await atTime(late, () => send(kept))).toMatchObject({
      problems: [{ code: "calendar-missing" }],
    })
    expect(await db().petitionDraft.count({ where: { id: kept.id } })).toBe(1)
    expect(await db().petition.count({ where: { submissionKey: kept.id } })).toBe(0)
  })
})

describe("confirming", () => {
  test("gives number, code, due date and the letter; the clock starts on that day", async () => {
    const { id, token } = await atTime(friday, () => aPending(office))
    const monday = new Date("2026-11-23T08:00:00+08:00")
    const confirmed = await atTime(monday, () => confirmPetition(token))
    expect(confirmed).toMatchObject({ ok: true, value: { number: `${office.code}-1151123-00001` } })
    expect((await petitionOf(id)).dueOn).toEqual(new Date("2026-12-01"))
    expect(await kindsOf(id)).toEqual(["petition.filed", "petition.confirmed", "petition.accepted"])
    expect(await codeOf(id)).not.toBe("")
  })

  test("twice at once registers once", async () => {
    const { id, token } = await aPending(office)
    const [one, other] = await Promise.all([confirmPetition(token), confirmPetition(token)])
    expect(one.ok && one.value.number).toBe(other.ok && other.value.number)
    expect(await kindsOf(id)).toHaveLength(3)
    expect(await db().letter.count({ where: { petitionId: id, kind: "acceptance" } })).toBe(1)
  })

  test("twenty at once are numbered without a gap or a double", async () => {
    const ready = await aReadyOffice()
    const pending = await Promise.all(Array.from({ length: 20 }, () => aPending(ready)))
    await Promise.all(pending.map(({ token }) => confirmPetition(token)))
    const rows = await db().petition.findMany({
      where: { officeId: ready.id },
      orderBy: { number: "asc" },
    })
    expect(rows.map(({ number }) => Number(number?.slice(-5)))).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
  })

  test("looking at the page confirms nothing", async () => {
    const { id, token } = await aPending(office)
    expect(await findToConfirm(token)).toMatchObject({ isDone: false, isExpired: false })
    expect((await petitionOf(id)).status).toBe("pending_confirmation")
  })

  test("after three days it is refused, and the job lets it lapse, once", async () => {
    const { id, token } = await atTime(friday, () => aPending(office))
    const late = new Date(friday.getTime() + 72 * 3_600_000)
    await atTime(late, async () => {
      expect(await confirmPetition(token)).toMatchObject({
        problems: [{ code: "confirmation-expired" }],
      })
      expect(await lapseUnconfirmed()).toBeGreaterThan(0)
      expect(await lapseUnconfirmed()).toBe(0)
      expect(await confirmPetition(token)).toMatchObject({
        problems: [{ code: "confirmation-expired" }],
      })
    })
    expect((await petitionOf(id)).status).toBe("lapsed")
    expect(await kindsOf(id)).toEqual(["petition.filed", "petition.lapsed"])
  })

  test("an unknown token is refused", async () => {
    expect(await confirmPetition("unknown")).toMatchObject({
      problems: [{ code: "confirmation-unknown" }],
    })
    expect(await findToConfirm("unknown")).toBeNull()
  })
})

describe("drafts", () => {
  test("are forgotten after a day", async () => {
    const kept = await aDraft(office)
    const nextDay = new Date(now().getTime() + 25 * 3_600_000)
    await atTime(nextDay, async () => {
      expect(await findDraft(visit("/petitions/new", kept.cookie))).toBeNull()
      await forgetOldDrafts()
    })
    expect(await db().petitionDraft.count({ where: { id: kept.id } })).toBe(0)
  })

  test("of one browser stand side by side", async () => {
    const other = await aReadyOffice()
    const one = await aBrowser(office)
    const two = await aBrowser(other, one.cookie)
    expect(two.cookie).toBe(one.cookie)
    expect((await draftIn(one.cookie, one.id)).draft.officeId).toBe(office.id)
    expect((await draftIn(one.cookie, two.id)).draft.officeId).toBe(other.id)
    const listed = await listDrafts(visit("/petitions/new", one.cookie))
    expect(listed.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort())
  })

  test("open only for the browser that wrote them, whoever knows their address", async () => {
    const kept = await aDraft(office)
    const { cookie } = await aBrowser(office)
    for (const stranger of ["", cookie, "minyi_draft=forged"]) {
      const address = visit(`/petitions/new/check?draft=${kept.id}`, stranger)
      expect(await findDraft(address)).toBeNull()
      await discardDraft(address, kept.id)
    }
    expect(await db().petitionDraft.count({ where: { id: kept.id } })).toBe(1)
    await discardDraft(visit("/petitions/new", kept.cookie), kept.id)
    expect(await db().petitionDraft.count({ where: { id: kept.id } })).toBe(0)
  })

  test("leaving forgets what was sent, and keeps what was not", async () => {
    const sent = await aDraft(office)
    await send(sent)
    const unsent = await aBrowser(office, sent.cookie)
    await forgetSent(visit("/petitions/leave", sent.cookie))
    const left = await db().petitionDraft.findMany({
      where: { id: { in: [sent.id, unsent.id] } },
      select: { id: true },
    })
    expect(left).toEqual([{ id: unsent.id }])
  })
})
