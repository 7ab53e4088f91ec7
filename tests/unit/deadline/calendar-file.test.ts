import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { changedDays, readCalendarFile } from "~/domain/deadline/calendar-file"
import { officialCalendar, officialFile } from "./calendar-samples"

const utf8 = (name: string) => new TextDecoder("utf-8").decode(officialFile(name))
const big5 = (name: string) => new TextDecoder("big5").decode(officialFile(name))
const official2026 = utf8("2026-utf8-bom")

function daysOf(text: string) {
  const outcome = readCalendarFile(text)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

const problemOf = (text: string) => {
  const outcome = readCalendarFile(text)
  return outcome.ok ? null : outcome.problems[0]
}

describe("the official files", () => {
  test.each([
    ["2025-updated-big5", big5, 2025, 118],
    ["2026-utf8-bom", utf8, 2026, 120],
    ["2027-utf8-bom", utf8, 2027, 121],
  ])("%s is read", (name, decode, year, daysOff) => {
    const file = daysOf(decode(name))
    expect(file.year).toBe(year)
    expect([...file.days.values()].filter((day) => !day.isWorkingDay)).toHaveLength(daysOff)
  })

  test.each([
    [2025, big5("2025-updated-big5")],
    [2026, utf8("2026-utf8-bom")],
    [2027, utf8("2027-utf8-bom")],
  ])("%i agrees day for day with the calendar shipped", (year, text) => {
    const shipped = [...officialCalendar().days].filter(([date]) => date.startsWith(String(year)))
    const flags = (days: Iterable<[string, { isWorkingDay: boolean }]>) =>
      [...days].map(([date, day]) => `${date} ${day.isWorkingDay}`)
    expect(flags(daysOf(text).days)).toEqual(flags(shipped))
  })

  test("a holiday whose note is empty is still off: only the flag decides", () => {
    const file = daysOf(utf8("2025-corrected-utf8-bom"))
    const unnamed = [...file.days.values()].filter((day) => !day.isWorkingDay && day.name === "")
    expect(unnamed.length).toBeGreaterThan(100)
  })
})

describe("what is not a calendar file is refused with its reason", () => {
  const lines = official2026.split("\r\n")
  const withLine = (index: number, text: string) => lines.with(index, text).join("\r\n")

  test.each([
    ["nothing", "", "calendar-empty"],
    ["only a header", `${lines[0]}\r\n`, "calendar-empty"],
    ["a web page", "<!doctype html><html><body>404</body></html>", "calendar-is-web-page"],
    ["the file for Google", "Subject,Start Date,Start Time,End Date\r\n", "calendar-google-format"],
    ["other columns", official2026.replace("是否放假", "放假"), "calendar-wrong-header"],
    ["a row with a column missing", withLine(3, "20260103,六,2"), "calendar-wrong-columns"],
    ["a day that does not exist", withLine(60, "20260229,日,2,"), "calendar-wrong-date"],
    ["a wrong weekday", withLine(1, "20260101,五,2,開國紀念日"), "calendar-wrong-weekday"],
    ["another flag", withLine(2, "20260102,五,1,"), "calendar-wrong-flag"],
    ["a repeated day", withLine(2, lines[1] ?? ""), "calendar-not-consecutive"],
    ["a missing day", lines.toSpliced(100, 1).join("\r\n"), "calendar-not-consecutive"],
    [
      "a missing last day",
      lines.filter((line) => !line.startsWith("20261231")).join("\r\n"),
      "calendar-wrong-length",
    ],
    [
      "a day of the next year",
      `${official2026.trim()}\r\n20270101,五,2,開國紀念日`,
      "calendar-several-years",
    ],
    ["everybody works always", official2026.replaceAll(",2,", ",0,"), "calendar-unlikely-holidays"],
    [
      "a note as long as a letter",
      withLine(1, `20260101,四,2,${"長".repeat(61)}`),
      "calendar-name-too-long",
    ],
  ])("%s", (_what, text, code) => {
    expect(problemOf(text)).toMatchObject({ code, field: "file" })
  })

  test("the line is named", () => {
    expect(problemOf(withLine(2, "20260102,五,1,"))).toMatchObject({ params: { line: 3 } })
  })
})

describe("what a new version changes", () => {
  const before = daysOf(official2026).days

  test("the same file changes nothing", () => {
    expect(changedDays(before, before)).toEqual([])
  })

  test("a first import changes nothing", () => {
    expect(changedDays(new Map(), before)).toEqual([])
  })

  test("a day that became a holiday is listed with both", () => {
    const date = calendarDate("2026-11-23")
    const after = new Map(before).set(date, { isWorkingDay: false, name: "調整放假" })
    expect(changedDays(before, after)).toEqual([
      {
        date,
        before: { isWorkingDay: true, name: "" },
        after: { isWorkingDay: false, name: "調整放假" },
      },
    ])
  })
})
