/** What a stranger may not learn from the time of an answer: the same queries and one hash, whoever is asked for. */
import { verify } from "@node-rs/argon2"
import pg from "pg"
import { beforeAll, expect, test, vi } from "vitest"
import { openAccount, signIn } from "~/server/access/accounts.server"
import { db } from "~/server/tools/db.server"
import { findByCode } from "~/server/petition/filing/follow.server"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { useDatabase } from "../../support/database"
import { anOffice, visit } from "../../support/people"
import { aPending, aReadyOffice } from "../petition/filing/citizens"

vi.mock("@node-rs/argon2", { spy: true }) // the real one, counted

useDatabase()

const PASSWORD = "correct horse battery"

/** The statements that PostgreSQL is asked, in order, without their values. */
async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
  const asked = vi.spyOn(pg.Client.prototype, "query")
  await deed()
  const texts = asked.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  )
  asked.mockRestore()
  return texts
}

const tryFrom = (address: string, username: string, password = "wrong password") =>
  signIn({ username, password }, visit("/staff/sign-in", "", { "x-client-address": address }))

beforeAll(async () => {
  const office = await anOffice()
  for (const username of ["open", "locked", "closed"]) {
    await openAccount({
      officeId: office.id,
      sectionId: null,
      username,
      name: "林課長",
      email: "chief@example.gov.tw",
      role: "section_chief",
      password: PASSWORD,
    })
  }
  await db().staff.update({ where: { username: "closed" }, data: { isActive: false } })
  for (let time = 0; time < 5; time += 1) await tryFrom("192.0.2.40", "locked")
  for (const address of ["192.0.2.41", "192.0.2.42"]) await tryFrom(address, "nobody")
})

test.each([
  ["a name that does not exist", "192.0.2.41", "made-up", "wrong password"],
  ["a locked account", "192.0.2.40", "locked", "wrong password"],
  ["a locked account and its right password", "192.0.2.40", "locked", PASSWORD],
  ["a closed account", "192.0.2.43", "closed", "wrong password"],
  ["a closed account and its right password", "192.0.2.43", "closed", PASSWORD],
])("%s costs what a wrong password costs", async (_who, address, username, password) => {
  const expected = await statementsOf(() => tryFrom("192.0.2.42", "open"))
  expect(expected.length).toBeGreaterThan(6)
  vi.mocked(verify).mockClear()
  expect(await statementsOf(() => tryFrom(address, username, password))).toEqual(expected)
  expect(verify).toHaveBeenCalledTimes(1)
})

test("a number without a case costs what a wrong code costs", async () => {
  const { token } = await aPending(await aReadyOffice())
  const filed = await confirmPetition(token)
  if (!filed.ok) throw new Error("refused")
  const { number } = filed.value
  const look = (typed: string) =>
    statementsOf(() => findByCode({ number: typed, code: "AAAAA-AAAAA-AAAAA" }, "home"))
  await look(number)
  const wrongCode = await look(number)
  expect(wrongCode.length).toBeGreaterThan(2)
  expect(await look(`${number.slice(0, -5)}99999`)).toEqual(wrongCode)
  expect(await look("no number at all")).toEqual(wrongCode)
})
