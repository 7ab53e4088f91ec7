import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"
import { type Locale, LOCALES } from "~/domain/language"

const friday = calendarDate("2026-11-20")

describe("a date in words", () => {
  const FRIDAY: Record<Locale, RegExp> = {
    "zh-TW": /^115年11月20日（五）$/,
    en: /^Fri,? 20 November 2026$/,
    vi: /20 tháng 11, 2026$/,
    id: /20 November 2026$/,
  }

  test.each(LOCALES)("in %s", (locale) => {
    expect(dateInWords(friday, locale)).toMatch(FRIDAY[locale])
    expect(instantInWords(new Date("2026-11-20T15:05:00+08:00"), locale)).toMatch(
      /3:05$|, 15[:.]05$/,
    )
  })

  test("in a language that we do not speak reads as Chinese", () => {
    expect(dateInWords(friday, "xx")).toMatch(FRIDAY["zh-TW"])
  })

  test.each([
    ["2026-11-20T00:05:00+08:00", "115年11月20日（五）上午12:05"],
    ["2026-11-20T12:05:00+08:00", "115年11月20日（五）下午12:05"],
    ["2026-11-20T15:05:00+08:00", "115年11月20日（五）下午3:05"],
    ["2026-11-20T16:30:00Z", "115年11月21日（六）上午12:30"],
  ])("an instant to the minute, on Taiwan's clocks: %s", (instant, words) => {
    expect(instantInWords(new Date(instant), "zh-TW")).toBe(words)
  })
})
