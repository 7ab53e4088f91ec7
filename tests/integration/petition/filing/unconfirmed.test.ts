import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { action, loader } from "~/routes/petition/filing/check"
import { stateOf } from "~/server/petition/filing/file.server"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../../support/database"
import { post, visit } from "../../../support/people"
import { aDraft, aReadyOffice, byEmail, byPhone, type ReadyOffice, send, tokenOf } from "./citizens"

useDatabase()
let office: ReadyOffice
beforeAll(async () => {
  office = await aReadyOffice()
})
beforeEach(async () => {
  await db().attempt.deleteMany()
  await db().letter.deleteMany()
})

const fileFrom = async (email: string) => send(await aDraft(office, { ...byEmail, email }))
const TOO_MANY = {
  ok: false,
  problems: [{ code: "too-many-unconfirmed", params: { count: 3 } }],
}
const EMAIL = "ming@example.tw"
const spellings = ["ming@example.tw", "Ming@example.tw", "ming+2@example.tw"]

describe("one mailbox", () => {
  test("waits for three confirmations a day, however it is spelled; the fourth petition sends nothing", async () => {
    for (const email of spellings) expect((await fileFrom(email)).ok).toBe(true)
    expect(await fileFrom("MING+4@example.tw")).toMatchObject(TOO_MANY)
    expect(await db().letter.count({ where: { kind: "confirmation" } })).toBe(3)
  })

  test("that is full shuts nobody else out, and a telephone number is always accepted", async () => {
    for (const email of spellings) await fileFrom(email)
    expect((await fileFrom("hua@example.tw")).ok).toBe(true)
    expect((await send(await aDraft(office, byPhone))).ok).toBe(true)
  })

  test("keeps the draft of what was refused, to be sent another way", async () => {
    for (const email of spellings) await fileFrom(email)
    const kept = await aDraft(office, byEmail)
    expect(await send(kept)).toMatchObject(TOO_MANY)
    expect(await db().petitionDraft.count({ where: { id: kept.id } })).toBe(1)
  })

  test("may ask for the next one as soon as one is confirmed, even after refusals", async () => {
    const filed = []
    for (const email of spellings) filed.push(await fileFrom(email))
    for (let nth = 0; nth < 3; nth += 1) expect(await fileFrom(EMAIL)).toMatchObject(TOO_MANY)
    const [first] = filed
    const token = await tokenOf(first?.ok ? first.value.id : "")
    expect((await confirmPetition(token)).ok).toBe(true)
    expect((await confirmPetition(token)).ok).toBe(true) // pressing twice makes no second place
    expect((await fileFrom(EMAIL)).ok).toBe(true)
    expect(await fileFrom(EMAIL)).toMatchObject(TOO_MANY)
  })

  test("starts again a day after the first", async () => {
    const start = now()
    for (const email of spellings) await fileFrom(email)
    const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
    expect(await atTime(at(23), () => fileFrom(EMAIL))).toMatchObject(TOO_MANY)
    expect((await atTime(at(24.1), () => fileFrom(EMAIL))).ok).toBe(true)
  })

  test("four at once are three", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 4 }, () => aDraft(office, { ...byEmail })),
    )
    const sent = await Promise.all(drafts.map(send))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(3)
  })

  test("one form sent twice at once is counted once", async () => {
    const kept = await aDraft(office, byEmail)
    await Promise.all([send(kept), send(kept)])
    expect((await fileFrom(EMAIL)).ok).toBe(true)
    expect((await fileFrom(EMAIL)).ok).toBe(true)
    expect(await fileFrom(EMAIL)).toMatchObject(TOO_MANY)
  })
})

test("the page of sending shows the reason, and the draft is still there", async () => {
  for (const email of spellings) await fileFrom(email)
  const kept = await aDraft(office, byEmail)
  const path = `/petitions/new/check?draft=${kept.id}`
  const request = post(path, { seen: stateOf(kept.draft) }, kept.cookie)
  expect(await action({ request, params: {}, context: {} })).toMatchObject({ status: 303 })
  const shown = await loader({ request: visit(path, kept.cookie), params: {}, context: {} })
  expect(shown.refused.problems).toEqual(TOO_MANY.problems)
})
