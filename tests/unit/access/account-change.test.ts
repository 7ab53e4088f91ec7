import { describe, expect, test } from "vitest"
import {
  type AccountRecord,
  decideNewPassword,
  openedAccount,
  triedSignIn,
} from "~/domain/access/account-change"

const now = new Date("2026-11-20T01:00:00Z")
const person = { id: "s", name: "王小明", role: "case_officer", officeId: "zz" } as const
const account: AccountRecord = {
  ...{ ...person, passwordHash: "old" },
  ...{ failedCount: 4, lockedUntil: null, isActive: true },
}

test("a new account is active, and the history keeps its role", () => {
  expect(openedAccount({ ...person, passwordHash: "old" })).toEqual({
    next: { ...account, failedCount: 0 },
    events: [{ kind: "staff.account-opened", detail: { role: "case_officer" } }],
  })
})

describe("a try to sign in", () => {
  test("with the right password forgives the failures", () => {
    expect(triedSignIn(account, true, now)).toMatchObject({
      ...{ next: { failedCount: 0 }, outcome: { ok: true } },
      events: [{ kind: "staff.signed-in" }],
    })
  })

  test("that fails is recorded too, and the fifth locks", () => {
    const lockedUntil = new Date("2026-11-20T01:15:00Z")
    expect(triedSignIn(account, false, now)).toMatchObject({
      ...{ next: { failedCount: 0, lockedUntil }, outcome: { ok: false } },
      events: [{ kind: "staff.sign-in-refused" }],
    })
  })
})

describe("a new password", () => {
  test("takes the place of the one that was checked", () => {
    expect(decideNewPassword(account, { verified: "old", passwordHash: "new" })).toEqual({
      ok: true,
      value: {
        next: { ...account, passwordHash: "new" },
        events: [{ kind: "staff.password-changed", detail: {} }],
      },
    })
  })

  test("is refused when somebody changed it meanwhile", () => {
    expect(decideNewPassword(account, { verified: "older", passwordHash: "new" })).toMatchObject({
      problems: [{ code: "already-changed" }],
    })
  })
})
