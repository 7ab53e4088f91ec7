/** 展期: more time for a case, asked for with a reason that the petitioner will read; a supervisor decides. */
import type { Staff } from "../../../access/permission"
import { countDeadline, type Deadline } from "../../../deadline/count-deadline"
import type { OfficeCalendar } from "../../../deadline/office-calendar"
import { accept, type Outcome, type Problem, refuse } from "../../../outcome"
import { type Clock, isOpen, type Petition, type RegisteredPetition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { type ActionRule, IN_HAND, openFor } from "../may-act"
import type { CaseworkRules } from "../rules"
import type { WorkingDay } from "../working-day"

export const extensionRule: ActionRule = {
  permission: "petition.request-extension",
  states: IN_HAND,
  by: "who-handles-it",
  clock: "moves-when-approved",
  blocked: noMoreTime,
  inTime: ({ clock }, today) => today <= clock.dueOn,
}

/** One request at a time, and no more often than the office allows. */
function noMoreTime(
  petition: RegisteredPetition,
  _by: Staff,
  { maxExtensions }: CaseworkRules,
): Problem | null {
  if (isOpen(petition) && petition.extensionRequest) return { code: "extension-already-requested" }
  return petition.extensionCount >= maxExtensions
    ? { code: "no-more-extensions", params: { count: maxExtensions } }
    : null
}

export type ExtensionAsked = { workingDays: number; reason: string; isSpecial: boolean }

/**
 * Asks for `workingDays` after the present due date. Past the legal bound only as a special case, which the
 * asker must say and the director must approve. After the due date it is too late to ask.
 */
export function decideExtensionRequest(
  petition: Petition,
  asked: ExtensionAsked,
  by: Staff,
  { today, calendar, rules }: WorkingDay,
): Decision {
  const open = openFor(petition, by, extensionRule, rules)
  if (!open.ok) return open
  if (!extensionRule.inTime?.(open.value, today)) return refuse("extension-after-due")
  const extended = longerPromise(open.value.clock, { ...asked, field: "workingDays" }, calendar)
  if (!extended.ok) return extended
  const { workingDays, reason } = asked
  const newDueOn = extended.value.dueOn
  const isSpecial = newDueOn > open.value.clock.statutoryDueOn
  const request = { workingDays, newDueOn, reason, isSpecial }
  return accept<PetitionChange>({
    petition: {
      ...open.value,
      extensionRequest: { ...request, requestedById: by.id, requestedByName: by.name },
    },
    events: [{ kind: "petition.extension_requested", isPublic: false, detail: request }],
    letters: [],
  })
}

/** The promise counted on from the present due date; past the legal bound only for who said that the case is special. */
export function longerPromise(
  { dueOn, statutoryDueOn }: Clock,
  { workingDays, isSpecial, ...place }: { workingDays: number; isSpecial: boolean; field?: string },
  calendar: OfficeCalendar,
): Outcome<Deadline> {
  const extended = countDeadline(dueOn, { unit: "working_day", count: workingDays }, calendar)
  if (!extended.ok || isSpecial || extended.value.dueOn <= statutoryDueOn) return extended
  return refuse("past-legal-bound", { ...place, params: { date: statutoryDueOn } })
}
