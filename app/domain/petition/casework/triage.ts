/** Sorting a new case: what it is about, which section and officer handle it, whether it is confidential. */
import type { Role, Staff } from "../../access/permission"
import { accept, type Outcome, refuse } from "../../outcome"
import { openFor } from "./may-act"
import type { Nature, OpenPetition, Petition } from "../petition"
import type { Decision, PetitionChange } from "../petition-change"

/** A person of the office to whom a case may be given. */
export type Officer = {
  id: string
  name: string
  role: Role
  officeId: string
  sectionId: string | null
}
export type Assignment = { section: { id: string; name: string }; officer: Officer }

export type Triage = {
  assignment: Assignment
  category: { id: string; officeId: string; confidential: boolean }
  nature: Nature
  confidential: boolean
  respondentId: string | null
}

/** Gives a new case to a section and an officer. A category of wrongdoing makes it confidential (§170 II). */
export function decideTriage(petition: Petition, triage: Triage, by: Staff): Decision {
  const open = openFor(petition, by, "triage")
  if (!open.ok) return open
  if (triage.category.officeId !== petition.officeId)
    return refuse("category-unknown", { field: "categoryId" })
  const { respondentId } = triage
  const fitting = checkAssignment({ ...open.value, respondentId }, triage.assignment)
  if (!fitting.ok) return fitting
  // 檢舉 is kept confidential whether or not anybody ticked it.
  const confidential =
    triage.confidential || triage.category.confidential || triage.nature === "misconduct"
  const { section, officer } = triage.assignment
  return accept<PetitionChange>({
    petition: {
      ...open.value,
      status: "assigned",
      sectionId: section.id,
      officerId: officer.id,
      categoryId: triage.category.id,
      nature: triage.nature,
      confidential,
      respondentId,
      remark: null,
    },
    events: [
      {
        kind: "petition.classified",
        isPublic: false,
        detail: { officer: officer.name, nature: triage.nature, confidential },
      },
      { kind: "petition.assigned", isPublic: true, detail: { section: section.name } },
    ],
    letters: [
      {
        kind: "assignment",
        props: {
          number: open.value.number,
          sectionName: section.name,
          dueOn: open.value.clock.dueOn,
        },
      },
    ],
  })
}

/** The officer belongs to the office and the section, works on cases, and is not the person complained about. */
export function checkAssignment(
  petition: OpenPetition,
  { section, officer }: Assignment,
): Outcome<null> {
  const field = "officerId"
  if (officer.officeId !== petition.officeId || officer.role === "administrator") {
    return refuse("officer-unknown", { field })
  }
  if (officer.sectionId !== section.id) return refuse("officer-not-in-section", { field })
  if (officer.id === petition.respondentId) return refuse("officer-is-respondent", { field })
  return accept(null)
}
