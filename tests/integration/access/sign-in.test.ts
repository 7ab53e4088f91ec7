import { describe, expect, test } from "vitest"
import { LIMITS } from "~/domain/access/limits"
import type { Role } from "~/domain/access/permission"
import { readAccessNotices } from "~/server/access/notices.server"
import { changePassword, openAccount, signIn } from "~/server/access/accounts.server"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { countOf } from "~/server/tools/throttle.server"
import { findSignedIn, requireStaff } from "~/server/access/session.server"
import { useDatabase } from "../../support/database"
import { granted } from "../../support/outcomes"
import { anOffice, aStaff, signedIn, visit } from "../../support/people"

useDatabase()

const AT = new Date("2026-11-20T09:00:00+08:00")
const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

const PASSWORD = "correct horse battery"

async function anAccount(username: string) {
  const office = await anOffice()
  const account = await openAccount({
    officeId: office.id,
    sectionId: null,
    username,
    name: "林課長",
    email: "chief@example.gov.tw",
    role: "section_chief",
    password: PASSWORD,
  })
  return { ...account, office }
}

/** A try from an address, in a browser with those cookies. */
const tryFrom = (address: string, username: string, password = "wrong", cookie = "") =>
  signIn({ username, password }, visit("/staff/sign-in", cookie, { "x-client-address": address }))

const failTimes = async (username: string, times: number, address = "192.0.2.1", cookie = "") => {
  for (let time = 0; time < times; time += 1) {
    expect((await atTime(AT, () => tryFrom(address, username, "wrong", cookie))).ok).toBe(false)
  }
}

/** The Cookie header of a browser in which this person signed in from that address. */
async function browserOf(username: string, address: string, cookie = ""): Promise<string> {
  const signed = await atTime(AT, () => tryFrom(address, username, PASSWORD, cookie))
  if (!signed.ok) throw new Error("refused")
  return signed.value.cookies.map((one) => one.split(";")[0]).join("; ")
}

describe("signing in", () => {
  test("the right password opens a session whose token is not in the database", async () => {
    await anAccount("right")
    const cookie = await browserOf("right", "192.0.2.9")
    const seen = await atTime(AT, () => findSignedIn(visit("/staff", cookie)))
    expect(seen).toMatchObject({ role: "section_chief" })
    const kept = await db().staffSession.findMany()
    expect(kept.every(({ id }) => /^[0-9a-f]{64}$/.test(id) && !cookie.includes(id))).toBe(true)
  })

  test("a wrong password and an unknown name are refused in the same words", async () => {
    await anAccount("known")
    expect(await tryFrom("192.0.2.2", "known")).toEqual(await tryFrom("192.0.2.2", "nobody"))
  })

  test("after four failures the right password still signs in, and they are forgotten", async () => {
    await anAccount("four")
    await failTimes("four", 4)
    await browserOf("four", "192.0.2.1")
    await failTimes("four", 4)
    await browserOf("four", "192.0.2.1")
  })

  test("after five failures from an address the account is locked there for fifteen minutes, also for the right password", async () => {
    await anAccount("five")
    await failTimes("five", 5, "192.0.2.5")
    const tryAt = (minutes: number) =>
      atTime(minutesLater(minutes), () => tryFrom("192.0.2.5", "five", PASSWORD))
    expect((await tryAt(1)).ok).toBe(false)
    expect((await tryAt(14)).ok).toBe(false)
    expect((await tryAt(15)).ok).toBe(true)
  })

  test("the fifteen minutes begin with the fifth failure, not with the first", async () => {
    await anAccount("late")
    await failTimes("late", 4, "192.0.2.6")
    await atTime(minutesLater(14), () => tryFrom("192.0.2.6", "late"))
    const tryAt = (minutes: number) =>
      atTime(minutesLater(minutes), () => tryFrom("192.0.2.6", "late", PASSWORD))
    expect((await tryAt(28)).ok).toBe(false)
    expect((await tryAt(29)).ok).toBe(true)
  })

  test("a stranger's failures at one address leave the account open at every other", async () => {
    await anAccount("director")
    await failTimes("director", 20, "198.51.100.1")
    const elsewhere = await atTime(AT, () => tryFrom("192.0.2.7", "director", PASSWORD))
    expect(elsewhere.ok).toBe(true)
  })

  test("a device that signed in before opens although its own address is locked", async () => {
    await anAccount("known-device")
    const cookie = await browserOf("known-device", "192.0.2.8")
    await failTimes("known-device", 20, "192.0.2.8")
    const strange = await atTime(AT, () => tryFrom("192.0.2.8", "known-device", PASSWORD))
    expect(strange).toMatchObject({ problems: [{ code: "too-many-tries" }] })
    await browserOf("known-device", "192.0.2.8", cookie)
  })

  test("a known device is locked by its own failures, and spares only its own people", async () => {
    await anAccount("careless")
    await anAccount("colleague")
    const cookie = await browserOf("careless", "192.0.2.10")
    await failTimes("careless", 5, "192.0.2.10", cookie)
    const tryWith = (username: string, kept: string) =>
      atTime(AT, () => tryFrom("192.0.2.10", username, PASSWORD, kept))
    expect((await tryWith("careless", cookie)).ok).toBe(false)
    expect((await tryWith("careless", "")).ok).toBe(true)
    await failTimes("colleague", 5, "192.0.2.10", cookie)
    expect((await tryWith("colleague", cookie)).ok).toBe(false)
  })

  test("a forged device is none", async () => {
    const { id } = await anAccount("forged")
    const people = Buffer.from(JSON.stringify([{ staffId: id, key: "x" }])).toString("base64")
    await failTimes("forged", 20, "192.0.2.11")
    const forged = await atTime(AT, () =>
      tryFrom("192.0.2.11", "forged", PASSWORD, `minyi_device=${people}.sig`),
    )
    expect(forged.ok).toBe(false)
  })

  test("five wrong tries at once lock the account as five in a row do", async () => {
    await anAccount("at-once")
    await Promise.all(Array.from({ length: 5 }, () => tryFrom("192.0.2.12", "at-once")))
    expect((await tryFrom("192.0.2.12", "at-once", PASSWORD)).ok).toBe(false)
  })

  test("ends the session that this browser had before, and no other", async () => {
    await anAccount("one")
    await anAccount("two")
    const first = await browserOf("one", "192.0.2.13")
    const other = await browserOf("one", "192.0.2.14")
    await browserOf("two", "192.0.2.13", first)
    const seenWith = (cookie: string) => atTime(AT, () => findSignedIn(visit("/staff", cookie)))
    expect(await seenWith(first)).toBeNull()
    expect(await seenWith(other)).not.toBeNull()
  })
})

describe("an attack on an account from many addresses", () => {
  /** Five failures from each address: more are refused there. */
  const attack = async (username: string, addresses: number) => {
    for (let nth = 0; nth < addresses; nth += 1) await failTimes(username, 5, `203.0.113.${nth}`)
  }

  test("is braked for strange devices after a hundred failures, spares known ones, and ends after an hour", async () => {
    await anAccount("braked")
    const cookie = await browserOf("braked", "192.0.2.20")
    await attack("braked", 20)
    const tryAt = (minutes: number, kept = "") =>
      atTime(minutesLater(minutes), () => tryFrom("192.0.2.21", "braked", PASSWORD, kept))
    expect((await tryAt(59)).ok).toBe(false)
    expect((await tryAt(1, cookie)).ok).toBe(true)
    expect((await tryAt(60)).ok).toBe(true)
  })

  test("needs more than one address, however often that one tries", async () => {
    const { id } = await anAccount("one-attacker")
    for (let nth = 0; nth < 6; nth += 1) {
      const at = minutesLater(nth * 16)
      for (let time = 0; time < 20; time += 1)
        await atTime(at, () => tryFrom("198.51.100.9", "one-attacker"))
    }
    const counted = await atTime(minutesLater(81), () => countOf("sign-in-everywhere", id))
    expect(counted).toBeLessThan(LIMITS["sign-in-everywhere"].most)
  }, 120_000)

  test("is an event of the office once, at the twentieth failure", async () => {
    const { id, office } = await anAccount("watched")
    const seenBy = async (role: Role) =>
      atTime(AT, async () => readAccessNotices(await aStaff(office, role)))
    await attack("watched", 3)
    await failTimes("watched", 4, "203.0.113.77")
    const kinds = async () =>
      (await db().event.findMany({ where: { topic: "staff", subjectId: id } })).filter(
        ({ kind }) => kind === "staff.sign-in-attacked",
      )
    expect(await kinds()).toHaveLength(0)
    expect((await seenBy("director")).attacked).toEqual([])
    await failTimes("watched", 6, "203.0.113.78")
    const [told] = await kinds()
    expect(await kinds()).toHaveLength(1)
    expect(told?.officeId).toBe(office.id)
    for (const role of ["director", "secretary", "administrator"] as const)
      expect((await seenBy(role)).attacked).toEqual(["watched"])
    expect((await seenBy("case_officer")).attacked).toEqual([])
    const elsewhere = await aStaff(await anOffice(), "director")
    expect((await atTime(AT, () => readAccessNotices(elsewhere))).attacked).toEqual([])
  })
})

test("names that do not exist make no rows of their own", async () => {
  const before = await db().attempt.count()
  for (let nth = 0; nth < 4; nth += 1) await tryFrom("198.51.100.30", `made-up-${nth}`)
  const [first] = [await db().attempt.count()]
  for (let nth = 4; nth < 8; nth += 1) await tryFrom("198.51.100.30", `made-up-${nth}`)
  expect(await db().attempt.count()).toBe(first)
  expect((first ?? 0) - before).toBeLessThanOrEqual(3)
})

describe("a session", () => {
  test("ends everywhere else when its person changes the password", async () => {
    await anAccount("changing")
    const password = "correct horse battery"
    const open = async (secret = password) => {
      const opened = granted(
        await signIn({ username: "changing", password: secret }, visit("/staff/sign-in")),
      )
      return opened.cookies[0]?.split(";")[0] ?? ""
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
