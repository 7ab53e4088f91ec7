import { beforeAll, describe, expect, test } from "vitest"
import { atTime, now } from "~/server/tools/clock.server"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { findByCode, findCase, openPass, passOf } from "~/server/petition/filing/follow.server"
import { useDatabase } from "../../../support/database"
import { visit } from "../../../support/people"
import { aPending, aReadyOffice, codeOf } from "./citizens"

useDatabase()
let known: { id: string; number: string; code: string }
let other: { id: string; number: string; code: string }
let third: { id: string; number: string; code: string }
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
  third = await registered()
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

  test("successful look-ups are no failures: a household behind one address looks as often as it likes", async () => {
    const typed = { number: known.number, code: known.code }
    for (let count = 0; count < 25; count += 1)
      expect((await findByCode(typed, "a busy home")).ok, `look-up ${count + 1}`).toBe(true)
  })

  test("four wrong codes leave the fifth try, and a right one takes nothing away", async () => {
    const { id, number, code } = third
    const wrong = () => findByCode({ number, code: "AAAAA" }, "forgetful")
    for (let count = 0; count < 4; count += 1)
      expect(await wrong()).toMatchObject({ problems: [{ code: "case-mismatch" }] })
    for (let count = 0; count < 3; count += 1)
      expect(await findByCode({ number, code }, "forgetful")).toEqual({ ok: true, value: { id } })
    expect(await wrong()).toMatchObject({ problems: [{ code: "case-mismatch" }] })
    expect(await findByCode({ number, code }, "forgetful")).toMatchObject({
      problems: [{ code: "too-many-tries" }],
    })
  })

  test("guessing the code of one number is stopped, whoever guesses, also with the right code", async () => {
    const guess = (client: string, code = "AAAAA") =>
      findByCode({ number: other.number, code }, client)
    for (let count = 0; count < 6; count += 1) await guess(`address ${count}`)
    expect(await guess("one more", other.code)).toMatchObject({
      problems: [{ code: "too-many-tries" }],
    })
  })
})

describe("the pass", () => {
  test("opens the case for half an hour", async () => {
    const cookie = (await openPass("case", known.id)).split(";")[0] ?? ""
    expect(await passOf(visit("/petitions/case", cookie), "case")).toBe(known.id)
    const later = new Date(now().getTime() + 31 * 60_000)
    expect(await atTime(later, () => passOf(visit("/petitions/case", cookie), "case"))).toBeNull()
  })

  test("cannot be forged, and one kind is not the other", async () => {
    const cookie = (await openPass("sent", known.id)).split(";")[0] ?? ""
    expect(
      await passOf(
        visit("/petitions/case", cookie.replace("minyi_sent", "minyi_case").slice(0, -3)),
        "case",
      ),
    ).toBeNull()
    expect(await passOf(visit("/petitions/case", cookie), "case")).toBeNull()
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
