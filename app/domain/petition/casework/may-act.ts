/** Who may do what to which petition now: the one check behind every page and every decision of casework. */
import { type Permission, mayDo, type Staff } from "../../access/permission"
import { accept, type Outcome, type Problem, refuse } from "../../outcome"
import { CASEWORK_RULES } from "./rules"
import {
  isOpen,
  isRegistered,
  type OpenPetition,
  type Petition,
  type RegisteredPetition,
  type Status,
} from "../petition"

/** The actions of casework, by the name of their door. */
export const CASE_ACTIONS = [
  "triage",
  "reassignment",
  "reply",
  "approval",
  "supplement",
  "extension",
  "extension-approval",
  "merge",
  "transfer",
  "decline",
  "decline-approval",
  "closure",
  "note",
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

type Rule = {
  permission: Permission
  states: readonly Status[]
  blocked?: (petition: OpenPetition, by: Staff) => string | null
}

const IN_HAND: readonly Status[] = ["assigned", "awaiting_supplement"]
const UNDECIDED: readonly Status[] = ["accepted", ...IN_HAND]

const RULES: Record<CaseAction, Rule> = {
  triage: { permission: "petition.triage", states: ["accepted"] },
  reassignment: { permission: "petition.reassign", states: IN_HAND },
  reply: { permission: "petition.reply", states: IN_HAND },
  approval: {
    permission: "petition.approve-reply",
    states: ["pending_approval"],
    blocked: notMyDraft,
  },
  supplement: { permission: "petition.supplement", states: ["assigned"] },
  extension: {
    permission: "petition.request-extension",
    states: IN_HAND,
    blocked: oneRequestAtATime,
  },
  "extension-approval": {
    permission: "petition.approve-extension",
    states: [...IN_HAND, "pending_approval"],
    blocked: notMyExtension,
  },
  merge: { permission: "petition.merge", states: UNDECIDED },
  transfer: { permission: "petition.transfer", states: UNDECIDED },
  decline: { permission: "petition.reply", states: UNDECIDED },
  "decline-approval": {
    permission: "petition.decline",
    states: ["pending_approval"],
    blocked: notMyDecline,
  },
  closure: { permission: "petition.close", states: ["accepted", "assigned", "replied"] },
  note: { permission: "petition.view", states: [] }, // in every state
}

/** Which permission the door of an action asks for. */
export const permissionOf = (action: CaseAction): Permission => RULES[action].permission

/** Whether this person may open the case at all. A confidential one (§170 II) is for those who must handle it. */
export function maySee(petition: Petition, by: Staff): boolean {
  if (petition.officeId !== by.officeId || !isRegistered(petition)) return false
  if (!mayDo(by.role, "petition.view")) return false
  return !petition.confidential || mayHandle(petition, by)
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

/** The actions this person may do to the case as it stands, in the order in which the page shows them. */
export function allowedActions(petition: Petition, by: Staff): CaseAction[] {
  return CASE_ACTIONS.filter((action) => whyNot(petition, by, action) === null)
}

/** Null when the action is allowed, else the one reason against it. */
export function whyNot(petition: Petition, by: Staff, action: CaseAction): Problem | null {
  if (!maySee(petition, by) || !isRegistered(petition)) return { code: "petition-not-found" }
  const rule = RULES[action]
  if (!mayDo(by.role, rule.permission)) return { code: "not-permitted" }
  if (action === "note") return null
  if (!rule.states.includes(petition.status)) return { code: "not-in-this-state" }
  if (petition.respondentId === by.id) return { code: "respondent-must-not-decide" }
  if (!mayHandle(petition, by)) return { code: "not-your-case" }
  if (action === "closure") return closureBlock(petition)
  const blocked = isOpen(petition) ? rule.blocked?.(petition, by) : null
  return blocked ? { code: blocked } : null
}

/** The check at the head of every decision on an open case. */
export function openFor(petition: Petition, by: Staff, action: CaseAction): Outcome<OpenPetition> {
  const problem = whyNot(petition, by, action)
  if (problem) return { ok: false, problems: [problem] }
  return isOpen(petition) ? accept(petition) : refuse("not-in-this-state")
}

/** A case officer handles the own cases, a section chief those of the section, the others the whole office. */
function mayHandle(petition: RegisteredPetition, by: Staff): boolean {
  if (petition.confidential && petition.respondentId === by.id) return false
  if (petition.officerId === by.id) return true
  if (by.role === "section_chief") {
    return petition.sectionId === null
      ? !petition.confidential
      : petition.sectionId === by.sectionId
  }
  return by.role === "director" || by.role === "secretary" || by.role === "planning_officer"
}

function notMyDraft(petition: OpenPetition, by: Staff): string | null {
  if (petition.status !== "pending_approval" || petition.approval.kind !== "reply")
    return "not-in-this-state"
  return petition.approval.draftedById === by.id ? "own-draft" : null
}

function notMyDecline(petition: OpenPetition, by: Staff): string | null {
  if (petition.status !== "pending_approval" || petition.approval.kind !== "decline")
    return "not-in-this-state"
  return petition.approval.requestedById === by.id ? "own-request" : null
}

function oneRequestAtATime(petition: OpenPetition): string | null {
  if (petition.extensionRequest) return "extension-already-requested"
  return petition.extensionCount >= CASEWORK_RULES.maxExtensions ? "no-more-extensions" : null
}

/** Past the legal bound only the head of the office decides. */
function notMyExtension(petition: OpenPetition, by: Staff): string | null {
  const request = petition.extensionRequest
  if (!request) return "not-in-this-state"
  if (request.requestedById === by.id) return "own-request"
  return request.isSpecial && by.role !== "director" ? "special-needs-director" : null
}

function closureBlock(petition: RegisteredPetition): Problem | null {
  return petition.status === "replied" || mayCloseOnTheSpot(petition)
    ? null
    : { code: "answer-before-closing" }
}

/** 隨到隨辦: an enquiry or a suggestion made by word of mouth may be answered at once, with a record of what was said. */
export function mayCloseOnTheSpot(petition: RegisteredPetition): boolean {
  const spoken = petition.source === "counter" || petition.source === "phone"
  const light = petition.nature === "enquiry" || petition.nature === "suggestion"
  return spoken && light && (petition.status === "accepted" || petition.status === "assigned")
}
