/** What the petitioner answers to a request for supplement, and the days of waiting given back where the clock stood still. */
import type { CalendarDate } from "../../deadline/calendar-date"
import { countDeadline, type Deadline } from "../../deadline/count-deadline"
import type { OfficeCalendar } from "../../deadline/office-calendar"
import { workingDaysBetween } from "../../deadline/time-left"
import { accept, type Outcome, refuse } from "../../outcome"
import type { AwaitingPetition, Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"
import { workingBase } from "./ended"
import type { WorkingDay } from "./working-day"

/** The petitioner's answer. Where the clock stood still, the working days of waiting are given back. */
export function decideSupplementAnswer(
  petition: Petition,
  answer: string,
  { today, calendar }: WorkingDay,
): Decision {
  if (petition.status !== "awaiting_supplement") return refuse("not-in-this-state")
  const clock = clockAfterWaiting(petition, today, calendar)
  if (!clock.ok) return clock
  const { sectionId, officerId } = petition
  return accept<PetitionChange>({
    petition: {
      ...workingBase(petition),
      sectionId,
      officerId,
      status: "assigned",
      clock: clock.value,
    },
    events: [
      {
        kind: "petition.supplement_answered",
        isPublic: true,
        detail: { answer, dueOn: clock.value.dueOn },
      },
    ],
    letters: [],
  })
}

/** The office's promise moves by the days waited, but never past the legal bound, which nothing stops. */
function clockAfterWaiting(
  petition: AwaitingPetition,
  today: CalendarDate,
  calendar: OfficeCalendar,
): Outcome<AwaitingPetition["clock"]> {
  const { clock, supplement } = petition
  if (!supplement.stopsClock) return accept(clock)
  const waited = workingDaysBetween(supplement.requestedOn, today, calendar)
  if (waited === null) return refuse("calendar-missing", { params: { year: today.slice(0, 4) } })
  if (waited === 0) return accept(clock)
  const moved = countDeadline(clock.dueOn, { unit: "working_day", count: waited }, calendar)
  if (!moved.ok) return moved
  return accept(movedClock(clock, moved.value))
}

function movedClock(clock: AwaitingPetition["clock"], moved: Deadline): AwaitingPetition["clock"] {
  const dueOn = moved.dueOn < clock.statutoryDueOn ? moved.dueOn : clock.statutoryDueOn
  // An extension may already have reached past the bound; waiting never shortens a promise.
  if (dueOn <= clock.dueOn) return clock
  return { ...clock, dueOn, trace: [...clock.trace, moved] }
}
