import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { changePassword, hashPassword, openAccount } from "~/server/access/accounts.server"
import { findSignedIn } from "~/server/access/session.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, signedIn, visit } from "../../support/people"

useDatabase()

const CURRENT = "correct horse battery"
const NEXT = "mountain-teapot-violet"

let staff: Staff
beforeEach(async () => {
  staff = await aStaff(await anOffice("臺北市松山區戶政事務所"), "director", "林志明")
  const passwordHash = await hashPassword(CURRENT)
  await db().staff.update({ where: { id: staff.id }, data: { passwordHash } })
})

const change = (currentPassword: string, newPassword = NEXT) =>
  changePassword(staff, { currentPassword, newPassword })
const codeOf = async (changed: ReturnType<typeof change>) => {
  const outcome = await changed
  return outcome.ok ? "changed" : outcome.problems[0]?.code
}

describe("changing the password", () => {
  test("ends every session of that person, and no other person's", async () => {
    const colleague = await aStaff(await anOffice(), "director")
    const [here, elsewhere, theirs] = [
      await signedIn(staff),
      await signedIn(staff),
      await signedIn(colleague),
    ]
    const changed = await change(CURRENT)
    const next = changed.ok ? (changed.value.split(";")[0] ?? "") : ""
    expect(await findSignedIn(visit("/staff", here))).toBeNull()
    expect(await findSignedIn(visit("/staff", elsewhere))).toBeNull()
    expect(await findSignedIn(visit("/staff", theirs))).not.toBeNull()
    expect(await findSignedIn(visit("/staff", next))).toMatchObject({ id: staff.id })
  })

  test("lets somebody who holds the session guess the current one five times, no more", async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await codeOf(change(`guess ${time}`))).toBe("wrong-password")
    }
    expect(await codeOf(change("guess 5"))).toBe("too-many-tries")
    expect(await codeOf(change(CURRENT))).toBe("too-many-tries")
  })

  test("counts only what was wrong", async () => {
    for (let time = 0; time < 7; time += 1) {
      expect(await codeOf(change(CURRENT, "aaaaaaaaaaaa"))).toBe("common-password")
    }
    expect(await codeOf(change(CURRENT))).toBe("changed")
  })

  test.each([
    "minyi-demo-2026",
    "qwertyuiop12",
    "林志明林志明林志明林志明",
    "臺北市松山區戶政事務所2026",
  ])("refuses %s, which is guessed first", async (password) => {
    expect(await codeOf(change(CURRENT, password))).toBe("common-password")
  })
})

test("an account is opened with the password that was given, kept only as argon2id", async () => {
  const office = await anOffice()
  const { id } = await openAccount({
    ...{ officeId: office.id, sectionId: null, username: "opened", name: "王小明" },
    ...{ email: "w@example.gov.tw", role: "director", password: CURRENT },
  })
  const { passwordHash } = await db().staff.findUniqueOrThrow({ where: { id } })
  expect(passwordHash).toMatch(/^\$argon2id\$/)
})
