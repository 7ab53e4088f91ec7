/** Who may do what to which petition now: the one check behind every page and every decision of casework. */
import { mayDo, type Permission, type Staff } from "../../access/permission"
import { caseReachOf, sightOf } from "../../access/reach"
import type { CalendarDate } from "../../deadline/calendar-date"
import { accept, type Outcome, type Problem, refuse } from "../../outcome"
import {
  isOpen,
  isRegistered,
  type OpenPetition,
  type Petition,
  type RegisteredPetition,
  type Status,
} from "../petition"
import { CASEWORK_RULES, type CaseworkRules } from "./rules"

/** What an action does to the deadline, by the key of its words. */
export const CLOCK_EFFECTS = [
  "runs-from-receipt",
  "not-restarted",
  "runs-until-sent",
  "stops-when-sent",
  "runs-while-waiting",
  "moves-when-approved",
  "moves-or-stays",
  "follows-main-case",
  "stops",
  "runs-until-decided",
  "stops-or-runs-on",
  "stopped-or-stops-now",
  "none",
] as const
export type ClockEffect = (typeof CLOCK_EFFECTS)[number]

/** What every action of casework says of itself; its file has the decision too. */
export type ActionRule = {
  permission: Permission
  states: readonly Status[] | "every"
  /** Most actions are for who handles the case; `whoever-sees-it` needs no more than the sight of it. */
  by: "who-handles-it" | "whoever-sees-it"
  clock: ClockEffect
  /** What stands against it besides the state: the person, a request that waits, a limit. */
  blocked?: (petition: RegisteredPetition, by: Staff, rules: CaseworkRules) => Problem | null
  /** Until when it is still of use; the page does not offer it afterwards. */
  inTime?: (petition: RegisteredPetition, today: CalendarDate) => boolean
}

/** States in which an officer holds the case. */
export const IN_HAND: readonly Status[] = ["assigned", "awaiting_supplement"]
/** States in which nobody has asked a second person to decide. */
export const UNDECIDED: readonly Status[] = ["accepted", ...IN_HAND]

/** Whether this person may open the case at all. A confidential one (§170 II) is for those who must handle it. */
export function maySee(petition: Petition, by: Staff): boolean {
  if (petition.officeId !== by.officeId || !isRegistered(petition)) return false
  const sight = sightOf(by)
  if (!petition.confidential) return sight.plain !== "none"
  return sight.confidential !== "none" && mayHandle(petition, by)
}

/** Whether this person may read who petitions: the officer of the case, the supervisors over it, the planning officer. */
export function maySeeContact(petition: Petition, by: Staff): boolean {
  return maySee(petition, by) && isRegistered(petition) && mayHandle(petition, by)
}

/** Whether this person may print the record of an oral petition: whoever wrote it down has it signed at the counter. */
export function mayPrintRecord(petition: Petition, by: Staff): boolean {
  if (!petition.oralRecord || !maySee(petition, by)) return false
  return petition.oralRecord.recordedById === by.id || maySeeContact(petition, by)
}

/** Null when the action is allowed, else the one reason against it. */
export function whyNot(
  petition: Petition,
  by: Staff,
  rule: ActionRule,
  rules = CASEWORK_RULES,
): Problem | null {
  if (!maySee(petition, by) || !isRegistered(petition)) return { code: "petition-not-found" }
  if (!mayDo(by.role, rule.permission)) return { code: "not-permitted" }
  if (rule.states !== "every" && !rule.states.includes(petition.status))
    return { code: "not-in-this-state" }
  if (rule.by === "who-handles-it") {
    if (petition.respondentId === by.id) return { code: "respondent-must-not-decide" }
    if (!mayHandle(petition, by)) return { code: "not-your-case" }
  }
  return rule.blocked?.(petition, by, rules) ?? null
}

/** The check at the head of every decision on an open case. */
export function openFor(
  petition: Petition,
  by: Staff,
  rule: ActionRule,
  rules = CASEWORK_RULES,
): Outcome<OpenPetition> {
  const problem = whyNot(petition, by, rule, rules)
  if (problem) return { ok: false, problems: [problem] }
  return isOpen(petition) ? accept(petition) : refuse("not-in-this-state")
}

/** The reach of the role; an unassigned case is within a section's reach unless it is confidential. */
function mayHandle(petition: RegisteredPetition, by: Staff): boolean {
  if (petition.confidential && petition.respondentId === by.id) return false
  const reach = caseReachOf(by)
  if (reach === "none") return false
  if (reach === "office" || petition.officerId === by.id) return true
  if (reach === "own") return false
  return petition.sectionId === null ? !petition.confidential : petition.sectionId === by.sectionId
}
