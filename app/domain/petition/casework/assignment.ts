/** To whom a case is given: a person of the office who works on cases, in the section that handles it. */
import type { Role } from "../../access/permission"
import { mayHoldCases } from "../../access/reach"
import { accept, type Outcome, refuse } from "../../outcome"
import type { OpenPetition } from "../petition"

/** A person of the office to whom a case may be given. */
export type Officer = {
  id: string
  name: string
  role: Role
  officeId: string
  sectionId: string | null
}
export type Assignment = { section: { id: string; name: string }; officer: Officer }

/** The officer belongs to the office and the section, works on cases, and is not the person complained about. */
export function checkAssignment(
  petition: OpenPetition,
  { section, officer }: Assignment,
): Outcome<null> {
  const field = "officerId"
  if (officer.officeId !== petition.officeId || !mayHoldCases(officer.role)) {
    return refuse("officer-unknown", { field })
  }
  if (officer.sectionId !== section.id) return refuse("officer-not-in-section", { field })
  if (officer.id === petition.respondentId) return refuse("officer-is-respondent", { field })
  return accept(null)
}
