/** 併案: a case on the same facts is answered under an earlier open one, and its petitioner is told so. */
import type { Staff } from "../../../access/permission"
import { accept, refuse } from "../../../outcome"
import { isOpen, type Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { endedBase } from "../ended"
import { type ActionRule, maySee, openFor, UNDECIDED } from "../may-act"

export const mergeRule: ActionRule = {
  permission: "petition.merge",
  states: UNDECIDED,
  by: "who-handles-it",
  clock: "follows-main-case",
}

/** `main` is the case it joins. The count runs from the first receipt, so the earlier case leads. */
export function decideMerge(
  petition: Petition,
  main: Petition | null,
  by: Staff,
  at: Date,
): Decision {
  const open = openFor(petition, by, mergeRule)
  if (!open.ok) return open
  const field = "mainNumber"
  if (!main || !maySee(main, by) || !isOpen(main)) return refuse("main-not-open", { field })
  if (main.id === petition.id) return refuse("merge-into-itself", { field })
  if (main.clock.receivedOn > open.value.clock.receivedOn) return refuse("main-is-later", { field })
  if (open.value.followerIds.length > 0) return refuse("has-followers", { field })
  if (main.confidential !== open.value.confidential)
    return refuse("confidentiality-differs", { field })
  const { number } = open.value
  const mainNumber = main.number
  const { dueOn } = main.clock
  return accept<PetitionChange>({
    petition: { ...endedBase(open.value), status: "merged", mergedIntoId: main.id, closedAt: at },
    events: [
      { kind: "petition.merged", isPublic: true, detail: { mainNumber, dueOn } },
      {
        kind: "petition.follower_joined",
        isPublic: false,
        detail: { number },
        petitionId: main.id,
      },
    ],
    letters: [{ kind: "merge", props: { number, mainNumber, dueOn } }],
  })
}
