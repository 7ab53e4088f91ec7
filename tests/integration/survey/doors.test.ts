import { expect, test } from "vitest"
import type { Role } from "~/domain/access/permission"
import { action, loader } from "~/routes/survey/answer"
import * as channelDoor from "~/routes/survey/channel"
import * as flaggedDoor from "~/routes/survey/flagged"
import * as judgementDoor from "~/routes/survey/judgement"
import * as listDoor from "~/routes/survey/list"
import * as resultsDoor from "~/routes/survey/results"
import * as thanks from "~/routes/survey/thanks"
import { KEY_FIELD } from "~/domain/survey/answering"
import { periodOf } from "~/domain/statistics/period"
import { atTime, today } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { newAnswerKey, openedAtOf } from "~/server/survey/answer-key.server"
import { mayAnswer } from "~/server/survey/responses.server"
import { setChannelOpen } from "~/server/survey/publishing.server"
import { flagBursts } from "~/server/survey/flags.server"
import { updateTallies } from "~/server/statistics/tallies.server"
import { statusOf } from "../../support/answers"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, post, signedIn, visit } from "../../support/people"
import { aChannel, WHOLE } from "../../support/surveys"

useDatabase()

const KEY = "k".repeat(39)
const at = (request: Request, params: Record<string, string>) => ({ request, params, context: {} })
const send = (code: string, fields: Record<string, string | string[]>, key = KEY) =>
  action(at(post(`/s/${code}`, { ...fields, [KEY_FIELD]: key }), { code })) as Promise<{
    status?: number
    headers?: Headers
    init?: { status: number }
    data?: { problems: unknown[]; entered: Record<string, unknown> }
  }>

test("a whole answer leads to the thanks with its receipt; sent again, to the same one", async () => {
  const channel = await aChannel(await anOffice(), "d-sent")
  const [first, second] = [await send("d-sent", WHOLE), await send("d-sent", WHOLE)]
  expect(first.status).toBe(303)
  const shownTo = async (answer: typeof first) => {
    // no receipt in the address: every proxy on the way writes addresses down
    expect(answer.headers?.get("location")).toBe("/s/d-sent/thanks")
    const cookie = answer.headers?.get("set-cookie")?.split(";")[0] ?? ""
    return thanks.loader(at(visit("/s/d-sent/thanks", cookie), { code: "d-sent" }))
  }
  const shown = await shownTo(first)
  expect(shown.data.receipt).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/)
  expect((await shownTo(second)).data.receipt).toBe(shown.data.receipt)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(1)
  expect(JSON.stringify(shown.data)).not.toContain("attitude")
})

test("what is missing or forged comes back as 422 with everything that was typed", async () => {
  await aChannel(await anOffice(), "d-bad")
  const typed = { attitude: "9", comment: "<script>", improve: ["waiting", "speed"] }
  const refused = await send("d-bad", typed)
  expect(refused.init?.status).toBe(422)
  expect(refused.data?.problems).toContainEqual({ code: "answer-unknown", field: "attitude" })
  expect(refused.data?.problems).toContainEqual({ code: "answer-required", field: "overall" })
  expect(refused.data?.entered).toEqual({ ...typed, [KEY_FIELD]: KEY })
})

test("a robot, a form of another site and a form without end are refused", async () => {
  const channel = await aChannel(await anOffice(), "d-robot")
  expect((await send("d-robot", { ...WHOLE, website_address: "x" })).init?.status).toBe(422)
  const foreign = post("/s/d-robot", WHOLE)
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

test("without a key an answer is kept all the same", async () => {
  await aChannel(await anOffice(), "d-plain")
  expect((await send("d-plain", WHOLE, "")).status).toBe(303)
  const where = { channel: { code: "d-plain" } }
  expect(await db().response.findFirst({ where, select: { tookUpTo: true } })).toEqual({
    tookUpTo: null, // and so it is among those that nobody opened
  })
})

test("other answers under a used key are not thanked: they come back under a new key, and sent again are a response", async () => {
  const channel = await aChannel(await anOffice(), "d-used")
  await send("d-used", WHOLE)
  const other = { ...WHOLE, overall: "1", comment: "另一位的話" }
  const refused = await send("d-used", other)
  expect(refused.init?.status).toBe(409)
  expect(refused.data?.problems).toEqual([{ code: "form-used" }])
  const { [KEY_FIELD]: fresh, ...kept } = refused.data?.entered ?? {}
  expect(kept).toEqual(other)
  expect(fresh).not.toBe(KEY)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(1)
  expect((await send("d-used", other, String(fresh))).status).toBe(303)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(2)
})

test("the form shown anew keeps the time at which it was first opened", async () => {
  await aChannel(await anOffice(), "d-opened")
  const opened = new Date("2026-11-20T01:00:00Z")
  const key = newAnswerKey(opened)
  await send("d-opened", WHOLE, key)
  const refused = await send("d-opened", { ...WHOLE, overall: "1" }, key)
  expect(openedAtOf(String(refused.data?.entered[KEY_FIELD]))).toEqual(opened)
})

test("an unknown address is 404; a closed one 410 for reading and for sending, also what was opened before", async () => {
  const office = await anOffice()
  await aChannel(office, "d-closed")
  await setChannelOpen("d-closed", false, await aStaff(office, "director"))
  expect(await statusOf(loader(at(visit("/s/d-closed"), { code: "d-closed" })))).toBe(410)
  expect(await statusOf(send("d-closed", WHOLE))).toBe(410)
  expect(await statusOf(loader(at(visit("/s/nobody"), { code: "nobody" })))).toBe(404)
})

test("a survey closed while somebody answered gives back what they wrote", async () => {
  const office = await anOffice()
  await aChannel(office, "d-meanwhile")
  await setChannelOpen("d-meanwhile", false, await aStaff(office, "director"))
  const thrown = await send("d-meanwhile", { ...WHOLE, comment: " 寫了很久\n的話 " }).catch(
    (answer: unknown) => answer,
  )
  if (!(thrown instanceof Response)) throw new Error("the closed survey took the answers")
  expect(thrown.status).toBe(410)
  expect(await thrown.json()).toEqual({
    texts: [{ question: "您還有其他建議嗎？", text: "寫了很久\n的話" }],
  })
})

test("a forged receipt shows no thanks", async () => {
  await aChannel(await anOffice(), "d-forged")
  const forged = visit("/s/d-forged/thanks?receipt=AAAA-AAAA-AAAA", "minyi_receipt=IkFBQUEi.x")
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

test.each<[Role, number, number]>([
  ["director", 200, 302],
  ["planning_officer", 200, 302],
  ["case_officer", 200, 403],
  ["administrator", 403, 403],
])("a %s sees flagged answers: %i, and judges them: %i", async (role, sees, judges) => {
  const office = await anOffice()
  const code = `d-flag-${role.replace("_", "-")}`
  await aChannel(office, code)
  for (let nth = 0; nth < 3; nth++) await send(code, WHOLE, `${"f".repeat(38)}${nth}`) // never opened
  await flagBursts()
  const group = { code, day: today(), reason: "too-quick" }
  const address = `/staff/surveys/flagged/${code}/${group.day}/too-quick`
  const cookie = await signedIn(await aStaff(office, role))
  const list = () => flaggedDoor.loader(at(visit("/staff/surveys/flagged", cookie), {}))
  expect(await statusOf(list())).toBe(sees)
  expect(await statusOf(judgementDoor.loader(at(visit(address, cookie), group)))).toBe(sees)
  const judgement = { judgement: "withdrawn", reason: "程式", upTo: "999999999" }
  const judge = () => judgementDoor.action(at(post(address, judgement, cookie), group))
  const judged = await judge().then(
    (answer) => (answer instanceof Response ? answer.status : 200),
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  )
  expect(judged).toBe(judges)
  const without = judgementDoor.action(
    at(post(address, { ...judgement, reason: " " }, cookie), group),
  )
  expect(await without.catch(() => null)).not.toBeInstanceOf(Response)
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
      await send("d-results", { ...WHOLE, comment }, `${"r".repeat(38)}${nth}`)
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
