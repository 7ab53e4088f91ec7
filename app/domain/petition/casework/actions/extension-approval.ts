/** 核定展期: a supervisor other than the asker grants more time or does not; the petitioner is told in writing. */
import { mayDo, type Staff } from "../../../access/permission"
import type { OfficeCalendar } from "../../../deadline/office-calendar"
import { accept, type Problem, refuse } from "../../../outcome"
import { isOpen, type Petition, type RegisteredPetition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { type ActionRule, IN_HAND, openFor } from "../may-act"
import { longerPromise } from "./extension"

export const extensionApprovalRule: ActionRule = {
  permission: "petition.approve-extension",
  states: [...IN_HAND, "pending_approval"],
  by: "who-handles-it",
  clock: "moves-or-stays",
  blocked: notMyExtension,
}

/** Past the legal bound only the head of the office decides. */
function notMyExtension(petition: RegisteredPetition, by: Staff): Problem | null {
  const request = isOpen(petition) ? petition.extensionRequest : null
  if (!request) return { code: "not-in-this-state" }
  if (request.requestedById === by.id) return { code: "own-request" }
  return request.isSpecial && !mayDo(by.role, "petition.approve-special-extension")
    ? { code: "special-needs-director" }
    : null
}

/** The new date is counted again at approval: a typhoon day announced meanwhile is in it. */
export function decideExtensionApproval(
  petition: Petition,
  by: Staff,
  calendar: OfficeCalendar,
): Decision {
  const open = openFor(petition, by, extensionApprovalRule)
  if (!open.ok) return open
  const { extensionRequest, clock, extensionCount, number } = open.value
  if (!extensionRequest) return refuse("not-in-this-state")
  const { workingDays, isSpecial, reason } = extensionRequest
  const extended = longerPromise(clock, { workingDays, isSpecial }, calendar)
  if (!extended.ok) return extended
  const { dueOn } = extended.value
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
  const open = openFor(petition, by, extensionApprovalRule)
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: { ...open.value, extensionRequest: null, remark },
    events: [{ kind: "petition.extension_refused", isPublic: false, detail: { remark } }],
    letters: [],
  })
}
