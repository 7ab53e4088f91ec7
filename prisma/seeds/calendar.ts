/** The three years of the office calendar that come with the product; the portal never needs to download one. */
import { readFileSync } from "node:fs"
import { calendarDate, type CalendarDate } from "~/domain/deadline/calendar-date"
import type { KnownDay } from "~/domain/deadline/office-calendar"
import { columnsOfYear } from "~/server/deadline/calendar.server"
import { now } from "~/server/tools/clock.server"
import { sha256 } from "~/server/tools/code.server"
import { db } from "~/server/tools/db.server"

const SHIPPED_YEARS = [2025, 2026, 2027]
const SOURCE =
  "行政院人事行政總處 政府行政機關辦公日曆表（data.gov.tw 14718，政府資料開放授權條款第 1 版）"

/** Imports the shipped years that are not there yet. May run twice; a year imported by the office is left alone. */
export async function seedCalendar(): Promise<void> {
  for (const year of SHIPPED_YEARS) {
    if (await db().calendarYear.findFirst({ where: { year }, select: { id: true } })) continue
    const text = readFileSync(
      new URL(`./office-calendar/calendar-${year}.csv`, import.meta.url),
      "utf8",
    )
    const version = { source: SOURCE, hash: sha256(text), importedAt: now() }
    const data = columnsOfYear({ year, days: shippedDays(text) }, version)
    await db().calendarYear.create({ data, select: { id: true } })
  }
}

/** Columns: date, weekday, is_working_day, name. */
function shippedDays(text: string): Map<CalendarDate, KnownDay> {
  const [, ...lines] = text.trim().split("\n")
  return new Map(
    lines.map((line) => {
      const [date = "", , flag, name = ""] = line.split(",")
      return [calendarDate(date), { isWorkingDay: flag === "1", name }]
    }),
  )
}
