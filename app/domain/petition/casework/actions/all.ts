/** The actions of casework, by the name of their door: what each asks and does, in the order in which the page shows them. */
import type { Permission, Staff } from "../../../access/permission"
import type { CalendarDate } from "../../../deadline/calendar-date"
import type { Petition, RegisteredPetition } from "../../petition"
import { type ActionRule, type ClockEffect, whyNot } from "../may-act"
import { approvalRule } from "./approval"
import { closureRule } from "./closure"
import { declineRule } from "./decline"
import { declineApprovalRule } from "./decline-approval"
import { extensionRule } from "./extension"
import { extensionApprovalRule } from "./extension-approval"
import { mergeRule } from "./merge"
import { noteRule } from "./note"
import { reassignmentRule } from "./reassignment"
import { replyRule } from "./reply"
import { supplementRule } from "./supplement"
import { transferRule } from "./transfer"
import { triageRule } from "./triage"

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

export const ACTION_RULES: Record<CaseAction, ActionRule> = {
  triage: triageRule,
  reassignment: reassignmentRule,
  reply: replyRule,
  approval: approvalRule,
  supplement: supplementRule,
  extension: extensionRule,
  "extension-approval": extensionApprovalRule,
  merge: mergeRule,
  transfer: transferRule,
  decline: declineRule,
  "decline-approval": declineApprovalRule,
  closure: closureRule,
  note: noteRule,
}

/** Which permission the door of an action asks for. */
export const permissionOf = (action: CaseAction): Permission => ACTION_RULES[action].permission

/** The actions this person may do to the case as it stands. */
export function allowedActions(petition: Petition, by: Staff): CaseAction[] {
  return CASE_ACTIONS.filter((action) => whyNot(petition, by, ACTION_RULES[action]) === null)
}

/** An action as the page of the case offers it, with what it does to the deadline. */
export type OfferedAction = { action: CaseAction; clock: ClockEffect }

/** The allowed actions that are still of use today. */
export function offeredActions(
  petition: RegisteredPetition,
  by: Staff,
  today: CalendarDate,
): OfferedAction[] {
  return allowedActions(petition, by)
    .filter((action) => ACTION_RULES[action].inTime?.(petition, today) ?? true)
    .map((action) => ({ action, clock: ACTION_RULES[action].clock }))
}
