import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { isOverdue, wasInTime, workingDaysLeft } from "~/domain/deadline/time-left"
import { officialCalendar } from "./calendar-samples"

const calendar = officialCalendar()
const friday = calendarDate("2026-11-20")

describe("late means the day after", () => {
  test.each([
    ["2026-11-19", false],
    ["2026-11-20", false],
    ["2026-11-21", true],
  ])("due on the 20th, seen on %s: overdue is %s", (today, overdue) => {
    expect(isOverdue(friday, calendarDate(today))).toBe(overdue)
    expect(wasInTime(friday, calendarDate(today))).toBe(!overdue)
  })
})

describe("working days left", () => {
  test.each([
    ["2026-11-18", 2],
    ["2026-11-19", 1],
    ["2026-11-20", 0],
    ["2026-11-21", -1],
    ["2026-11-22", -1],
    ["2026-11-23", -1],
    ["2026-11-24", -2],
  ])("due on Friday the 20th, seen on %s: %i", (today, left) => {
    expect(workingDaysLeft(friday, calendarDate(today), calendar)).toBe(left)
  })

  test("nothing is said where the calendar does not reach", () => {
    expect(
      workingDaysLeft(calendarDate("2028-01-05"), calendarDate("2027-12-30"), calendar),
    ).toBeNull()
  })
})
