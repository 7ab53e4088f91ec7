import { expect, test } from "vitest"
import { mailboxOf } from "~/domain/petition/filing/mailbox"

test.each([
  ["ming@example.tw", "ming@example.tw"],
  ["Ming@Example.TW", "ming@example.tw"],
  ["ming+1@example.tw", "ming@example.tw"],
  ["ming+a+b@example.tw", "ming@example.tw"],
  ["ｍｉｎｇ@example.tw", "ming@example.tw"],
  ["+ming@example.tw", "+ming@example.tw"],
  ["m.i.n.g@example.tw", "m.i.n.g@example.tw"],
  ["m.i.n.g+x@gmail.com", "ming@gmail.com"],
  ["ming@googlemail.com", "ming@gmail.com"],
])("%s reaches %s", (typed, mailbox) => {
  expect(mailboxOf(typed)).toBe(mailbox)
})
