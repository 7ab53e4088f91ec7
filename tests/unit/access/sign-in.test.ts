import { describe, expect, test } from "vitest"
import { decideSignIn, type SignInTry } from "~/domain/access/sign-in"

const RIGHT: SignInTry = {
  passwordIsRight: true,
  isActive: true,
  failuresHere: 0,
  failuresEverywhere: 0,
  isKnownDevice: false,
}
const opens = (asked: Partial<SignInTry>) => decideSignIn({ ...RIGHT, ...asked }).ok

describe("a try to sign in", () => {
  test.each<[string, Partial<SignInTry>, boolean]>([
    ["with the right password", {}, true],
    ["with a wrong one", { passwordIsRight: false }, false],
    ["to a closed account", { isActive: false }, false],
    ["after four failures here", { failuresHere: 4 }, true],
    ["after five failures here", { failuresHere: 5 }, false],
    ["after five failures on the known device", { failuresHere: 5, isKnownDevice: true }, false],
    ["after 99 failures everywhere", { failuresEverywhere: 99 }, true],
    ["after 100 failures everywhere", { failuresEverywhere: 100 }, false],
    ["the same on a known device", { failuresEverywhere: 100, isKnownDevice: true }, true],
  ])("%s opens: %s", (_case, asked, expected) => {
    expect(opens(asked)).toBe(expected)
  })

  test("is refused in the same words whatever was wrong", () => {
    const wrong = [{ passwordIsRight: false }, { isActive: false }, { failuresHere: 5 }]
    const answers = wrong.map((asked) => decideSignIn({ ...RIGHT, ...asked }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })
})
