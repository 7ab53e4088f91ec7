import { beforeAll, describe, expect, test } from "vitest"
import { openPass } from "~/server/petition/filing/follow.server"
import { db } from "~/server/tools/db.server"
import { confirmPetition } from "~/server/petition/filing/file.server"
import { useDatabase } from "../../support/database"
import { ADDRESSES, statusAt } from "../../support/doors"
import { post } from "../../support/people"
import { aChannel } from "../../support/surveys"
import { aDraft, aPending, aReadyOffice } from "../petition/filing/citizens"

useDatabase()

/** Every address where citizens, or anybody, send a form. The others take none. */
const FORMS = [
  "s/:code",
  "petitions/confirm/:token",
  "petitions/case/withdraw",
  "petitions/leave",
  "staff/sign-in",
]
/** They lead back to their own page, which says why: Back must not ask to send the form again. */
const LEADS_BACK = [
  "petitions/new",
  "petitions/new/what",
  "petitions/new/content",
  "petitions/new/contact",
  "petitions/new/check",
  "petitions/sent",
  "petitions/follow",
  "petitions/follow/code",
]
/** They lead away with nothing done: nobody is signed out, and the case waits for no answer. */
const LEADS_AWAY = ["staff/sign-out", "petitions/case/answer"]
const NOWHERE = ["*"]

const answerOf = (address: string): number => {
  if (FORMS.includes(address)) return 403
  if (LEADS_BACK.includes(address)) return 303
  if (LEADS_AWAY.includes(address)) return 302
  return NOWHERE.includes(address) ? 404 : 405
}

const NOT_STAFF = ADDRESSES.map(({ path }) => path).filter(
  (path) => !/^staff(\/|$)/.test(path) || path.startsWith("staff/sign-"),
)

let cookie = ""
let token = ""
beforeAll(async () => {
  const office = await aReadyOffice()
  await aChannel(office, "knock")
  const draft = await aDraft(office)
  const registered = await aPending(office)
  await confirmPetition(registered.token)
  const pass = (await openPass(registered.id)).split(";")[0] ?? ""
  cookie = `${draft.cookie}; ${pass}`
  token = (await aPending(office)).token
})

const real = (address: string): string =>
  `/${address.replace(":code", "knock").replace(":token", token).replace("*", "nowhere")}`

const written = async () => ({
  petitions: await db().petition.count(),
  letters: await db().letter.count(),
  responses: await db().response.count(),
  events: await db().event.count(),
})

describe("a form of another site", () => {
  test.each(NOT_STAFF)("/%s", async (address) => {
    const before = await written()
    const request = post(real(address), {}, cookie)
    request.headers.set("origin", "https://evil.test")
    const status = await statusAt(request)
    expect(status === 302 && LEADS_BACK.includes(address) ? 303 : status).toBe(answerOf(address))
    expect(await written(), "nothing happened").toEqual(before)
  })
})
