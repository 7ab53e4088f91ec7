import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"

const friday = calendarDate("2026-11-20")

describe("a date in words", () => {
  test.each([
    ["zh-TW", "115年11月20日（五）"],
    ["en", "Fri, 20 November 2026"],
    ["vi", "20 tháng 11, 2026"],
    ["id", "20 November 2026"],
    ["xx", "115年11月20日（五）"],
  ])("in %s", (locale, words) => {
    expect(dateInWords(friday, locale)).toContain(words.replace("Fri, ", ""))
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
