import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import {
  daysOf,
  firstDayOf,
  isPeriod,
  lastDayOf,
  parsePeriod,
  period,
  periodOf,
  periodsBetween,
  samePeriodLastYear,
  shiftPeriod,
  unitOf,
  widerPeriod,
} from "~/domain/statistics/period"
import { granted, refusal } from "../../support/outcomes"

const units = ["month", "quarter", "half", "year"] as const

describe("the period of a day", () => {
  test.each([
    ["2026-11-20", ["115-11", "115-Q4", "115-H2", "115"]],
    ["2026-06-30", ["115-06", "115-Q2", "115-H1", "115"]],
    ["2026-07-01", ["115-07", "115-Q3", "115-H2", "115"]],
    ["2010-12-31", ["099-12", "099-Q4", "099-H2", "099"]],
    ["2011-01-01", ["100-01", "100-Q1", "100-H1", "100"]],
  ])("%s lies in %j", (day, codes) => {
    expect(units.map((unit) => periodOf(calendarDate(day), unit))).toEqual(codes)
  })

  test("before the republic there is none", () => {
    expect(periodOf(calendarDate("1912-01-01"), "month")).toBe("001-01")
    expect(() => periodOf(calendarDate("1911-12-31"), "month")).toThrow(RangeError)
  })

  test("holds the day, on its first and on its last, but not the day before or after", () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((n) => {
      const day = new Date(Date.UTC(1912, 0, 1 + n))
      return calendarDate(day.toISOString().slice(0, 10))
    })
    fc.assert(
      fc.property(days, fc.constantFrom(...units), (day, unit) => {
        const code = periodOf(day, unit)
        expect(unitOf(code)).toBe(unit)
        expect(firstDayOf(code) <= day && day <= lastDayOf(code)).toBe(true)
        expect(periodOf(lastDayOf(code), unit)).toBe(code)
        expect(shiftPeriod(code, 1) > code).toBe(true)
        expect(firstDayOf(shiftPeriod(code, 1)) > lastDayOf(code)).toBe(true)
      }),
    )
  })
})

describe("periods", () => {
  test("follow each other across the year's end", () => {
    expect(shiftPeriod(period("115-12"), 1)).toBe("116-01")
    expect(shiftPeriod(period("115-Q1"), -1)).toBe("114-Q4")
    expect(shiftPeriod(period("115-H1"), 3)).toBe("116-H2")
    expect(shiftPeriod(period("115"), -16)).toBe("099")
    expect(periodsBetween(period("114-11"), period("115-02"))).toBe(3)
    expect(periodsBetween(period("114-11"), period("115-Q1"))).toBeNaN()
  })

  test("have the same one a year before", () => {
    expect(
      ["115-11", "115-Q4", "115-H2", "115"].map((code) => samePeriodLastYear(period(code))),
    ).toEqual(["114-11", "114-Q4", "114-H2", "114"])
  })

  test("lie in wider ones, never in narrower", () => {
    expect(widerPeriod(period("115-11"), "quarter")).toBe("115-Q4")
    expect(widerPeriod(period("115-Q2"), "half")).toBe("115-H1")
    expect(widerPeriod(period("115-01"), "year")).toBe("115")
    expect(() => widerPeriod(period("115"), "month")).toThrow(RangeError)
  })

  test("know their days, leap years too", () => {
    expect(daysOf(period("113-02"))).toBe(29)
    expect(daysOf(period("114-02"))).toBe(28)
    expect(lastDayOf(period("115-Q4"))).toBe("2026-12-31")
    expect(daysOf(period("113"))).toBe(366)
  })

  test.each([
    "",
    "115-13",
    "115-00",
    "115-Q5",
    "115-H3",
    "15-01",
    "2026-11",
    "115-1",
    "000",
    "115-11 ",
  ])("%j is none", (text) => {
    expect(isPeriod(text)).toBe(false)
    expect(refusal(parsePeriod(text))).toBe("not-a-period")
    expect(() => period(text)).toThrow(RangeError)
  })

  test("that are written well are accepted", () => {
    expect(granted(parsePeriod("115-Q4"))).toBe("115-Q4")
  })
})
