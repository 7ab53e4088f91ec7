/** An internal note: on the timeline for the office, never for the petitioner. */
import type { Staff } from "../../access/permission"
import { accept } from "../../outcome"
import { whyNot } from "./may-act"
import type { Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"

export function decideNote(petition: Petition, text: string, by: Staff): Decision {
  const problem = whyNot(petition, by, "note")
  if (problem) return { ok: false, problems: [problem] }
  return accept<PetitionChange>({
    petition,
    events: [{ kind: "petition.noted", isPublic: false, detail: { text } }],
    letters: [],
  })
}
