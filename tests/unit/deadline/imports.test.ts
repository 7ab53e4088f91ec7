import { describe, expect, test } from "vitest"
import { CALENDAR_READERS, readCalendar } from "~/domain/deadline/imports/readers"
import { officialFile } from "./calendar-samples"

const bytesOf = (text: string) => new TextEncoder().encode(text)
const withoutMark = officialFile("2026-utf8-bom").slice(3)

describe("a calendar file", () => {
  test.each([
    ["UTF-8 with its mark", officialFile("2026-utf8-bom"), 2026],
    ["UTF-8 without its mark", withoutMark, 2026],
    ["the corrected one of 2025", officialFile("2025-corrected-utf8-bom"), 2025],
    ["Big5", officialFile("2025-updated-big5"), 2025],
  ])("in %s is recognised by one reader, and read", (_format, bytes, year) => {
    expect(CALENDAR_READERS.filter((reader) => reader.recognises(bytes))).toHaveLength(1)
    expect(readCalendar(bytes)).toMatchObject({ ok: true, value: { year } })
  })

  test("that is recognised and wrong inside is refused with the line", () => {
    const torn = bytesOf(new TextDecoder().decode(withoutMark).replace(",六,2,", ",日,2,"))
    expect(CALENDAR_READERS.some((reader) => reader.recognises(torn))).toBe(true)
    expect(readCalendar(torn)).toMatchObject({ problems: [{ code: "calendar-wrong-weekday" }] })
  })

  test.each([
    ["nothing", new Uint8Array(), "calendar-empty"],
    ["a web page", bytesOf("<!doctype html>"), "calendar-is-web-page"],
    ["a web page in Big5", new Uint8Array([60, 112, 62, 0xa4, 0xa4]), "calendar-is-web-page"],
    ["the file for Google", bytesOf("Subject,Start Date\r\n"), "calendar-google-format"],
    ["a picture", new Uint8Array([137, 80, 78, 71]), "calendar-wrong-header"],
  ])("that is %s is recognised by nobody, and told why", (_what, bytes, code) => {
    expect(CALENDAR_READERS.some((reader) => reader.recognises(bytes))).toBe(false)
    expect(readCalendar(bytes)).toMatchObject({ problems: [{ code }] })
  })
})
