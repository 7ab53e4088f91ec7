/** 改分: the case goes to another section or officer. The clock does not restart. */
import type { Staff } from "../../../access/permission"
import type { CalendarDate } from "../../../deadline/calendar-date"
import { nextWorkingDay, type OfficeCalendar } from "../../../deadline/office-calendar"
import { accept, refuse } from "../../../outcome"
import type { Petition, RegisteredPetition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { type Assignment, checkAssignment } from "../assignment"
import { type ActionRule, IN_HAND, openFor } from "../may-act"

export const reassignmentRule: ActionRule = {
  permission: "petition.reassign",
  states: IN_HAND,
  by: "who-handles-it",
  clock: "not-restarted",
}

export function decideReassignment(
  petition: Petition,
  change: Assignment & { reason: string },
  by: Staff,
): Decision {
  const open = openFor(petition, by, reassignmentRule)
  if (!open.ok) return open
  const { section, officer, reason } = change
  if (officer.id === open.value.officerId) return refuse("same-officer", { field: "officerId" })
  const fitting = checkAssignment(open.value, change)
  if (!fitting.ok) return fitting
  if (open.value.status !== "assigned" && open.value.status !== "awaiting_supplement") {
    return refuse("not-in-this-state")
  }
  const moved = open.value.sectionId !== section.id
  return accept<PetitionChange>({
    petition: { ...open.value, sectionId: section.id, officerId: officer.id },
    events: [
      {
        kind: "petition.reassigned",
        isPublic: false,
        detail: { section: section.name, officer: officer.name, reason },
      },
      // The petitioner is told which section answers, never which clerk.
      ...(moved
        ? [
            {
              kind: "petition.assigned" as const,
              isPublic: true as const,
              detail: { section: section.name },
            },
          ]
        : []),
    ],
    letters: [],
  })
}

/** Until when a wrong assignment should have been put right: the next working day after receipt. Null where unknown. */
export function reassignBy(
  petition: RegisteredPetition,
  calendar: OfficeCalendar,
): CalendarDate | null {
  return nextWorkingDay(calendar, petition.clock.receivedOn)
}

/** Whether a reassignment comes later than the next working day: said on the page, refused by nobody. */
export function isLateReassignment(
  petition: RegisteredPetition,
  today: CalendarDate,
  calendar: OfficeCalendar,
): boolean {
  const limit = reassignBy(petition, calendar)
  return limit !== null && today > limit
}
