/** 加註: on the timeline for the office, never for the petitioner. */
import type { Staff } from "../../../access/permission"
import { accept } from "../../../outcome"
import type { Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { type ActionRule, whyNot } from "../may-act"

/** Whoever reads the case may know something about it, also when it has ended. */
export const noteRule: ActionRule = {
  permission: "petition.view",
  states: "every",
  by: "whoever-sees-it",
  clock: "none",
}

export function decideNote(petition: Petition, text: string, by: Staff): Decision {
  const problem = whyNot(petition, by, noteRule)
  if (problem) return { ok: false, problems: [problem] }
  return accept<PetitionChange>({
    petition,
    events: [{ kind: "petition.noted", isPublic: false, detail: { text } }],
    letters: [],
  })
}
