/** The office's calendar in the records: the imported years in force, and the office's closures. */
import type { Staff } from "~/domain/access/permission"
import {
  type CalendarDate,
  calendarDate,
  daysBetween,
  yearOf,
} from "~/domain/deadline/calendar-date"
import { type CalendarFile, changedDays, type DayChange } from "~/domain/deadline/calendar-file"
import { readCalendar } from "~/domain/deadline/imports/readers"
import {
  CLOSURE_KINDS,
  type ClosureKind,
  type KnownDay,
  type OfficeCalendar,
} from "~/domain/deadline/office-calendar"
import { REACH_WARNING_DAYS } from "~/domain/deadline/rule"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { now, today } from "../tools/clock.server"
import { sha256 } from "../tools/code.server"
import { type Database, db, inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { log } from "../tools/log.server"

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

export type ImportPreview = { file: CalendarFile; isFirst: boolean; changes: DayChange[] }

/** What an import would change, without importing. */
export async function previewCalendarYear(bytes: Uint8Array): Promise<Outcome<ImportPreview>> {
  const file = readCalendar(bytes)
  if (!file.ok) return file
  const known = [...(await daysInForce(db()))].filter(([date]) => yearOf(date) === file.value.year)
  const changes = changedDays(new Map(known), file.value.days)
  if (known.length > 0 && changes.length === 0) {
    return refuse("calendar-unchanged", { field: "file", params: { year: file.value.year } })
  }
  return accept({ file: file.value, isFirst: known.length === 0, changes })
}

/**
 * Brings a year into force; the versions before it stay in the records. Due dates are not moved: what they
 * would be now is listed by `listMovedDueDates`. `by` is null for the seeds.
 */
export async function importCalendarYear(
  bytes: Uint8Array,
  source: string,
  by: Staff | null,
): Promise<Outcome<ImportPreview>> {
  const preview = await previewCalendarYear(bytes)
  if (!preview.ok) return preview
  const { file, changes } = preview.value
  await inTransaction(async (tx) => {
    await insertYear(tx, file, { source, hash: sha256(bytes) })
    await appendEvent(tx, {
      topic: "calendar",
      subjectId: String(file.year),
      officeId: by?.officeId ?? null,
      kind: "calendar.imported",
      actor: by,
      detail: { year: file.year, source, changes: changes.length },
    })
  })
  return preview
}

/** Writes one version of a year. */
export async function insertYear(
  tx: Transaction,
  { year, days }: CalendarFile,
  { source, hash }: { source: string; hash: string },
): Promise<void> {
  const { id } = await tx.calendarYear.create({
    data: { year, source, sha256: hash, importedAt: now() },
    select: { id: true },
  })
  await tx.calendarDay.createMany({
    data: [...days].map(([date, day]) => ({ calendarYearId: id, date: midnightOf(date), ...day })),
  })
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
