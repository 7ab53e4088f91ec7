/** What a due date would be if it were counted with today's calendar: a typhoon, or a calendar issued anew. */
import type { CalendarDate } from "../../deadline/calendar-date"
import { countDeadline } from "../../deadline/count-deadline"
import type { OfficeCalendar } from "../../deadline/office-calendar"
import type { OpenPetition } from "../petition"

export type DueDateMove = { number: string; dueOn: CalendarDate; wouldBe: CalendarDate }

/**
 * Null where the date stays. The whole chain is counted again, the promise and then every extension from the
 * day before it ended; no promise reaches past the legal bound unless an extension already did.
 */
export function moveOf(petition: OpenPetition, calendar: OfficeCalendar): DueDateMove | null {
  const { number, clock } = petition
  let from = clock.receivedOn
  for (const deadline of clock.trace) {
    const again = countDeadline(from, deadline.rule, calendar)
    if (!again.ok) return null
    from = again.value.dueOn
  }
  const isBound = clock.dueOn <= clock.statutoryDueOn
  const wouldBe = isBound && from > clock.statutoryDueOn ? clock.statutoryDueOn : from
  return wouldBe === clock.dueOn ? null : { number, dueOn: clock.dueOn, wouldBe }
}
