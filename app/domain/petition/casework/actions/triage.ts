/** 分派: what a new case is about, which section and officer handle it, whether it is confidential. */
import type { Staff } from "../../../access/permission"
import { accept, refuse } from "../../../outcome"
import type { Nature, Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { type Assignment, checkAssignment } from "../assignment"
import { type ActionRule, openFor } from "../may-act"

export const triageRule: ActionRule = {
  permission: "petition.triage",
  states: ["accepted"],
  by: "who-handles-it",
  clock: "runs-from-receipt",
}

export type Triage = {
  assignment: Assignment
  category: { id: string; officeId: string; confidential: boolean }
  nature: Nature
  confidential: boolean
  respondentId: string | null
}

/** Gives a new case to a section and an officer. A category of wrongdoing makes it confidential (§170 II). */
export function decideTriage(petition: Petition, triage: Triage, by: Staff): Decision {
  const open = openFor(petition, by, triageRule)
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
