import { describe, expect, test } from "vitest"
import { localeOf } from "~/server/tools/locale.server"

const asks = (header: string) =>
  localeOf(
    new Request("http://portal.test/", { headers: header ? { "accept-language": header } : {} }),
  )

describe("the language of a first visit", () => {
  test.each([
    ["zh-TW,zh;q=0.9,en;q=0.8", "zh-TW"],
    ["zh-CN", "zh-TW"],
    ["vi-VN,vi;q=0.9", "vi"],
    ["th-TH,id;q=0.5", "id"],
    ["th-TH,th;q=0.9", "en"],
    ["ja", "en"],
    ["*", "zh-TW"],
    ["", "zh-TW"],
  ])("%s reads %s", (header, locale) => {
    expect(asks(header)).toBe(locale)
  })
})
