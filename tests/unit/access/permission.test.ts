import { describe, expect, test } from "vitest"
import { PERMISSIONS, mayDo, ROLES } from "~/domain/access/permission"
import { returnPath } from "~/domain/access/sign-in"

const allowed = (role: (typeof ROLES)[number]) =>
  PERMISSIONS.filter((permission) => mayDo(role, permission))

describe("who may do what", () => {
  test("every role × action is as the office decided", () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, allowed(role)]))).toMatchSnapshot()
  })

  test("an administrator reads no case and no answer", () => {
    expect(
      allowed("administrator").filter((permission) =>
        /^(petition|survey|finding|trend)/.test(permission),
      ),
    ).toEqual([])
  })

  test("only the director approves a plan", () => {
    expect(ROLES.filter((role) => mayDo(role, "plan.approve"))).toEqual(["director"])
  })

  test("a case officer approves nothing", () => {
    expect(allowed("case_officer").filter((permission) => permission.includes("approve"))).toEqual(
      [],
    )
  })
})

describe("after signing in one goes back", () => {
  test.each(["/staff", "/staff/petitions?status=accepted&page=2"])(
    "to %s, a path of this portal",
    (path) => {
      expect(returnPath(path)).toBe(path)
    },
  )

  test.each([
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "javascript:alert(1)",
    "",
    "/a b",
    null,
  ])("never to %s", (path) => {
    expect(returnPath(path)).toBe("/staff")
  })
})
