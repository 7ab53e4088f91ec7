/** The three years shipped with the product and the official files, read for tests. */
import { readFileSync } from "node:fs"
import { calendarDate, type CalendarDate } from "~/domain/deadline/calendar-date"
import type { Closure, KnownDay, OfficeCalendar } from "~/domain/deadline/office-calendar"

const seedUrl = (year: number) =>
  new URL(`../../../prisma/seeds/office-calendar/calendar-${year}.csv`, import.meta.url)

function seedDays(year: number): [CalendarDate, KnownDay][] {
  const [, ...lines] = readFileSync(seedUrl(year), "utf8").trim().split("\n")
  return lines.map((line) => {
    const [date = "", , flag, name = ""] = line.split(",")
    return [calendarDate(date), { isWorkingDay: flag === "1", name }]
  })
}

/** 2025, 2026 and 2027 as shipped, with the closures given. */
export function officialCalendar(closures: Record<string, Closure> = {}): OfficeCalendar {
  return {
    days: new Map([2025, 2026, 2027].flatMap(seedDays)),
    closures: new Map(
      Object.entries(closures).map(([date, closure]) => [calendarDate(date), closure]),
    ),
  }
}

/** An official file's bytes, as downloaded. */
export const officialFile = (name: string): Uint8Array =>
  readFileSync(new URL(`./samples/${name}.csv`, import.meta.url))
