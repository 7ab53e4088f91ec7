import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import * as note from "~/routes/petition/casework/note"
import * as signInDoor from "~/routes/access/sign-in"
import { rememberDevice } from "~/server/access/devices.server"
import { forgetOldKeptForms, keepForm, openKeptForm } from "~/server/access/kept-forms.server"
import { reopenKeptForm } from "~/server/access/reopening.server"
import { requireStaff } from "~/server/access/session.server"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../support/database"
import { post, signedIn, visit } from "../../support/people"
import {
  anAssignedCase,
  anOfficeAtWork,
  type Case,
  kindsOf,
  type OfficeAtWork,
} from "../petition/casework/office-at-work"

useDatabase()
let office: OfficeAtWork
let found: Case
let officer: Staff
beforeAll(async () => {
  office = await anOfficeAtWork()
  found = await anAssignedCase(office)
  officer = office.people.case_officer
})

const TEXT = "已電洽陳情人，說明櫃檯增開情形。\n下週再確認一次。"
const pathOf = () => `/staff/petitions/${found.number}/note`

/** The Cookie header of a browser in which these people signed in before, the last one last. */
async function browserOf(...people: Staff[]): Promise<string> {
  let cookie = ""
  for (const { id } of people) {
    cookie = (await rememberDevice(visit("/", cookie), id)).split(";")[0] ?? ""
  }
  return cookie
}

/** Sends the note without a session and gives the address one is led to. */
async function sendLate(cookie: string, fields: Record<string, string> = { text: TEXT }) {
  const refused = await requireStaff(post(pathOf(), fields, cookie), "petition.view").catch(
    (thrown: Response) => thrown,
  )
  return new URL(
    refused instanceof Response ? (refused.headers.get("location") ?? "") : "",
    "http://x",
  )
}

/** The door behind the address, as the portal's frame asks it. */
async function throughTheDoor(request: Request): Promise<Response> {
  const args = { request, params: { number: found.number }, context: {} } as never
  const answer = (await note.action(args)) as Response | { data: unknown; init: ResponseInit }
  return answer instanceof Response ? answer : Response.json(answer.data, answer.init)
}

const reopen = async (to: string, staff: Staff) =>
  reopenKeptForm(visit(to, await signedIn(staff)), throughTheDoor)

describe("a form sent after the session is over", () => {
  test("leads to signing in and back to its own address, where it is filled in again and nothing was done", async () => {
    const asked = await sendLate(await browserOf(officer))
    expect(asked.pathname).toBe("/staff/sign-in")
    const to = asked.searchParams.get("to") ?? ""
    expect(to).toMatch(new RegExp(`^${pathOf()}\\?kept=`))
    const page = await reopen(to, officer)
    expect(page?.status).toBe(200)
    expect(await page?.json()).toEqual({
      problems: [{ code: "reopened" }],
      entered: { text: TEXT },
    })
    expect(await kindsOf(found)).not.toContain("noted")
  })

  test("says so on the sign-in page, and the opposite when nothing could be kept", async () => {
    const saidAt = async (address: URL) =>
      signInDoor.loader({
        request: visit(address.pathname + address.search),
        params: {},
        context: {},
      })
    expect((await saidAt(await sendLate(await browserOf(officer)))).sent).toBe("kept")
    expect((await saidAt(await sendLate(""))).sent).toBe("lost")
    expect((await saidAt(new URL("http://x/staff/sign-in"))).sent).toBeNull()
  })

  test("is never shown to another person, also not to one who signs in there afterwards", async () => {
    const to = (await sendLate(await browserOf(office.colleague, officer))).searchParams.get("to")
    expect(await reopen(to ?? "", office.colleague)).toBeNull()
    expect(await reopenKeptForm(visit(to ?? ""), throughTheDoor)).toBeNull()
    expect((await reopen(to ?? "", officer))?.status).toBe(200)
  })

  test("is not readable in the records", async () => {
    await sendLate(await browserOf(officer))
    const rows = await db().keptForm.findMany()
    expect(rows.length).toBeGreaterThan(0)
    for (const { sealed } of rows)
      expect(Buffer.from(sealed).toString("utf8")).not.toContain("陳情人")
  })

  test("cannot be moved to another person in the records", async () => {
    const id = await keepForm({ staffId: officer.id, path: "/staff/x", entered: { text: TEXT } })
    await db().keptForm.update({ where: { id: id ?? "" }, data: { staffId: office.colleague.id } })
    expect(await openKeptForm(id ?? "", office.colleague.id)).toBeNull()
  })

  test("is kept without passwords, and a form of nothing else is not kept", async () => {
    const cookie = await browserOf(officer)
    const id = (await sendLate(cookie, { newPassword: "x", text: "a" })).searchParams.get("to")
    const kept = await openKeptForm(id?.split("kept=")[1] ?? "", officer.id)
    expect(kept?.entered).toEqual({ text: "a" })
    expect((await sendLate(cookie, { newPassword: "x" })).searchParams.get("lost")).toBe("yes")
  })

  test("is forgotten when it is sent again, and after twelve hours", async () => {
    const cookie = await browserOf(officer)
    const to = (await sendLate(cookie)).searchParams.get("to") ?? ""
    await reopenKeptForm(post(to, { text: TEXT }, await signedIn(officer)), throughTheDoor)
    expect(await reopen(to, officer)).toBeNull()
    const id = (await sendLate(cookie)).searchParams.get("to")?.split("kept=")[1] ?? ""
    const later = (hours: number) => new Date(now().getTime() + hours * 3_600_000)
    expect(await atTime(later(11.9), () => openKeptForm(id, officer.id))).not.toBeNull()
    expect(await atTime(later(12.1), () => openKeptForm(id, officer.id))).toBeNull()
    await atTime(later(12.1), forgetOldKeptForms)
    expect(await db().keptForm.count()).toBe(0)
  })

  test("is one of twenty that are kept for a person", async () => {
    for (let nth = 0; nth < 23; nth += 1)
      await keepForm({ staffId: officer.id, path: "/staff/x", entered: { text: `第 ${nth} 份` } })
    expect(await db().keptForm.count({ where: { staffId: officer.id } })).toBe(20)
  })

  test("from another site is not kept", async () => {
    const forged = post(pathOf(), { text: TEXT }, await browserOf(officer))
    forged.headers.set("origin", "https://evil.example")
    const before = await db().keptForm.count()
    await requireStaff(forged, "petition.view").catch(() => null)
    expect(await db().keptForm.count()).toBe(before)
  })

  test("is shown on a page of its own when its page takes it no more", async () => {
    const to = (await sendLate(await browserOf(officer))).searchParams.get("to") ?? ""
    const gone = () => Promise.resolve(new Response(null, { status: 302 }))
    const answer = await reopenKeptForm(visit(to, await signedIn(officer)), gone)
    expect(answer?.headers.get("location")).toBe(`/staff/kept/${to.split("kept=")[1]}`)
  })
})
