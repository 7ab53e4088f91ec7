import { describe, expect, test } from "vitest"
import { yearView } from "~/domain/deadline/year-view"
import { officialCalendar } from "./calendar-samples"

describe("a year of the office's days", () => {
  const months = yearView(officialCalendar(), 2026)

  test("has twelve months and as many working days as the official file", () => {
    expect(months).toHaveLength(12)
    expect(months.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(245)
  })

  test("puts each day under its weekday, and nothing of another month", () => {
    const november = months[10]
    expect(november?.weeks[0]?.[0]?.date).toBe("2026-11-01") // a Sunday
    expect(november?.weeks.at(-1)?.map((day) => day?.date.slice(8) ?? null)).toEqual([
      "29",
      "30",
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test("counts a typhoon day off", () => {
    const closed = officialCalendar({ "2026-11-23": { kind: "closed", reason: "颱風" } })
    expect(yearView(closed, 2026)[10]?.workingDays).toBe((months[10]?.workingDays ?? 0) - 1)
  })

  test("shows days of a year that was not imported as not known", () => {
    expect(yearView(officialCalendar(), 2028).every(({ workingDays }) => workingDays === 0)).toBe(
      true,
    )
    expect(
      yearView(officialCalendar(), 2028)[0]
        ?.weeks.flat()
        .find((day) => day)?.status,
    ).toBeNull()
  })
})
