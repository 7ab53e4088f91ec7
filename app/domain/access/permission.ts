/** Who may do what: the one function that answers it. Roles are those of a household office (主任, 秘書, 課長, 研考, 承辦人). */

export const ROLES = [
  "director", // 主任: approves, decides
  "secretary", // 秘書: the director's deputy
  "section_chief", // 課長
  "planning_officer", // 研考: registers, routes, controls, reports
  "case_officer", // 承辦人
  "administrator", // 系統管理: accounts and settings, no case content
] as const
export type Role = (typeof ROLES)[number]
/** What a name that does not exist is taken for, so that it costs the same; it may do nothing, since nobody is signed in by it. */
export const NOBODYS_ROLE: Role = "case_officer"

const SUPERVISORS = ["director", "secretary", "section_chief"] as const satisfies readonly Role[]
const CASE_STAFF = [
  ...SUPERVISORS,
  "planning_officer",
  "case_officer",
] as const satisfies readonly Role[]
const CONTROLLERS = ["director", "secretary", "planning_officer"] as const satisfies readonly Role[]

/** Every permission of the back office, and the roles that may do it. */
const MAY = {
  "work.view": CASE_STAFF,
  "petition.view": CASE_STAFF,
  "petition.record": CASE_STAFF, // enter one received by phone or at the counter (§169)
  "petition.triage": [...SUPERVISORS, "planning_officer"],
  "petition.reassign": [...SUPERVISORS, "planning_officer"],
  "petition.transfer": CONTROLLERS,
  "petition.merge": CONTROLLERS,
  "petition.decline": CONTROLLERS,
  "petition.supplement": CASE_STAFF,
  "petition.request-extension": CASE_STAFF,
  "petition.approve-extension": SUPERVISORS,
  "petition.approve-special-extension": ["director"], // past the legal bound
  "petition.reply": CASE_STAFF,
  "petition.approve-reply": SUPERVISORS,
  "petition.close": CASE_STAFF,
  "survey.view": CASE_STAFF,
  "survey.results": CASE_STAFF,
  "survey.manage": CONTROLLERS,
  "trend.view": CASE_STAFF,
  "finding.view": CASE_STAFF,
  "finding.decide": [...SUPERVISORS, "planning_officer"],
  "plan.view": CASE_STAFF,
  "plan.edit": [...SUPERVISORS, "planning_officer"],
  "plan.approve": ["director"],
  "calendar.view": [...CASE_STAFF, "administrator"],
  "calendar.edit": [...CONTROLLERS, "administrator"],
  "outbox.view": CONTROLLERS, // letters say what a petitioner was told
  "outbox.send": CONTROLLERS, // a letter that was given up, once more
  "account.own": ROLES,
  "attack.view": ["director", "secretary", "administrator"],
  "staff.manage": ["administrator"],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof MAY
export const PERMISSIONS = Object.keys(MAY) as Permission[]

/** What a decision needs to know of the person who acts. */
export type Staff = {
  id: string
  name: string
  role: Role
  officeId: string
  sectionId: string | null
}

export function mayDo(role: Role, permission: Permission): boolean {
  return (MAY[permission] as readonly Role[]).includes(role)
}
