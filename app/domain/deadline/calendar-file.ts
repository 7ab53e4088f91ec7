/** Reads the DGPA's office calendar file (data.gov.tw 14718) and refuses whatever is not exactly one. */
import { accept, type Outcome, type Problem } from "../outcome"
import { addDays, type CalendarDate, isCalendarDate, weekday } from "./calendar-date"
import { daysInYear, type KnownDay } from "./office-calendar"

export type CalendarFile = { year: number; days: Map<CalendarDate, KnownDay> }

export type CalendarFileProblem =
  | "calendar-empty"
  | "calendar-is-web-page"
  | "calendar-google-format"
  | "calendar-wrong-header"
  | "calendar-wrong-columns"
  | "calendar-wrong-date"
  | "calendar-several-years"
  | "calendar-wrong-length"
  | "calendar-not-consecutive"
  | "calendar-wrong-weekday"
  | "calendar-wrong-flag"
  | "calendar-unlikely-holidays"
  | "calendar-name-too-long"

const HEADER = "西元日期,星期,是否放假,備註"
const WEEKDAYS = "日一二三四五六"
/** The seven official years since 2021 have 115 to 121 days off; outside this band something is wrong. */
const DAYS_OFF = { least: 100, most: 130 }
const NAME_LENGTH = 60

/**
 * The year and its days, from the file's decoded text. One row per day, 365 or 366 rows, dates YYYYMMDD.
 * Only the flag decides (0 works, 2 is off): the notes are empty for some holidays of the 2025 files.
 * The first problem found refuses the whole file, with the line where it was found.
 */
export function readCalendarFile(text: string): Outcome<CalendarFile, CalendarFileProblem> {
  const clean = text.replace(/^\uFEFF/, "")
  if (clean.trim() === "") return problem("calendar-empty")
  if (/^\s*<|<html/i.test(clean.slice(0, 1000))) return problem("calendar-is-web-page")
  const lines = clean.split(/\r\n|\n|\r/)
  while (lines.at(-1)?.trim() === "") lines.pop()
  const header = (lines[0] ?? "").trim()
  if (/^subject,\s*start date/i.test(header)) return problem("calendar-google-format")
  if (header !== HEADER) return problem("calendar-wrong-header")
  return readRows(lines.slice(1))
}

/** Whether a text is meant to be this file, whatever else is wrong with it. */
export const hasCalendarHeader = (text: string): boolean =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/, 1)[0]
    ?.trim() === HEADER

type Row = { date: CalendarDate; day: KnownDay }

function readRows(lines: string[]): Outcome<CalendarFile, CalendarFileProblem> {
  const rows: Row[] = []
  for (const [index, line] of lines.entries()) {
    const row = readRow(line, index + 2)
    if (!row.ok) return row
    const previous = rows.at(-1)
    if (previous && previous.date.slice(0, 4) !== row.value.date.slice(0, 4)) {
      return problem("calendar-several-years", index + 2)
    }
    if (previous && row.value.date !== addDays(previous.date, 1)) {
      return problem("calendar-not-consecutive", index + 2)
    }
    rows.push(row.value)
  }
  return wholeYear(rows)
}

function readRow(text: string, line: number): Outcome<Row, CalendarFileProblem> {
  const [digits = "", dayName, flag, ...note] = text.split(",").map((cell) => cell.trim())
  // A comma inside a note is harmless: the note is the last column.
  if (dayName === undefined || flag === undefined || note.length === 0) {
    return problem("calendar-wrong-columns", line)
  }
  const date = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")
  if (!isCalendarDate(date)) return problem("calendar-wrong-date", line)
  if (dayName !== WEEKDAYS[weekday(date)]) return problem("calendar-wrong-weekday", line)
  if (flag !== "0" && flag !== "2") return problem("calendar-wrong-flag", line)
  const name = note.join(",").replace(/^"|"$/g, "")
  if (name.length > NAME_LENGTH) return problem("calendar-name-too-long", line)
  return accept({ date, day: { isWorkingDay: flag === "0", name } })
}

function wholeYear(rows: Row[]): Outcome<CalendarFile, CalendarFileProblem> {
  const first = rows[0]
  if (!first) return problem("calendar-empty")
  const year = Number(first.date.slice(0, 4))
  if (!first.date.endsWith("-01-01") || rows.length !== daysInYear(year))
    return problem("calendar-wrong-length")
  const daysOff = rows.filter((row) => !row.day.isWorkingDay).length
  if (daysOff < DAYS_OFF.least || daysOff > DAYS_OFF.most) {
    return {
      ok: false,
      problems: [{ code: "calendar-unlikely-holidays", field: "file", params: { daysOff } }],
    }
  }
  return accept({ year, days: new Map(rows.map((row) => [row.date, row.day])) })
}

function problem(
  code: CalendarFileProblem,
  line?: number,
): { ok: false; problems: Problem<CalendarFileProblem>[] } {
  return { ok: false, problems: [{ code, field: "file", ...(line ? { params: { line } } : {}) }] }
}

export type DayChange = {
  date: CalendarDate
  before: KnownDay | null
  after: KnownDay
}

/** What a newly imported year changes: days whose flag or name differs, in order. A first import changes nothing. */
export function changedDays(
  before: ReadonlyMap<CalendarDate, KnownDay>,
  after: ReadonlyMap<CalendarDate, KnownDay>,
): DayChange[] {
  if (before.size === 0) return []
  return [...after].flatMap(([date, day]) => {
    const old = before.get(date) ?? null
    if (old && old.isWorkingDay === day.isWorkingDay && old.name === day.name) return []
    return [{ date, before: old, after: day }]
  })
}
