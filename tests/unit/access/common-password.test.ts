import { describe, expect, test } from "vitest"
import { isCommonPassword } from "~/domain/access/common-password"

const ABOUT = [
  "zz-director",
  "林志明",
  "zz",
  "臺北市中正區戶政事務所",
  "Zhongzheng District Household",
]

describe("a password that is guessed first", () => {
  test.each([
    "minyi-demo-2026",
    "MINYI-DEMO-2026",
    "correct horse battery staple",
    "aaaaaaaaaaaa",
    "111111111111",
    "abcabcabcabc",
    "哈哈哈哈哈哈哈哈哈哈哈哈",
    "123456789012",
    "098765432109",
    "abcdefghijklmnop",
    "qwertyuiop[]",
    "poiuytrewq12",
    "1qaz2wsx3edc",
    "!QAZ2wsx#EDC",
    "1q2w3e4r5t6y",
    "zaq12wsxcde3",
    "password1234",
    "P@ssw0rd2026",
    "passwordpassword",
    "Password-2026!",
    "admin@123456",
    "administrator1",
    "taipei2026taipei",
    "minyi20261120",
    "changeme-2026",
    "zz-director-2026",
    "director123456",
    "林志明林志明林志明林志明",
    "臺北市中正區戶政事務所",
    "zhongzheng-1234",
    "            ",
    "!!!!!!!!!!!!",
    "iloveyou5201314".slice(0, 12),
  ])("%s", (password) => {
    expect(isCommonPassword(password, ABOUT)).toBe(true)
  })
})

describe("a password that must be guessed", () => {
  test.each([
    "correct horse battery",
    "mountain-teapot-violet",
    "我家門前有小河後面有山坡",
    "Tk7#vR2m!xQ9",
    "4KXW7NRPD6TA",
    "four blue lamps at noon",
    "jiu dian ban qu chi mian",
  ])("%s", (password) => {
    expect(isCommonPassword(password, ABOUT)).toBe(false)
  })
})
