import { describe, expect, test } from "vitest"
import {
  type AccountRecord,
  decideNewPassword,
  openedAccount,
} from "~/domain/access/account-change"

const person = { id: "s", name: "王小明", role: "case_officer", officeId: "zz" } as const
const account: AccountRecord = {
  ...{ ...person, passwordHash: "old" },
  isActive: true,
}

test("a new account is active, and the history keeps its role", () => {
  expect(openedAccount({ ...person, passwordHash: "old" })).toEqual({
    next: account,
    events: [{ kind: "staff.account-opened", detail: { role: "case_officer" } }],
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
