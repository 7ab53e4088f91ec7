/** What happens to the office's calendar: a year imported, a departure added or taken back. */
import type { EventOf } from "../change"
import type { CalendarDate } from "./calendar-date"
import type { ClosureKind } from "./office-calendar"

export const CALENDAR_PUBLICITY = {
  "calendar.imported": false,
  "calendar.closure-added": false,
  "calendar.closure-removed": false,
} as const

type CalendarEventDetail = {
  "calendar.imported": { year: number; source: string; changes: number }
  "calendar.closure-added": {
    date: CalendarDate
    kind: ClosureKind
    reason: string
    issuedBy: string
  }
  "calendar.closure-removed": { date: CalendarDate }
}
export type CalendarEvent = EventOf<CalendarEventDetail, typeof CALENDAR_PUBLICITY>
