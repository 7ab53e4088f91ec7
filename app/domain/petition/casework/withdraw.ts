/** 撤回: the petitioner takes the petition back while it is open. */
import { accept, refuse } from "../../outcome"
import { endedBase } from "./ended"
import { isOpen, type Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"

export function decideWithdrawal(petition: Petition, reason: string, at: Date): Decision {
  if (!isOpen(petition)) return refuse("not-in-this-state")
  // Others are waiting for the answer given under this case.
  if (petition.followerIds.length > 0) return refuse("has-followers")
  return accept<PetitionChange>({
    petition: { ...endedBase(petition), status: "withdrawn", remark: reason || null, closedAt: at },
    events: [{ kind: "petition.withdrawn", isPublic: true, detail: {} }],
    letters: [{ kind: "withdrawn", props: { number: petition.number } }],
  })
}
