/** 展期: more time for a case, asked for with a reason, approved by a supervisor, told to the petitioner in writing. */
import type { Staff } from "../../access/permission"
import type { CalendarDate } from "../../deadline/calendar-date"
import { countDeadline } from "../../deadline/count-deadline"
import type { OfficeCalendar } from "../../deadline/office-calendar"
import { accept, refuse } from "../../outcome"
import { CASEWORK_RULES, type CaseworkRules } from "./rules"
import { openFor } from "./may-act"
import type { Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"

type Day = { today: CalendarDate; calendar: OfficeCalendar; rules?: CaseworkRules }

/**
 * Asks for `workingDays` after the present due date. Past the legal bound only as a special case, which the
 * asker must say and the director must approve. After the due date it is too late to ask.
 */
export function decideExtensionRequest(
  petition: Petition,
  asked: { workingDays: number; reason: string; isSpecial: boolean },
  by: Staff,
  { today, calendar, rules = CASEWORK_RULES }: Day,
): Decision {
  const open = openFor(petition, by, "extension")
  if (!open.ok) return open
  const { clock, extensionCount } = open.value
  if (extensionCount >= rules.maxExtensions) {
    return refuse("no-more-extensions", { params: { count: rules.maxExtensions } })
  }
  if (today > clock.dueOn) return refuse("extension-after-due")
  const rule = { unit: "working_day" as const, count: asked.workingDays }
  const extended = countDeadline(clock.dueOn, rule, calendar)
  if (!extended.ok) return extended
  const newDueOn = extended.value.dueOn
  const isSpecial = newDueOn > clock.statutoryDueOn
  if (isSpecial && !asked.isSpecial) {
    return refuse("past-legal-bound", {
      field: "workingDays",
      params: { date: clock.statutoryDueOn },
    })
  }
  const { workingDays, reason } = asked
  const person = { requestedById: by.id, requestedByName: by.name }
  return accept<PetitionChange>({
    petition: {
      ...open.value,
      extensionRequest: { workingDays, newDueOn, reason, isSpecial, ...person },
    },
    events: [
      {
        kind: "petition.extension_requested",
        isPublic: false,
        detail: { workingDays, newDueOn, reason, isSpecial },
      },
    ],
    letters: [],
  })
}

/** The new date is counted again at approval: a typhoon day announced meanwhile is in it. */
export function decideExtensionApproval(
  petition: Petition,
  by: Staff,
  calendar: OfficeCalendar,
): Decision {
  const open = openFor(petition, by, "extension-approval")
  if (!open.ok) return open
  const { extensionRequest, clock, extensionCount, number } = open.value
  if (!extensionRequest) return refuse("not-in-this-state")
  const rule = { unit: "working_day" as const, count: extensionRequest.workingDays }
  const extended = countDeadline(clock.dueOn, rule, calendar)
  if (!extended.ok) return extended
  const { dueOn } = extended.value
  if (dueOn > clock.statutoryDueOn && !extensionRequest.isSpecial) {
    return refuse("past-legal-bound", { params: { date: clock.statutoryDueOn } })
  }
  const { reason } = extensionRequest
  return accept<PetitionChange>({
    petition: {
      ...open.value,
      extensionRequest: null,
      extensionCount: extensionCount + 1,
      clock: { ...clock, dueOn, trace: [...clock.trace, extended.value] },
    },
    events: [
      {
        kind: "petition.extended",
        isPublic: true,
        detail: { oldDueOn: clock.dueOn, dueOn, reason },
      },
    ],
    letters: [{ kind: "extension", props: { number, dueOn, reason } }],
  })
}

export function decideExtensionRefusal(petition: Petition, remark: string, by: Staff): Decision {
  const open = openFor(petition, by, "extension-approval")
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: { ...open.value, extensionRequest: null, remark },
    events: [{ kind: "petition.extension_refused", isPublic: false, detail: { remark } }],
    letters: [],
  })
}
