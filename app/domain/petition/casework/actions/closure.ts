/** 結案: after the reply, or on the spot where an enquiry by word of mouth was answered at once. */
import type { Staff } from "../../../access/permission"
import { accept, type Problem, refuse } from "../../../outcome"
import { isOpen, type Petition, type RegisteredPetition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { endedBase } from "../ended"
import { type ActionRule, whyNot } from "../may-act"

export const closureRule: ActionRule = {
  permission: "petition.close",
  states: ["accepted", "assigned", "replied"],
  by: "who-handles-it",
  clock: "stopped-or-stops-now",
  blocked: answerFirst,
}

function answerFirst(petition: RegisteredPetition): Problem | null {
  return petition.status === "replied" || mayCloseOnTheSpot(petition)
    ? null
    : { code: "answer-before-closing" }
}

/** 隨到隨辦: an enquiry or a suggestion made by word of mouth may be answered at once, with a record of what was said. */
export function mayCloseOnTheSpot(petition: RegisteredPetition): boolean {
  const spoken = petition.source === "counter" || petition.source === "phone"
  const light = petition.nature === "enquiry" || petition.nature === "suggestion"
  return spoken && light && (petition.status === "accepted" || petition.status === "assigned")
}

/** `remark`: what was said, required when there is no reply on file. */
export function decideClosure(petition: Petition, remark: string, by: Staff, at: Date): Decision {
  const problem = whyNot(petition, by, closureRule)
  if (problem) return { ok: false, problems: [problem] }
  if (petition.status === "replied") {
    return accept<PetitionChange>({
      petition: { ...petition, status: "closed", closedAt: at, remark: remark || null },
      events: [{ kind: "petition.closed", isPublic: true, detail: {} }],
      letters: [],
    })
  }
  if (!isOpen(petition)) return refuse("not-in-this-state")
  if (remark === "") return refuse("closing-remark-required", { field: "remark" })
  return accept<PetitionChange>({
    // Answered on the spot: the answer was given now, and the clock stops now.
    petition: {
      ...endedBase(petition),
      status: "closed",
      reply: null,
      repliedAt: at,
      closedAt: at,
      remark,
    },
    events: [{ kind: "petition.closed", isPublic: true, detail: { said: remark } }],
    letters: [],
  })
}
