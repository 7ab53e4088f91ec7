/** The annual service-quality plan (提升服務品質執行計畫): what it holds, and what may happen to it. */
import type { z } from "zod"
import { mayDo, type Staff } from "../access/permission"
import { accept, refuse, type Outcome } from "../outcome"
import type { PlanContentSchema, PlanDocumentSchema, PlanItemDraftSchema } from "./plan.schema"
import type { Target } from "./target"

/** The body of a plan, as the office publishes it. */
export type PlanContent = z.infer<typeof PlanContentSchema>

/** The list of work of an item, as its form names it. The longest item of an ordinary plan has seven rows. */
export const WORK_ROWS = "workRows"
export const MOST_WORK_ROWS = 40

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** One item as somebody writes it: title, 課室 and its rows of work. */
export type PlanItemDraft = z.infer<typeof PlanItemDraftSchema>

/** A whole plan as a document: what the seeds and an import bring. */
export type PlanDocument = z.infer<typeof PlanDocumentSchema>

export const PLAN_STATES = ["draft", "approved"] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** What a decision about a plan needs to know of it. */
export type Plan = {
  id: string
  officeId: string
  rocYear: number
  status: PlanState
  items: { number: number; findingId: string | null; target: Target | null }[]
}

export type PlanProblem =
  | "plan-approved" // its items are locked
  | "plan-not-approved"
  | "plan-empty"
  | "not-permitted"
  | "target-missing"
  | "target-window-not-after-baseline"

/** Whether items may still be added: only until the director has approved the plan. */
export const planIsOpen = (plan: Pick<Plan, "status">): boolean => plan.status === "draft"

/** The number of the next item: one more than the highest, so that no number ever names two items. */
export function nextItemNumber(plan: Pick<Plan, "items">): number {
  return Math.max(0, ...plan.items.map((item) => item.number)) + 1
}

export type NewPlanItem = PlanItemDraft & {
  number: number
  findingId: string | null
  target: Target | null
}

/**
 * Whether this item may join the plan, and under which number. An item that answers a finding says beforehand
 * how its effect will be judged; without that target it is refused ("target-missing").
 */
export function decideAddItem(
  plan: Plan,
  draft: PlanItemDraft,
  origin: { findingId: string; target: Target | null } | null,
): Outcome<NewPlanItem, PlanProblem> {
  if (!planIsOpen(plan)) return refuse("plan-approved")
  if (origin && !origin.target) return refuse("target-missing", { field: "minimumChange" })
  return accept({
    ...draft,
    number: nextItemNumber(plan),
    findingId: origin?.findingId ?? null,
    target: origin?.target ?? null,
  })
}

export type PlanApproval = { status: "approved"; documentNo: string; approvedAt: Date }

/**
 * The director approves (奉核定): from then on items and targets are locked. `documentNo` is the 訂定文號 under
 * which the plan is issued.
 */
export function decideApprove(
  plan: Plan,
  documentNo: string,
  by: { staff: Staff; now: Date },
): Outcome<PlanApproval, PlanProblem> {
  if (!mayDo(by.staff.role, "plan.approve") || by.staff.officeId !== plan.officeId) {
    return refuse("not-permitted")
  }
  if (!planIsOpen(plan)) return refuse("plan-approved")
  if (plan.items.length === 0) return refuse("plan-empty")
  if (plan.items.some((item) => item.findingId !== null && item.target === null)) {
    return refuse("target-missing")
  }
  return accept({ status: "approved", documentNo, approvedAt: by.now })
}
