/** The annual service-quality plan (提升服務品質執行計畫): what it holds, and what may happen to it. */
import { z } from "zod"
import { mayDo, type Staff } from "../access/permission"
import { accept, refuse, type Outcome } from "../outcome"
import type { Target } from "./target"

const sentence = z.string().trim().min(1, "required").max(2000, "too-long")
const withPoints = z.object({ text: sentence, points: z.array(sentence) })

/**
 * The body of a plan, as the office publishes it. The matrix follows that year's award criteria, so its
 * dimensions are the plan's own words and no list of ours.
 */
export const PlanContentSchema = z.object({
  basis: z.array(sentence), // 計畫依據
  goals: z.array(sentence), // 計畫目標
  mission: withPoints.nullable(), // 組織目標
  subjects: z.string().trim().max(500, "too-long"), // 實施對象
  matrix: z.array(
    z.object({
      dimension: sentence, // 實施要領
      strategies: z.array(z.object({ strategy: sentence, method: sentence })), // 執行策略, 執行方法
    }),
  ),
  measures: z.array(sentence), // 推動措施
  oversight: z.array(withPoints), // 管考方式及獎懲
  closing: z.array(sentence), // 附則
  scheduleTitle: sentence, // 作業時程管制表
  note: sentence.nullable(), // what a reader must know about this copy
})
export type PlanContent = z.infer<typeof PlanContentSchema>

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Months of one row, 1–12: each once, in order. One ticked box arrives as a text, several as an array. */
export const MonthsSchema = z.preprocess(
  (ticked) => (ticked === undefined || ticked === "" ? [] : [ticked].flat()),
  z
    .array(z.coerce.number().int("not-a-month").min(1, "not-a-month").max(12, "not-a-month"))
    .transform((months) => [...new Set(months)].sort((a, b) => a - b)),
)

export const WorkRowSchema = z.object({
  work: z.string().trim().min(1, "required").max(500, "too-long"),
  plannedMonths: MonthsSchema,
})

/** One item as somebody writes it: title, 課室 and its rows of work. */
export const PlanItemDraftSchema = z.object({
  title: z.string().trim().min(1, "item-title-missing").max(200, "too-long"),
  owner: z.string().trim().min(1, "owner-missing").max(40, "too-long"),
  workRows: z.array(WorkRowSchema).min(1, "work-missing").max(12, "too-many-rows"),
})
export type PlanItemDraft = z.infer<typeof PlanItemDraftSchema>

/** A whole plan as a document: what the seeds and an import bring. */
export const PlanDocumentSchema = z.object({
  rocYear: z.number().int().min(60).max(300),
  title: sentence,
  documentNo: z.string().nullable(),
  content: PlanContentSchema,
  items: z.array(PlanItemDraftSchema.extend({ number: z.number().int().min(1) })),
})
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
