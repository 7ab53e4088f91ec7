/** How far each role reaches into the cases of its office: the one table behind every permission on a case and the queue's SQL. */
import { mayDo, type Role, type Staff } from "./permission"

/** `own`: the cases given to oneself; `section`: those of the section too; `office`: all. */
export type Reach = "none" | "own" | "section" | "office"

const REACH: Record<Role, Reach> = {
  director: "office",
  secretary: "office",
  planning_officer: "office",
  section_chief: "section",
  case_officer: "own",
  administrator: "none",
}

/** Who handles which cases. */
export const caseReachOf = (by: Staff): Reach => REACH[by.role]

/** Who sees which cases: everybody who works on some sees the office's, confidential ones as far as they reach. */
export const sightOf = (by: Staff): { plain: "none" | "office"; confidential: Reach } => ({
  plain: mayDo(by.role, "petition.view") ? "office" : "none",
  confidential: mayDo(by.role, "petition.view") ? caseReachOf(by) : "none",
})

/** To whom a case may be given. Whoever is not named here never holds one. */
export const CASE_HANDLERS: readonly Role[] = [
  "director",
  "secretary",
  "section_chief",
  "planning_officer",
  "case_officer",
]

export const mayHoldCases = (role: Role): boolean => CASE_HANDLERS.includes(role)
