/** 補正: the office asks the petitioner what is unclear. The clock runs on unless the office set otherwise. */
import type { Staff } from "../../../access/permission"
import { countDeadline } from "../../../deadline/count-deadline"
import { accept, refuse } from "../../../outcome"
import type { Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { workingBase } from "../ended"
import { type ActionRule, openFor } from "../may-act"
import { CASEWORK_RULES } from "../rules"
import type { WorkingDay } from "../working-day"

export const supplementRule: ActionRule = {
  permission: "petition.supplement",
  states: ["assigned"],
  by: "who-handles-it",
  clock: "runs-while-waiting",
}

export function decideSupplementRequest(
  petition: Petition,
  question: string,
  by: Staff,
  { today, calendar, rules = CASEWORK_RULES }: WorkingDay,
): Decision {
  const open = openFor(petition, by, supplementRule)
  if (!open.ok) return open
  if (open.value.status !== "assigned") return refuse("not-in-this-state")
  const answer = countDeadline(
    today,
    { unit: "working_day", count: rules.supplementWorkingDays },
    calendar,
  )
  if (!answer.ok) return answer
  const answerBy = answer.value.dueOn
  const supplement = {
    question,
    requestedOn: today,
    answerBy,
    stopsClock: rules.supplementStopsClock,
    requestedById: by.id,
  }
  const { sectionId, officerId, number } = open.value
  return accept<PetitionChange>({
    petition: {
      ...workingBase(open.value),
      sectionId,
      officerId,
      status: "awaiting_supplement",
      supplement,
    },
    events: [
      { kind: "petition.supplement_requested", isPublic: true, detail: { question, answerBy } },
    ],
    letters: [{ kind: "supplement-request", props: { number, question, answerBy } }],
  })
}
