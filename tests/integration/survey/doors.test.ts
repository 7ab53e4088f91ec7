import { expect, test } from "vitest"
import type { Role } from "~/domain/access/permission"
import { action, loader } from "~/routes/survey/answer"
import * as again from "~/routes/survey/again"
import * as channelDoor from "~/routes/survey/channel"
import * as listDoor from "~/routes/survey/list"
import * as resultsDoor from "~/routes/survey/results"
import * as thanks from "~/routes/survey/thanks"
import { periodOf } from "~/domain/statistics/period"
import { atTime, today } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { mayAnswer } from "~/server/survey/responses.server"
import { setChannelOpen } from "~/server/survey/questionnaires.server"
import { updateTallies } from "~/server/statistics/tallies.server"
import { statusOf } from "../../support/answers"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, post, signedIn, visit } from "../../support/people"
import { aChannel, WHOLE } from "../../support/surveys"

useDatabase()

const KEY = `answer_key=${"k".repeat(43)}`
const at = (request: Request, params: Record<string, string>) => ({ request, params, context: {} })
const send = (code: string, fields: Record<string, string | string[]>, cookie = KEY) =>
  action(at(post(`/s/${code}`, fields, cookie), { code })) as Promise<{
    status?: number
    headers?: Headers
    init?: { status: number }
    data?: { problems: unknown[]; entered: unknown }
  }>

test("a whole answer leads to the thanks with its receipt; sent again, to the same one", async () => {
  const channel = await aChannel(await anOffice(), "d-sent")
  const [first, second] = [await send("d-sent", WHOLE), await send("d-sent", WHOLE)]
  expect(first.status).toBe(303)
  const location = first.headers?.get("location") ?? ""
  expect(location).toMatch(/^\/s\/d-sent\/thanks\?receipt=/)
  expect(second.headers?.get("location")).toBe(location)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(1)
  const shown = await thanks.loader(at(visit(location), { code: "d-sent" }))
  expect(shown.data.receipt).toBe(location.split("=")[1])
  expect(JSON.stringify(shown.data)).not.toContain("attitude")
})

test("what is missing or forged comes back as 422 with everything that was typed", async () => {
  await aChannel(await anOffice(), "d-bad")
  const typed = { attitude: "9", comment: "<script>", improve: ["waiting", "speed"] }
  const refused = await send("d-bad", typed)
  expect(refused.init?.status).toBe(422)
  expect(refused.data?.problems).toContainEqual({ code: "answer-unknown", field: "attitude" })
  expect(refused.data?.problems).toContainEqual({ code: "answer-required", field: "overall" })
  expect(refused.data?.entered).toEqual(typed)
})

test("a robot, a form of another site and a form without end are refused", async () => {
  const channel = await aChannel(await anOffice(), "d-robot")
  expect((await send("d-robot", { ...WHOLE, website_address: "x" })).init?.status).toBe(422)
  const foreign = post("/s/d-robot", WHOLE, KEY)
  foreign.headers.set("origin", "https://evil.example")
  expect(await action(at(foreign, { code: "d-robot" }))).toMatchObject({ init: { status: 403 } })
  expect((await send("d-robot", { ...WHOLE, comment: "字".repeat(30_000) })).init?.status).toBe(413)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(0)
})

test("an address that answers thousands of times within an hour is a machine, and may again an hour later", async () => {
  const at = new Date("2026-11-25T02:00:00Z")
  const later = new Date(at.getTime() + 3_600_000)
  const tried = await atTime(at, async () =>
    Array.from({ length: 2001 }, () => mayAnswer("198.51.100.7")),
  )
  expect(tried.indexOf(false)).toBe(2000)
  expect(await atTime(at, async () => mayAnswer("198.51.100.8"))).toBe(true)
  expect(await atTime(later, async () => mayAnswer("198.51.100.7"))).toBe(true)
})

test("without a cookie an answer is kept all the same", async () => {
  await aChannel(await anOffice(), "d-plain")
  expect((await send("d-plain", WHOLE, "")).status).toBe(303)
})

test("again gives a new key, so that the next person's answers are another response", async () => {
  const channel = await aChannel(await anOffice(), "d-again")
  await send("d-again", WHOLE)
  const next = await again.loader(at(visit("/s/d-again/again", KEY), { code: "d-again" }))
  expect(next.headers.get("location")).toBe("/s/d-again")
  await send("d-again", WHOLE, next.headers.get("set-cookie")?.split(";")[0])
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(2)
})

test("an unknown address is 404; a closed one 410 for reading and for sending, also what was opened before", async () => {
  const office = await anOffice()
  await aChannel(office, "d-closed")
  await setChannelOpen("d-closed", false, await aStaff(office, "director"))
  expect(await statusOf(loader(at(visit("/s/d-closed"), { code: "d-closed" })))).toBe(410)
  expect(await statusOf(send("d-closed", WHOLE))).toBe(410)
  expect(await statusOf(loader(at(visit("/s/nobody"), { code: "nobody" })))).toBe(404)
})

test("a forged receipt shows no thanks", async () => {
  await aChannel(await anOffice(), "d-forged")
  const forged = visit("/s/d-forged/thanks?receipt=AAAA-AAAA-AAAA")
  expect(await statusOf(thanks.loader(at(forged, { code: "d-forged" })))).toBe(302)
})

test.each<[Role, number, number]>([
  ["director", 200, 302],
  ["secretary", 200, 302],
  ["planning_officer", 200, 302],
  ["section_chief", 200, 403],
  ["case_officer", 200, 403],
  ["administrator", 403, 403],
])("a %s sees results: %i, and closes a channel: %i", async (role, sees, closes) => {
  const office = await anOffice()
  const code = `d-${role.replace("_", "-")}`
  await aChannel(office, code)
  const cookie = await signedIn(await aStaff(office, role))
  expect(await statusOf(listDoor.loader(at(visit("/staff/surveys", cookie), {})))).toBe(sees)
  const results = visit("/staff/surveys/visit/results", cookie)
  expect(await statusOf(resultsDoor.loader(at(results, { slug: "visit" })))).toBe(sees)
  const close = post(`/staff/channels/${code}`, { opening: "closed" }, cookie)
  expect(await statusOf(channelDoor.action(at(close, { code })))).toBe(closes)
})

test("nobody sees another office's channel, and who is not signed in is sent to do so", async () => {
  await aChannel(await anOffice(), "d-theirs")
  const cookie = await signedIn(await aStaff(await anOffice(), "director"))
  const theirs = { code: "d-theirs" }
  expect(
    await statusOf(channelDoor.loader(at(visit("/staff/channels/d-theirs", cookie), theirs))),
  ).toBe(404)
  expect(await statusOf(channelDoor.loader(at(visit("/staff/channels/d-theirs"), theirs)))).toBe(
    302,
  )
})

test("results are narrowed by the address; under five answers nothing is shown, comments are masked and at home", async () => {
  const office = await anOffice()
  await aChannel(office, "d-results")
  const comment = "王小明先生 0912-345-678 很親切"
  const answers = async (from: number, to: number) => {
    for (let nth = from; nth < to; nth++)
      await send("d-results", { ...WHOLE, comment }, `answer_key=${"r".repeat(42)}${nth}`)
    await updateTallies()
  }
  const month = periodOf(today(), "month")
  const see = async (query: string, cookie: string) =>
    resultsDoor.loader(
      at(visit(`/staff/surveys/visit/results?period=${month}&${query}`, cookie), { slug: "visit" }),
    )
  const own = await signedIn(await aStaff(office, "case_officer"))
  await answers(0, 4)
  const few = await see("", own)
  expect(few).toMatchObject({ responses: 4, opinions: null })
  expect(JSON.stringify(few)).not.toContain("很親切")
  await answers(4, 5)
  const seen = await see("", own)
  expect(seen.responses).toBe(5)
  expect(seen.items.find(({ key }) => key === "overall")).toMatchObject({ n: 5, weight: "small" })
  expect(seen.opinions?.comments).toHaveLength(5)
  expect(JSON.stringify(seen.opinions)).not.toMatch(/王小明|0912/)
  expect((await see("mode=tablet", own)).responses).toBe(0)
  const stranger = await signedIn(await aStaff(await anOffice(), "case_officer"))
  expect((await see(`office=${office.id}`, stranger)).opinions).toBeNull()
})
