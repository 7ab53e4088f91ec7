/** 核定不予處理: decided by another person than the asker; the case stays registered. */
import type { Staff } from "../../../access/permission"
import { accept, type Problem, refuse } from "../../../outcome"
import type { Petition, RegisteredPetition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { backToWork, endedBase } from "../ended"
import { type ActionRule, openFor } from "../may-act"

export const declineApprovalRule: ActionRule = {
  permission: "petition.decline",
  states: ["pending_approval"],
  by: "who-handles-it",
  clock: "stops-or-runs-on",
  blocked: notMyDecline,
}

function notMyDecline(petition: RegisteredPetition, by: Staff): Problem | null {
  if (petition.status !== "pending_approval" || petition.approval.kind !== "decline")
    return { code: "not-in-this-state" }
  return petition.approval.requestedById === by.id ? { code: "own-request" } : null
}

export function decideDeclineApproval(petition: Petition, by: Staff, at: Date): Decision {
  const open = openFor(petition, by, declineApprovalRule)
  if (!open.ok) return open
  if (open.value.status !== "pending_approval" || open.value.approval.kind !== "decline") {
    return refuse("not-in-this-state")
  }
  const { kind: _, ...asked } = open.value.approval
  const decline = { ...asked, approvedById: by.id, approvedByName: by.name }
  const told = { ground: asked.ground, reason: asked.reason }
  return accept<PetitionChange>({
    petition: { ...endedBase(open.value), status: "not_processed", decline, closedAt: at },
    events: [{ kind: "petition.not_processed", isPublic: true, detail: told }],
    letters: [
      {
        kind: "not-processed",
        props: { number: open.value.number, ...told, earlier: asked.earlier },
      },
    ],
  })
}

/** The case is to be worked on after all. */
export function decideDeclineRefusal(petition: Petition, remark: string, by: Staff): Decision {
  const open = openFor(petition, by, declineApprovalRule)
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: backToWork(open.value, remark),
    events: [{ kind: "petition.decline_refused", isPublic: false, detail: { remark } }],
    letters: [],
  })
}
