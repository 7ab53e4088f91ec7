/** A mistyped address, a letter that does not come, a lost code: none of them costs the petition. */
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { action as codeAction } from "~/routes/petition/casework/code"
import {
  action as phoneAction,
  loader as phoneLoader,
} from "~/routes/petition/casework/phone-confirmation"
import { loader as listLoader } from "~/routes/petition/casework/unconfirmed"
import { action as sentAction, loader as sentLoader } from "~/routes/petition/filing/sent"
import { action as lostAction, loader as lostLoader } from "~/routes/petition/follow/lost-code"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { findByCode } from "~/server/petition/filing/follow.server"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../../support/database"
import { aStaff, post, signedIn, visit } from "../../../support/people"
import {
  aDraft,
  aPending,
  aReadyOffice,
  byPhone,
  codeOf,
  type ReadyOffice,
  send,
  tokenOf,
} from "./citizens"

useDatabase()
let office: ReadyOffice
let planning: Staff
beforeAll(async () => {
  office = await aReadyOffice()
  planning = await aStaff(office, "planning_officer")
})

const args = (request: Request, params: Record<string, string> = {}) => ({
  request,
  params,
  context: {},
})
const lettersOf = (petitionId: string, kind: string) =>
  db().letter.findMany({ where: { petitionId, kind }, orderBy: { id: "asc" } })
const kindsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ kind, actorName }) => `${kind} ${actorName ?? ""}`.trim(),
  )

/** A petition that waits, the mailbox it waits for, and the browser that sent it. */
async function waiting() {
  const email = `${randomUUID()}@example.tw`
  const kept = await aDraft(office, { ...byPhone, email })
  const sent = await send(kept)
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems))
  const path = `/petitions/sent?draft=${kept.id}`
  return { id: sent.value.id, email, cookie: kept.cookie, path }
}
const askAgain = async (one: { path: string; cookie: string }, email: string) =>
  (await sentAction(args(post(one.path, { email }, one.cookie)))) as Response
const linkIn = (text: string) => /petitions\/confirm\/([\w-]+)/.exec(text)?.[1] ?? ""

describe("the page that waits for the confirmation", () => {
  test("sends the letter again: both links are the same, and confirm", async () => {
    const one = await waiting()
    expect((await askAgain(one, one.email.toUpperCase())).headers.get("location")).toBe(
      `${one.path}&resent=yes`,
    )
    const [first, second] = await lettersOf(one.id, "confirmation")
    expect(linkIn(second?.text ?? "")).toBe(linkIn(first?.text ?? "-"))
    expect(await kindsOf(one.id)).toContain("petition.confirmation_repeated")
    expect(await confirmPetition(linkIn(first?.text ?? ""))).toMatchObject({ ok: true })
  })

  test("takes a better address; the link in the stranger's mailbox is dead", async () => {
    const one = await waiting()
    const stranger = await tokenOf(one.id)
    await askAgain(one, "right@example.tw")
    expect(await confirmPetition(stranger)).toMatchObject({
      problems: [{ code: "confirmation-unknown" }],
    })
    const letter = (await lettersOf(one.id, "confirmation"))[1]
    expect(letter?.recipient).toBe("right@example.tw")
    expect(await confirmPetition(linkIn(letter?.text ?? ""))).toMatchObject({ ok: true })
    const [acceptance] = await lettersOf(one.id, "acceptance")
    expect(acceptance?.recipient).toBe("right@example.tw")
    expect(acceptance?.text).toContain("等了五十分鐘。")
    expect(await kindsOf(one.id)).toContain("petition.address_corrected")
  })

  test("refuses a slip with what was typed, and never more than three letters besides the first", async () => {
    const one = await waiting()
    const refused = await askAgain(one, "not an address")
    expect(refused.headers.get("location")).toBe(one.path)
    const cookie = `${one.cookie}; ${refused.headers.get("set-cookie")?.split(";")[0]}`
    const { data } = (await sentLoader(args(visit(one.path, cookie)))) as Awaited<
      ReturnType<typeof sentLoader>
    >
    expect(data.sent?.refused).toMatchObject({
      problems: [{ code: "email-invalid" }],
      entered: { email: "not an address" },
    })
    for (let letter = 0; letter < 5; letter += 1) await askAgain(one, `victim${letter}@example.tw`)
    expect(await lettersOf(one.id, "confirmation")).toHaveLength(4)
  })

  test("does not write to one stranger's mailbox from many petitions", async () => {
    const browsers = await Promise.all(Array.from({ length: 5 }, waiting))
    for (const one of browsers) await askAgain(one, "stranger@example.org")
    expect(await db().letter.count({ where: { recipient: "stranger@example.org" } })).toBe(3)
  })

  test("sends nothing for another browser", async () => {
    const one = await waiting()
    await askAgain({ ...one, cookie: "minyi_draft=forged" }, "evil@example.org")
    expect(await lettersOf(one.id, "confirmation")).toHaveLength(1)
  })
})

describe("a petition whose writer gave a telephone number", () => {
  const visitAs = async (staff: Staff, path = "/staff/unconfirmed") =>
    visit(path, await signedIn(staff))
  const call = async (id: string, fields: Record<string, string>, staff = planning) =>
    phoneAction(args(post(`/staff/unconfirmed/${id}`, fields, await signedIn(staff)), { id }))

  test("stands in its own office's list, and leaves it when it is confirmed", async () => {
    const one = await waiting()
    const withoutPhone = await aPending(office)
    const listed = async (staff: Staff) =>
      (await listLoader(args(await visitAs(staff)))).petitions.map(({ id }) => id)
    expect(await listed(planning)).toContain(one.id)
    expect(await listed(planning)).not.toContain(withoutPhone.id)
    const other = await aStaff(await aReadyOffice(), "planning_officer")
    expect(await listed(other)).toEqual([])
    expect((await phoneLoader(args(await visitAs(other), { id: one.id }))).petition).toBeNull()
    await confirmPetition(await tokenOf(one.id))
    expect(await listed(planning)).not.toContain(one.id)
  })

  test("is accepted by a call, with the address that was read out, and the case says who called", async () => {
    const one = await waiting()
    const answer = await call(one.id, { email: "right@example.tw", spoken: "yes" })
    expect(answer).toMatchObject({ number: expect.stringContaining(office.code) })
    expect(await kindsOf(one.id)).toContain("petition.confirmed_by_phone 王小明")
    expect((await lettersOf(one.id, "acceptance"))[0]?.recipient).toBe("right@example.tw")
    const again = await call(one.id, { email: "", spoken: "yes" })
    expect(again).toMatchObject({ data: { problems: [{ code: "already-confirmed" }] } })
  })

  test("with the address taken out, its code is told and goes to no mailbox", async () => {
    const one = await waiting()
    expect(await call(one.id, { email: "", spoken: "yes" })).toMatchObject({
      accessCode: expect.stringMatching(/^[A-Z0-9-]{17}$/),
    })
    expect(await lettersOf(one.id, "acceptance")).toEqual([])
  })

  test("is not accepted without the call, nor after three days, nor by a stranger", async () => {
    const one = await waiting()
    const unspoken = await call(one.id, { email: "" })
    expect(unspoken).toMatchObject({ data: { problems: [{ code: "spoken-required" }] } })
    const other = await aStaff(await aReadyOffice(), "planning_officer")
    expect(await call(one.id, { email: "", spoken: "yes" }, other)).toMatchObject({
      data: { problems: [{ code: "petition-not-found" }] },
    })
    const administrator = await aStaff(office, "administrator")
    await expect(call(one.id, { spoken: "yes" }, administrator)).rejects.toMatchObject({
      status: 403,
    })
    const late = new Date(now().getTime() + 72 * 3_600_000)
    await atTime(late, async () => {
      const answer = await call(one.id, { email: "", spoken: "yes" })
      expect(answer).toMatchObject({ data: { problems: [{ code: "confirmation-expired" }] } })
    })
    const row = await db().petition.findUniqueOrThrow({ where: { id: one.id } })
    expect(row.status).toBe("pending_confirmation")
  })

  test("a confidential one is only for those who triage, and its subject is not shown: the petitioner says it", async () => {
    const one = await waiting()
    await db().petition.update({ where: { id: one.id }, data: { confidential: true } })
    const { petition } = await phoneLoader(args(await visitAs(planning), { id: one.id }))
    expect(petition?.subject).toBeNull()
    const officer = await aStaff(office, "case_officer")
    const listed = await listLoader(args(await visitAs(officer)))
    expect(listed.petitions.map(({ id }) => id)).not.toContain(one.id)
    expect(await call(one.id, { email: "", spoken: "yes" }, officer)).toMatchObject({
      data: { problems: [{ code: "petition-not-found" }] },
    })
  })
})

describe("a lost access code", () => {
  async function registered() {
    const { id, token } = await aPending(office)
    const confirmed = await confirmPetition(token)
    if (!confirmed.ok) throw new Error("refused")
    const { email } = await db().petitionContact.findUniqueOrThrow({ where: { petitionId: id } })
    return { id, number: confirmed.value.number, email: email ?? "" }
  }
  const ask = async (number: string, email: string, client = "one") => {
    const request = post("/petitions/follow/code", { number, email })
    request.headers.set("x-client-address", client)
    return (await lostAction(args(request))) as Response
  }

  test("comes to the confirmed address, opens the case, and its owner sees that it was sent", async () => {
    const { id, number, email } = await registered()
    await ask(number.toLowerCase(), email.toUpperCase())
    const [letter] = await lettersOf(id, "access-code")
    expect(letter?.recipient).toBe(email)
    expect(letter?.text).toContain(await codeOf(id))
    const code = await codeOf(id)
    expect(await findByCode({ number, code }, "home")).toMatchObject({ ok: true })
    expect(await kindsOf(id)).toContain("petition.code_sent_again")
  })

  test("the answer tells nobody which numbers and addresses are known", async () => {
    const { id, number, email: known } = await registered()
    const answers = []
    for (const [typed, email] of [
      [number, known],
      [number, "somebody@example.tw"],
      ["ZZ-1151120-99999", known],
      ["nonsense", known],
    ] as const) {
      const { status, headers } = await ask(typed, email, "two")
      answers.push([status, headers.get("location"), headers.get("set-cookie")])
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await lettersOf(id, "access-code")).toHaveLength(1)
  })

  test("is sent three times a day for one case, whoever asks", async () => {
    const { id, number, email } = await registered()
    for (let time = 0; time < 5; time += 1) await ask(number, email, `client ${time}`)
    expect(await lettersOf(id, "access-code")).toHaveLength(3)
  })

  test("one address asks ten times, and is then told to wait", async () => {
    let last = await ask("nonsense", "a@example.tw", "many")
    for (let time = 0; time < 10; time += 1) last = await ask("nonsense", "a@example.tw", "many")
    const cookie = last.headers.get("set-cookie")?.split(";")[0] ?? ""
    const shown = await lostLoader(args(visit("/petitions/follow/code", cookie)))
    expect(shown.refused?.problems).toMatchObject([{ code: "too-many-tries" }])
  })

  test("is told at the counter after the identity was checked, and the case says by whom", async () => {
    const { id, number } = await registered()
    const tell = async (fields: Record<string, string>, staff: Staff) =>
      codeAction(
        args(post(`/staff/petitions/${number}/code`, fields, await signedIn(staff)), { number }),
      )
    expect(await tell({}, planning)).toMatchObject({
      data: { problems: [{ code: "identity-required" }] },
    })
    expect(await tell({ checked: "yes" }, planning)).toMatchObject({ accessCode: await codeOf(id) })
    expect(await kindsOf(id)).toContain("petition.code_told 王小明")
    const administrator = await aStaff(office, "administrator")
    await expect(tell({ checked: "yes" }, administrator)).rejects.toMatchObject({ status: 403 })
    const stranger = await aStaff(office, "case_officer") // not the officer of this case
    expect(await tell({ checked: "yes" }, stranger)).toMatchObject({
      data: { problems: [{ code: "not-your-case" }] },
    })
  })
})
