/** 申請不予處理: one of the three grounds of §173 and no other; another person decides. */
import type { Staff } from "../../../access/permission"
import { accept, refuse } from "../../../outcome"
import type { Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import type { DeclineGround } from "../../../letter/statements"
import { workingBase } from "../ended"
import { type ActionRule, openFor, UNDECIDED } from "../may-act"
import { CASEWORK_RULES } from "../rules"

export const declineRule: ActionRule = {
  permission: "petition.reply",
  states: UNDECIDED,
  by: "who-handles-it",
  clock: "runs-until-decided",
}

/** `earlier`: numbers of cases answered to the same person on the same matter, already looked up in this office. */
export type DeclineAsked = { ground: DeclineGround; reason: string; earlier: string[] }

export function decideDeclineRequest(
  petition: Petition,
  asked: DeclineAsked,
  by: Staff,
  rules = CASEWORK_RULES,
): Decision {
  const open = openFor(petition, by, declineRule)
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
