import { beforeAll, describe, expect, test } from "vitest"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { findByCode, findCase, openPass, passOf } from "~/server/petition/filing/follow.server"
import { useDatabase } from "../../../support/database"
import { visit } from "../../../support/people"
import { aPending, aReadyOffice, codeOf } from "./citizens"

useDatabase()
let known: { id: string; number: string; code: string }
let other: { id: string; number: string; code: string }
beforeAll(async () => {
  const office = await aReadyOffice()
  const registered = async () => {
    const { id, token } = await aPending(office)
    const confirmed = await confirmPetition(token)
    if (!confirmed.ok) throw new Error("refused")
    return { id, number: confirmed.value.number, code: await codeOf(id) }
  }
  known = await registered()
  other = await registered()
})

describe("finding a case", () => {
  test("with number and code, however they are typed", async () => {
    const typed = {
      number: known.number.toLowerCase().replaceAll("-", " "),
      code: known.code.toLowerCase(),
    }
    expect(await findByCode(typed, "home")).toEqual({ ok: true, value: { id: known.id } })
  })

  test("a wrong number, a wrong code and another case's code have the same answer", async () => {
    const wrongNumber = await findByCode(
      { number: `${known.number.slice(0, -1)}9`, code: known.code },
      "a",
    )
    const wrongCode = await findByCode({ number: known.number, code: "AAAAA-AAAAA-AAAAA" }, "b")
    const otherCode = await findByCode({ number: known.number, code: other.code }, "c")
    const nonsense = await findByCode({ number: "🙂", code: "" }, "d")
    expect(wrongNumber).toEqual({ ok: false, problems: [{ code: "case-mismatch" }] })
    for (const answer of [wrongCode, otherCode, nonsense]) expect(answer).toEqual(wrongNumber)
  })

  test("the right code opens, however often somebody guessed, there or elsewhere", async () => {
    const guess = (client: string) => findByCode({ number: other.number, code: "AAAAA" }, client)
    for (let count = 0; count < 10; count += 1) await guess("guesser")
    expect(await guess("guesser")).toMatchObject({ problems: [{ code: "too-many-tries" }] })
    const opened = { ok: true, value: { id: other.id } }
    expect(await findByCode(other, "the citizen at home")).toEqual(opened)
    expect(await findByCode(other, "guesser")).toEqual(opened)
  })

  test("guesses at once are counted as guesses in a row", async () => {
    const guess = () => findByCode({ number: other.number, code: "AAAAA" }, "at once")
    const answers = await Promise.all(Array.from({ length: 30 }, guess))
    const looked = answers.filter((one) => !one.ok && one.problems[0]?.code === "case-mismatch")
    expect(looked).toHaveLength(10)
  })

  test("what is right is no failure, and numbers that do not exist make no rows", async () => {
    const rows = () => db().attempt.count()
    const before = await rows()
    for (let count = 0; count < 12; count += 1) await findByCode(known, "clerk")
    expect(await rows()).toBe(before)
    for (let count = 10; count < 40; count += 1)
      await findByCode({ number: `ZZ-1151120-000${count}`, code: "AAAAA" }, "robot")
    expect(await rows()).toBe(before + 1)
  })
})

describe("the pass", () => {
  test("opens the case for half an hour", async () => {
    const cookie = (await openPass(known.id)).split(";")[0] ?? ""
    expect(await passOf(visit("/petitions/case", cookie))).toBe(known.id)
    const later = new Date(now().getTime() + 31 * 60_000)
    expect(await atTime(later, () => passOf(visit("/petitions/case", cookie)))).toBeNull()
  })

  test("cannot be forged", async () => {
    const cookie = (await openPass(known.id)).split(";")[0] ?? ""
    expect(await passOf(visit("/petitions/case", cookie.slice(0, -3)))).toBeNull()
  })

  test("shows the public view with its count and events", async () => {
    const found = await findCase(known.id)
    expect(found?.petition).toMatchObject({
      number: known.number,
      status: "accepted",
      mayWithdraw: true,
    })
    expect(found?.petition.counts[0]?.days.at(-1)?.date).toBe(found?.petition.dueOn)
    expect(found?.petition.events.map(({ kind }) => kind)).toEqual([
      "petition.filed",
      "petition.confirmed",
      "petition.accepted",
    ])
  })
})
