import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import {
  countDeadline,
  countDeadlines,
  type Deadline,
  dueAfterHours,
} from "~/domain/deadline/count-deadline"
import { PETITION_RULES, THIRTY_WORKING_DAYS, type DeadlineRule } from "~/domain/deadline/rule"
import { officialCalendar } from "./calendar-samples"

const calendar = officialCalendar()
const workingDays = (count: number): DeadlineRule => ({ unit: "working_day", count })
const thirtyDays: DeadlineRule = { unit: "calendar_day", count: 30 }

function counted(received: string, rule: DeadlineRule, days = calendar): Deadline {
  const outcome = countDeadline(calendarDate(received), rule, days)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe("the n-th working day after the day of receipt", () => {
  test.each([
    ["2026-02-13", 3, "2026-02-25", "the nine-day New Year break is skipped"],
    ["2025-01-24", 6, "2025-02-08", "a make-up Saturday is a working day"],
    ["2026-09-24", 1, "2026-09-29", "中秋, a weekend and 教師節 are skipped"],
    ["2026-10-08", 3, "2026-10-14", "a substitute holiday is skipped"],
    ["2027-02-03", 6, "2027-02-18", "a seven-day break is skipped"],
    ["2026-11-20", 1, "2026-11-23", "Friday's day one is Monday"],
    ["2026-11-21", 1, "2026-11-23", "Saturday's day one is Monday too"],
    ["2026-11-22", 1, "2026-11-23", "and Sunday's"],
    ["2026-11-23", 1, "2026-11-24", "Monday's day one is Tuesday"],
  ])("received on %s with %i days: due on %s, because %s", (received, count, due) => {
    expect(counted(received, workingDays(count)).dueOn).toBe(due)
  })

  test("a count that reaches past the last imported year is refused with the year", () => {
    expect(countDeadline(calendarDate("2027-12-30"), workingDays(1), calendar)).toEqual({
      ok: false,
      problems: [{ code: "calendar-missing", params: { year: 2028 } }],
    })
  })

  test("a count that ends on the last imported day is not refused", () => {
    expect(counted("2027-12-29", workingDays(1)).dueOn).toBe("2027-12-30")
  })
})

describe("thirty calendar days and 行政程序法 §48 IV", () => {
  test.each([
    ["2026-01-22", "2026-02-23", "noon", "the 30th day is a Saturday"],
    ["2026-08-26", "2026-09-29", "end-of-day", "the 30th day is 中秋"],
    ["2025-01-09", "2025-02-08", "end-of-day", "the 30th day is a working Saturday"],
    ["2026-11-20", "2026-12-21", "end-of-day", "the 30th day is a Sunday"],
    ["2026-11-18", "2026-12-18", "end-of-day", "the 30th day is a Friday"],
    ["2026-11-19", "2026-12-21", "noon", "the 30th day is a Saturday again"],
    ["2025-09-12", "2025-10-13", "end-of-day", "the 30th day is a Sunday"],
    ["2026-08-27", "2026-09-29", "end-of-day", "the Monday after the Saturday is 教師節"],
    ["2027-11-25", "2027-12-27", "noon", "the Saturday is a holiday by name as well"],
  ])("received on %s: due on %s until %s, because %s", (received, due, until) => {
    expect(counted(received, thirtyDays)).toMatchObject({ dueOn: due, until })
  })

  test("a Saturday goes no further than the Sunday when the office opens on it", () => {
    const days = officialCalendar({ "2026-12-20": { kind: "open", reason: "選務" } })
    expect(counted("2026-11-19", thirtyDays, days)).toMatchObject({
      dueOn: "2026-12-20",
      until: "end-of-day",
    })
  })

  test("a typhoon day at the end of the period shifts it", () => {
    const days = officialCalendar({ "2026-12-18": { kind: "closed", reason: "颱風" } })
    expect(counted("2026-11-18", thirtyDays, days)).toMatchObject({
      dueOn: "2026-12-21",
      until: "end-of-day",
    })
  })

  test("a shift past the last imported year is refused", () => {
    // 2027-12-31 is off; the day after it is not known.
    expect(countDeadline(calendarDate("2027-12-01"), thirtyDays, calendar)).toMatchObject({
      ok: false,
    })
  })
})

describe("weeks, months, years and hours (§48 I–III)", () => {
  test.each([
    ["2026-11-20", "week", 2, "2026-12-04"],
    ["2026-11-20", "month", 1, "2026-12-21"], // the 20th is a Sunday
    ["2026-01-30", "month", 1, "2026-03-02"], // no 31 February: the 28th, a Saturday, so Monday
    ["2025-01-30", "month", 1, "2025-03-03"], // 28 February is 和平紀念日, then a weekend
    ["2026-01-31", "month", 1, "2026-03-02"], // starts on 1 February: the whole month, to the 28th
    ["2026-05-31", "month", 1, "2026-06-30"],
    ["2026-11-30", "month", 2, "2027-02-01"], // starts on 1 December: to 31 January, a Sunday
    ["2026-03-02", "year", 1, "2027-03-02"],
  ] as const)("received on %s with a %s × %i: due on %s", (received, unit, count, due) => {
    expect(counted(received, { unit, count }).dueOn).toBe(due)
  })

  test("hours run at once, through the night and the weekend", () => {
    expect(dueAfterHours(new Date("2026-11-20T23:30:00+08:00"), 24)).toEqual(
      new Date("2026-11-21T23:30:00+08:00"),
    )
  })
})

describe("typhoons, openings and the explanation", () => {
  test("a full closure is not counted and says why", () => {
    const days = officialCalendar({ "2026-11-24": { kind: "closed", reason: "颱風停止上班" } })
    const deadline = counted("2026-11-20", workingDays(2), days)
    expect(deadline.dueOn).toBe("2026-11-25")
    expect(deadline.trace).toContainEqual({
      date: "2026-11-24",
      counted: false,
      nth: null,
      reason: "closed",
      name: "颱風停止上班",
    })
  })

  test("an afternoon closure counts, and the trace keeps it", () => {
    const days = officialCalendar({ "2026-11-24": { kind: "closed_afternoon", reason: "颱風" } })
    const deadline = counted("2026-11-20", workingDays(2), days)
    expect(deadline.dueOn).toBe("2026-11-24")
    expect(deadline.trace.at(-1)).toMatchObject({
      reason: "closed-afternoon",
      name: "颱風",
      nth: 2,
    })
  })

  test("an extra opening on a Saturday counts", () => {
    const days = officialCalendar({ "2026-11-21": { kind: "open", reason: "假日延時服務" } })
    expect(counted("2026-11-20", workingDays(1), days).dueOn).toBe("2026-11-21")
  })

  test("a closure on a Sunday leaves the Sunday as the reason", () => {
    const days = officialCalendar({ "2026-11-22": { kind: "closed", reason: "颱風" } })
    expect(counted("2026-11-20", workingDays(1), days).trace[2]).toMatchObject({
      reason: "weekend",
    })
  })

  test("the trace names every day from the receipt to the due date", () => {
    const { trace } = counted("2026-09-24", workingDays(1))
    expect(trace).toEqual([
      { date: "2026-09-24", counted: false, nth: null, reason: "received", name: "" },
      { date: "2026-09-25", counted: false, nth: null, reason: "holiday", name: "中秋節" },
      { date: "2026-09-26", counted: false, nth: null, reason: "weekend", name: "" },
      { date: "2026-09-27", counted: false, nth: null, reason: "weekend", name: "" },
      {
        date: "2026-09-28",
        counted: false,
        nth: null,
        reason: "holiday",
        name: "孔子誕辰紀念日/教師節",
      },
      { date: "2026-09-29", counted: true, nth: 1, reason: "working-day", name: "" },
    ])
  })

  test("a make-up Saturday is named in the trace", () => {
    expect(counted("2025-01-24", workingDays(6)).trace.at(-1)).toMatchObject({
      reason: "make-up-day",
      nth: 6,
    })
  })
})

describe("the two clocks of a petition", () => {
  test("six working days are promised inside the thirty days of the law", () => {
    const outcome = countDeadlines(calendarDate("2026-11-20"), PETITION_RULES, calendar)
    expect(outcome).toMatchObject({
      ok: true,
      value: { internal: { dueOn: "2026-11-30" }, statutory: { dueOn: "2026-12-21" } },
    })
  })

  test("a promise longer than the law allows is cut to the law's day", () => {
    const rules = { ...PETITION_RULES, internal: THIRTY_WORKING_DAYS }
    const outcome = countDeadlines(calendarDate("2026-11-20"), rules, calendar)
    expect(outcome.ok && outcome.value.internal.dueOn).toBe("2026-12-21")
  })
})
