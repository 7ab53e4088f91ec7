/** A year of the calendar is imported: what differs from the version in force, and the new version. */
import type { Change } from "../change"
import { accept, type Outcome, refuse } from "../outcome"
import type { CalendarDate } from "./calendar-date"
import { type CalendarFile, changedDays, type DayChange } from "./calendar-file"
import type { CalendarEvent } from "./events"
import type { KnownDay } from "./office-calendar"

/** A year as it is in force; without days where nothing was imported yet. */
export type YearRecord = {
  year: number
  days: ReadonlyMap<CalendarDate, KnownDay>
  /** The version that a change brings into force. */
  version: { source: string; hash: string; importedAt: Date } | null
}
export type YearChange = Change<YearRecord, CalendarEvent>

export type ImportPreview = { file: CalendarFile; isFirst: boolean; changes: DayChange[] }

/** What an import would change. */
export function previewImport(
  { days }: Pick<YearRecord, "days">,
  file: CalendarFile,
): Outcome<ImportPreview, "calendar-unchanged"> {
  const changes = changedDays(days, file.days)
  const isFirst = days.size === 0
  if (!isFirst && changes.length === 0) {
    return refuse("calendar-unchanged", { field: "file", params: { year: file.year } })
  }
  return accept({ file, isFirst, changes })
}

/** Brings the file's year into force; the versions before it stay in the records. */
export function decideImport(
  record: YearRecord,
  file: CalendarFile,
  version: { source: string; hash: string; importedAt: Date },
): Outcome<YearChange & { preview: ImportPreview }, "calendar-unchanged"> {
  const preview = previewImport(record, file)
  if (!preview.ok) return preview
  const { year } = record
  const { source } = version
  const detail = { year, source, changes: preview.value.changes.length }
  return accept({
    preview: preview.value,
    next: { year, days: file.days, version },
    events: [{ kind: "calendar.imported", detail }],
  })
}
