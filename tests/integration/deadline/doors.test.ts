import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { ROLES, type Role } from "~/domain/access/permission"
import { action as importAction } from "~/routes/deadline/calendar-import"
import { action as confirmedAction } from "~/routes/deadline/calendar-import-confirmed"
import { action as calendarAction, loader as calendarLoader } from "~/routes/deadline/calendar"
import { useDatabase } from "../../support/database"
import { statusOf } from "../../support/answers"
import { aStaff, post, signedIn, visit } from "../../support/people"
import { aReadyOffice, type ReadyOffice } from "../petition/filing/citizens"

useDatabase()
let office: ReadyOffice
beforeAll(async () => {
  office = await aReadyOffice()
})

const args = (request: Request) => ({ request, params: {}, context: {} })
const cookieOf = async (role: Role) => signedIn(await aStaff(office, role))

const closure = { date: "2026-08-03", kind: "closed", reason: "颱風", issuedBy: "臺北市政府" }

describe("who may", () => {
  const CHANGE_IT: Role[] = ["director", "secretary", "planning_officer", "administrator"]

  test.each(ROLES)("%s look at the calendar and change it", async (role) => {
    const cookie = await cookieOf(role)
    expect(await statusOf(calendarLoader(args(visit("/staff/calendar", cookie))))).toBe(200)
    const status = await statusOf(
      calendarAction(args(post("/staff/calendar", { ...closure, reason: "" }, cookie))),
    )
    expect(status).toBe(CHANGE_IT.includes(role) ? 422 : 403)
  })

  test("nobody who is not signed in", async () => {
    expect(await statusOf(calendarLoader(args(visit("/staff/calendar"))))).toBe(302)
    expect(
      await statusOf(confirmedAction(args(post("/staff/calendar/import/confirmed", {})))),
    ).toBe(302)
  })
})

describe("importing by the pages", () => {
  const upload = async (file: Blob | null, cookie: string, source = "人事總處") => {
    const body = new FormData()
    if (file) body.append("file", file, "calendar.csv")
    body.append("source", source)
    const origin = "http://portal.test"
    return new Request(`${origin}/staff/calendar/import`, {
      method: "POST",
      body,
      headers: { cookie, origin },
    })
  }

  test("a checked file is shown with its changes and imported by the second form", async () => {
    const cookie = await cookieOf("director")
    const bytes = readFileSync(
      new URL("../../unit/deadline/samples/2025-updated-big5.csv", import.meta.url),
    )
    const answer = await importAction(args(await upload(new Blob([new Uint8Array(bytes)]), cookie)))
    if (!("preview" in answer)) throw new Error("refused")
    expect(answer.preview).toMatchObject({ year: 2025, off: 118 })
    const { file, source } = answer
    const confirmed = await confirmedAction(
      args(post("/staff/calendar/import/confirmed", { file, source }, cookie)),
    )
    expect(confirmed.headers.get("location")).toBe("/staff/calendar?year=2025")
  })

  test("both forms take a file of 64 KB, and neither takes a larger one", async () => {
    const cookie = await cookieOf("director")
    const year = readFileSync(
      new URL("../../unit/deadline/samples/2025-corrected-utf8-bom.csv", import.meta.url),
    )
    // empty lines at the end of a file mean nothing
    const sized = (bytes: number) => Buffer.concat([year, Buffer.alloc(bytes - year.length, "\n")])
    const largest = sized(64 * 1024)
    const answer = await importAction(args(await upload(new Blob([largest]), cookie)))
    if (!("preview" in answer)) throw new Error("refused")
    const { file, source } = answer
    const confirmed = await confirmedAction(
      args(post("/staff/calendar/import/confirmed", { file, source }, cookie)),
    )
    expect(confirmed.headers.get("location")).toBe("/staff/calendar?year=2025")

    const larger = sized(64 * 1024 + 3)
    expect(await importAction(args(await upload(new Blob([larger]), cookie)))).toMatchObject({
      data: { problems: [{ code: "file-too-large", field: "file", params: { max: 64 } }] },
    })
    const smuggled = { file: larger.toString("base64"), source }
    await expect(
      confirmedAction(args(post("/staff/calendar/import/confirmed", smuggled, cookie))),
    ).rejects.toMatchObject({ status: 422 })
  })

  test("a source that the second form would refuse is refused by the first, and kept", async () => {
    const source = "長".repeat(201)
    const year = new Blob([new Uint8Array(2)])
    const request = await upload(year, await cookieOf("director"), source)
    expect(await importAction(args(request))).toMatchObject({
      data: { problems: [{ code: "too-long", field: "source" }], entered: { source } },
    })
  })

  test.each([
    ["no file", null, "file-required"],
    ["a web page", new Blob(["<html></html>"]), "calendar-is-web-page"],
    ["a picture", new Blob([new Uint8Array([137, 80, 78, 71])]), "calendar-wrong-header"],
    ["a huge file", new Blob(["x".repeat(70_000)]), "file-too-large"],
  ])("%s is refused", async (_what, file, code) => {
    const answer = await importAction(args(await upload(file, await cookieOf("director"))))
    expect(JSON.stringify(answer)).toContain(code)
  })

  test("a form from elsewhere is refused", async () => {
    const request = await upload(null, await cookieOf("director"))
    request.headers.set("origin", "https://elsewhere.test")
    expect(JSON.stringify(await importAction(args(request)))).toContain("forged-form")
  })
})
