import { expect, test } from "vitest"
import { typedCode } from "~/domain/survey/channel"

test.each([
  ["zz-counter", "zz-counter"],
  [" ZZ-Counter ", "zz-counter"],
  ["ＺＺ－ＣＯＵＮＴＥＲ", "zz-counter"],
  ["https://minyi.example/s/zz-counter?x=1", "zz-counter"],
  ["minyi.example/s/ZZ-COUNTER/", "zz-counter"],
  ["", ""],
])("%j typed for a code is %j", (typed, code) => {
  expect(typedCode(typed)).toBe(code)
})
