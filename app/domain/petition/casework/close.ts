/** 結案: after the reply, or on the spot where an enquiry by word of mouth was answered at once. */
import type { Staff } from "../../access/permission"
import { accept, refuse } from "../../outcome"
import { endedBase } from "./ended"
import { whyNot } from "./may-act"
import { isOpen, type Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"

/** `remark`: what was said, required when there is no reply on file. */
export function decideClosure(petition: Petition, remark: string, by: Staff, at: Date): Decision {
  const problem = whyNot(petition, by, "closure")
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
