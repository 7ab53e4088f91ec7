/** An office departs from the calendar on one day, or takes the departure back. */
import type { Change } from "../change"
import { accept, type Outcome, refuse } from "../outcome"
import type { CalendarDate } from "./calendar-date"
import type { CalendarEvent } from "./events"
import type { Closure } from "./office-calendar"

export type ClosureRecord = Closure & { issuedBy: string }

/** One day of one office; `isKnown` where the calendar reaches it. */
export type OfficeDay = {
  officeId: string
  date: CalendarDate
  isKnown: boolean
  closure: ClosureRecord | null
}
export type OfficeDayChange = Change<OfficeDay, CalendarEvent>

/** One departure a day, and none on a day that the calendar does not know. */
export function decideClosureAdded(
  day: OfficeDay,
  closure: ClosureRecord,
): Outcome<OfficeDayChange, "closure-outside-calendar" | "closure-exists"> {
  if (!day.isKnown) return refuse("closure-outside-calendar", { field: "date" })
  if (day.closure) return refuse("closure-exists", { field: "date" })
  const { date } = day
  return accept({
    next: { ...day, closure },
    events: [{ kind: "calendar.closure-added", detail: { date, ...closure } }],
  })
}

/** Its event stays. */
export function decideClosureRemoved(day: OfficeDay): Outcome<OfficeDayChange, "closure-missing"> {
  if (!day.closure) return refuse("closure-missing", { field: "date" })
  const { date } = day
  return accept({
    next: { ...day, closure: null },
    events: [{ kind: "calendar.closure-removed", detail: { date } }],
  })
}
