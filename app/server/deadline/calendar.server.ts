/** The office's calendar in the records: the imported years in force, and the office's closures. */
import type { Staff } from "~/domain/access/permission"
import {
  type CalendarDate,
  calendarDate,
  daysBetween,
  yearOf,
} from "~/domain/deadline/calendar-date"
import {
  decideImport,
  type ImportPreview,
  previewImport,
  type YearRecord,
} from "~/domain/deadline/calendar-change"
import { readCalendar } from "~/domain/deadline/imports/readers"
import {
  CLOSURE_KINDS,
  type ClosureKind,
  type KnownDay,
  type OfficeCalendar,
} from "~/domain/deadline/office-calendar"
import { REACH_WARNING_DAYS } from "~/domain/deadline/rule"
import { accept, type Outcome } from "~/domain/outcome"
import { now, today } from "../tools/clock.server"
import { sha256 } from "../tools/code.server"
import { changer } from "../tools/change.server"
import { type Database, db, lockName, type Transaction } from "../tools/db.server"
import { log } from "../tools/log.server"
import type { Row } from "../tools/rows.server"

type Reader = Database | Transaction

export const midnightOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`)
export const dayOf = (midnight: Date): CalendarDate =>
  calendarDate(midnight.toISOString().slice(0, 10))

/** Every day that is known, with this office's closures. The newest import of a year is in force. */
export async function officeCalendar(
  officeId: string,
  reader: Reader = db(),
): Promise<OfficeCalendar> {
  const [days, closures] = await Promise.all([
    daysInForce(reader),
    reader.officeClosure.findMany({
      where: { officeId },
      select: { date: true, kind: true, reason: true },
    }),
  ])
  return {
    days,
    closures: new Map(
      closures.map(({ date, kind, reason }) => [dayOf(date), { kind: closureKind(kind), reason }]),
    ),
  }
}

function closureKind(text: string): ClosureKind {
  const kind = CLOSURE_KINDS.find((known) => known === text)
  if (!kind) throw new Error(`A closure of an unknown kind: ${text}`)
  return kind
}

async function daysInForce(reader: Reader): Promise<Map<CalendarDate, KnownDay>> {
  const rows = await reader.$queryRaw<{ date: Date; isWorkingDay: boolean; name: string }[]>`
    SELECT d.date, d."isWorkingDay", d.name FROM "CalendarDay" d
    JOIN (SELECT DISTINCT ON (year) id FROM "CalendarYear" ORDER BY year, "importedAt" DESC, id DESC) y
      ON y.id = d."calendarYearId"
    ORDER BY d.date`
  return new Map(rows.map(({ date, isWorkingDay, name }) => [dayOf(date), { isWorkingDay, name }]))
}

/** What an import would change, without importing. */
export async function previewCalendarYear(bytes: Uint8Array): Promise<Outcome<ImportPreview>> {
  const file = readCalendar(bytes)
  return file.ok ? previewImport(await readYear(db(), file.value.year), file.value) : file
}

/**
 * Brings a year into force; the versions before it stay in the records. Due dates are not moved: what they
 * would be now is listed by `listMovedDueDates`. Of two at once the second sees the first's version.
 */
export async function importCalendarYear(
  bytes: Uint8Array,
  source: string,
  by: Staff | null,
  seen?: string,
): Promise<Outcome<ImportPreview>> {
  const file = readCalendar(bytes)
  if (!file.ok) return file
  const version = { source, hash: sha256(bytes), importedAt: now() }
  const imported = await years.change({ id: file.value.year, seen }, by, (record) =>
    decideImport(record, file.value, version),
  )
  return imported.ok ? accept(imported.value.preview) : imported
}

/** The one way the calendar of a year changes. It belongs to every office. */
const years = changer({
  topic: "calendar",
  missing: "calendar-empty",
  lock: (tx, year: number) => lockName(tx, `calendar:${year}`),
  read: readYear,
  about: ({ year }) => ({ subjectId: String(year) }),
  columns: ({ version, ...file }): Row[] =>
    version ? [{ table: "calendarYear", create: columnsOfYear(file, version) }] : [],
})

async function readYear(reader: Reader, year: number): Promise<YearRecord> {
  const days = [...(await daysInForce(reader))].filter(([date]) => yearOf(date) === year)
  return { year, days: new Map(days), version: null }
}

/** One version of a year with its days. */
export function columnsOfYear(
  { year, days }: Omit<YearRecord, "version">,
  { source, hash, importedAt }: { source: string; hash: string; importedAt: Date },
) {
  const data = [...days].map(([date, day]) => ({ date: midnightOf(date), ...day }))
  return { year, source, sha256: hash, importedAt, days: { createMany: { data } } }
}

/** The versions imported, newest first. */
export function listCalendarYears() {
  return db().calendarYear.findMany({
    orderBy: [{ year: "desc" }, { importedAt: "desc" }],
    select: { id: true, year: true, source: true, importedAt: true },
  })
}

/**
 * The evening's question: does the calendar reach far enough? Reports in the log when it ends within 60 days,
 * and says so to whoever calls.
 */
export async function checkCalendarReach(): Promise<{
  reachesTo: CalendarDate | null
  endsSoon: boolean
}> {
  const last = await db().calendarDay.findFirst({
    orderBy: { date: "desc" },
    select: { date: true },
  })
  const reachesTo = last ? dayOf(last.date) : null
  const endsSoon = reachesTo === null || daysBetween(today(), reachesTo) <= REACH_WARNING_DAYS
  if (endsSoon) log.warn({ reachesTo }, "calendar.ends-soon")
  return { reachesTo, endsSoon }
}
