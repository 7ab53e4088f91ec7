/** 核定回復: a second person sends the reply or returns the draft. Sending stops the clock. */
import type { Staff } from "../../../access/permission"
import { accept, type Problem, refuse } from "../../../outcome"
import type { Petition, RegisteredPetition, RepliedPetition } from "../../petition"
import type { LetterRequest } from "../../../letter/letters"
import type { Decision, PetitionChange } from "../../petition-change"
import { backToWork, endedBase } from "../ended"
import { type ActionRule, openFor } from "../may-act"

export const approvalRule: ActionRule = {
  permission: "petition.approve-reply",
  states: ["pending_approval"],
  by: "who-handles-it",
  clock: "stops-when-sent",
  blocked: notMyDraft,
}

function notMyDraft(petition: RegisteredPetition, by: Staff): Problem | null {
  if (petition.status !== "pending_approval" || petition.approval.kind !== "reply")
    return { code: "not-in-this-state" }
  return petition.approval.draftedById === by.id ? { code: "own-draft" } : null
}

/** A second person approves; the reply goes out, also to the petitioners of the cases merged into this one. */
export function decideApproval(petition: Petition, by: Staff, at: Date): Decision {
  const open = openFor(petition, by, approvalRule)
  if (!open.ok) return open
  if (open.value.status !== "pending_approval" || open.value.approval.kind !== "reply") {
    return refuse("not-in-this-state")
  }
  const { kind: _, ...draft } = open.value.approval
  const reply = { ...draft, approvedById: by.id, approvedByName: by.name }
  const replied: RepliedPetition = {
    ...endedBase(open.value),
    status: "replied",
    reply,
    repliedAt: at,
  }
  return accept<PetitionChange>({
    petition: replied,
    events: [
      { kind: "petition.replied", isPublic: true, detail: { disposition: reply.disposition } },
      ...replied.followerIds.map((petitionId) => ({
        kind: "petition.replied" as const,
        isPublic: true as const,
        detail: { underMain: true as const },
        petitionId,
      })),
    ],
    letters: repliesTo(replied),
  })
}

export function decideReturn(petition: Petition, remark: string, by: Staff): Decision {
  const open = openFor(petition, by, approvalRule)
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: backToWork(open.value, remark),
    events: [{ kind: "petition.returned", isPublic: false, detail: { remark } }],
    letters: [],
  })
}

function repliesTo({ reply, number, followerIds }: RepliedPetition): LetterRequest[] {
  const { disposition, body, reason, legalBasis, remedies } = reply
  const props = { disposition, body, reason, legalBasis, remedies }
  // A follower's letter carries the follower's own number, which the hands know.
  const toFollowers = followerIds.map((petitionId) => ({
    kind: "reply" as const,
    props,
    petitionId,
  }))
  return [{ kind: "reply", props: { ...props, number } }, ...toFollowers]
}
