import { describe, expect, test } from "vitest"
import { changePassword, openAccount, signIn } from "~/server/access/accounts.server"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { findSignedIn, requireStaff } from "~/server/access/session.server"
import { useDatabase } from "../../support/database"
import { granted } from "../../support/outcomes"
import { anOffice, aStaff, signedIn, visit } from "../../support/people"

useDatabase()

const AT = new Date("2026-11-20T09:00:00+08:00")
const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

async function anAccount(username: string) {
  const office = await anOffice()
  await openAccount({
    officeId: office.id,
    sectionId: null,
    username,
    name: "林課長",
    email: "chief@example.gov.tw",
    role: "section_chief",
    password: "correct horse battery",
  })
}

const failTimes = async (username: string, times: number) => {
  for (let time = 0; time < times; time += 1) {
    expect((await atTime(AT, () => signIn(username, "wrong"))).ok).toBe(false)
  }
}

describe("signing in", () => {
  test("the right password opens a session whose token is not in the database", async () => {
    await anAccount("right")
    const session = await signIn("right", "correct horse battery")
    expect(session.ok).toBe(true)
    const cookie = session.ok ? (session.value.cookie.split(";")[0] ?? "") : ""
    expect(await findSignedIn(visit("/staff", cookie))).toMatchObject({ role: "section_chief" })
    const kept = await db().staffSession.findMany()
    expect(kept.every(({ id }) => /^[0-9a-f]{64}$/.test(id) && !cookie.includes(id))).toBe(true)
  })

  test("a wrong password and an unknown name are refused in the same words", async () => {
    await anAccount("known")
    expect(await signIn("known", "wrong")).toEqual(await signIn("nobody", "wrong"))
  })

  test("after four failures the right password still signs in", async () => {
    await anAccount("four")
    await failTimes("four", 4)
    expect((await atTime(AT, () => signIn("four", "correct horse battery"))).ok).toBe(true)
  })

  test("after five failures the account is locked, also for the right password, and for fifteen minutes", async () => {
    await anAccount("five")
    await failTimes("five", 5)
    const tryAt = (minutes: number) =>
      atTime(minutesLater(minutes), () => signIn("five", "correct horse battery"))
    expect((await tryAt(1)).ok).toBe(false)
    expect((await tryAt(14)).ok).toBe(false)
    expect((await tryAt(15)).ok).toBe(true)
  })

  test("a locked account is refused in the same words as a name that does not exist", async () => {
    await anAccount("locked")
    await failTimes("locked", 5)
    const locked = await atTime(minutesLater(1), () => signIn("locked", "correct horse battery"))
    expect(locked).toEqual(await signIn("nobody", "wrong"))
  })

  test("five wrong tries at once lock the account as five in a row do", async () => {
    await anAccount("at-once")
    await Promise.all(Array.from({ length: 5 }, () => signIn("at-once", "wrong")))
    expect((await signIn("at-once", "correct horse battery")).ok).toBe(false)
  })
})

describe("a session", () => {
  test("ends everywhere else when its person changes the password", async () => {
    await anAccount("changing")
    const password = "correct horse battery"
    const open = async (secret = password) => {
      const opened = granted(await signIn("changing", secret))
      return opened.cookie.split(";")[0] ?? ""
    }
    const [here, elsewhere] = [await open(), await open()]
    const person = await findSignedIn(visit("/staff", here))
    if (!person) throw new Error("Not signed in.")
    const typed = { currentPassword: password, newPassword: "another horse battery" }
    const kept = granted(await changePassword(person, typed)).split(";")[0] ?? ""
    expect(await findSignedIn(visit("/staff", elsewhere))).toBeNull()
    expect(await findSignedIn(visit("/staff", here))).toBeNull()
    expect(await findSignedIn(visit("/staff", kept))).not.toBeNull()
    expect(await findSignedIn(visit("/staff", await open(typed.newPassword)))).not.toBeNull()
  })

  test("ends after an hour without use, and after twelve hours in any case", async () => {
    const staff = await aStaff(await anOffice(), "director")
    const cookie = await atTime(AT, () => signedIn(staff))
    const seenAt = (minutes: number) =>
      atTime(minutesLater(minutes), () => findSignedIn(visit("/staff", cookie)))
    expect(await seenAt(59)).not.toBeNull()
    expect(await seenAt(59 + 61)).toBeNull()
    const busy = await atTime(AT, () => signedIn(staff))
    for (let minutes = 30; minutes < 720; minutes += 30) {
      await atTime(minutesLater(minutes), () => findSignedIn(visit("/staff", busy)))
    }
    expect(
      await atTime(minutesLater(719), () => findSignedIn(visit("/staff", busy))),
    ).not.toBeNull()
    expect(await atTime(minutesLater(720), () => findSignedIn(visit("/staff", busy)))).toBeNull()
  })

  test("of a closed account is worth nothing", async () => {
    const staff = await aStaff(await anOffice(), "director")
    const cookie = await signedIn(staff)
    await db().staff.update({ where: { id: staff.id }, data: { isActive: false } })
    expect(await findSignedIn(visit("/staff", cookie))).toBeNull()
  })

  test("without one the visitor is led to the sign-in page and back", async () => {
    const refusal = await requireStaff(visit("/staff/plans?page=2"), "plan.view").catch(
      (thrown) => thrown,
    )
    expect(refusal.headers.get("Location")).toBe("/staff/sign-in?to=%2Fstaff%2Fplans%3Fpage%3D2")
  })

  test("does not permit what the role may not do", async () => {
    const staff = await aStaff(await anOffice(), "case_officer")
    const refusal = await requireStaff(
      visit("/staff", await signedIn(staff)),
      "plan.approve",
    ).catch((thrown) => thrown)
    expect(refusal.status).toBe(403)
  })
})
