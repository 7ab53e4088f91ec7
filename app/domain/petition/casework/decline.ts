/** 不予處理: the three grounds of §173 and no other, asked for by one person and decided by another; the case stays registered. */
import type { Staff } from "../../access/permission"
import { accept, refuse } from "../../outcome"
import { CASEWORK_RULES } from "./rules"
import { endedBase, workingBase } from "./ended"
import { openFor } from "./may-act"
import type { OpenPetition, Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"
import type { DeclineGround } from "../../letter/statements"

/** `earlier`: numbers of answered cases on the same cause, already looked up in this office. */
export type DeclineAsked = { ground: DeclineGround; reason: string; earlier: string[] }

export function decideDeclineRequest(
  petition: Petition,
  asked: DeclineAsked,
  by: Staff,
  rules = CASEWORK_RULES,
): Decision {
  const open = openFor(petition, by, "decline")
  if (!open.ok) return open
  if (asked.ground === "answered_repeatedly" && asked.earlier.length < rules.repeatedAnswers) {
    return refuse("too-few-earlier-answers", {
      field: "earlier",
      params: { count: rules.repeatedAnswers },
    })
  }
  const approval = {
    kind: "decline" as const,
    ...asked,
    requestedById: by.id,
    requestedByName: by.name,
  }
  return accept<PetitionChange>({
    petition: { ...workingBase(open.value), status: "pending_approval", approval, remark: null },
    events: [{ kind: "petition.decline_requested", isPublic: false, detail: asked }],
    letters: [],
  })
}

export function decideDeclineApproval(petition: Petition, by: Staff, at: Date): Decision {
  const open = openFor(petition, by, "decline-approval")
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
  const open = openFor(petition, by, "decline-approval")
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: backToWork(open.value, remark),
    events: [{ kind: "petition.decline_refused", isPublic: false, detail: { remark } }],
    letters: [],
  })
}

/** From waiting for approval back to the officer, or to the new cases where none has it yet. */
export function backToWork(petition: OpenPetition, remark: string | null): OpenPetition {
  const { sectionId, officerId } = petition
  const base = { ...workingBase(petition), remark }
  if (sectionId === null || officerId === null) return { ...base, status: "accepted" }
  return { ...base, sectionId, officerId, status: "assigned" }
}
