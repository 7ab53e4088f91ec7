/** Items of a plan: adds one, makes one from a finding, and notes in which months its work was done. */
import type { Staff } from "~/domain/access/permission"
import type { Evidence, FindingProblem } from "~/domain/improvement/finding"
import type { PlanItemDraft, PlanProblem } from "~/domain/improvement/plan"
import { decideItem, decideProgress } from "~/domain/improvement/plan-change"
import { decidePlanning } from "~/domain/improvement/planning"
import type { ProgressProblem } from "~/domain/improvement/progress"
import type { Baseline, TargetDraft, TargetProblem } from "~/domain/improvement/target"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { firstDayOf, lastDayOf } from "~/domain/statistics/period"
import { type RecordSeen, seenOf } from "../tools/change.server"
import { now, today } from "../tools/clock.server"
import { newId } from "../tools/code.server"
import { inTransaction } from "../tools/db.server"
import { countSatisfied, lastWholePeriod } from "../statistics/trends.server"
import { findFinding, findings } from "./findings.server"
import { plans } from "./plans.server"

/** Where a new item is found: /staff/plans/:planId/items/:number */
export type ItemPlace = { planId: string; number: number }

export async function addPlanItem(
  target: string | RecordSeen,
  draft: PlanItemDraft,
  by: Staff,
): Promise<Outcome<ItemPlace, PlanProblem | "plan-not-found" | "already-changed">> {
  const added = await plans.change(seenOf(target), by, (plan) =>
    decideItem(plan, { id: newId(), draft, origin: null }),
  )
  if (!added.ok) return added
  const { next, number } = added.value
  return accept({ planId: next.id, number })
}

export type FindingPlanning = {
  findingId: string
  planId: string
  item: PlanItemDraft
  target: TargetDraft
}

type PlanningProblem =
  | "already-changed"
  | FindingProblem
  | PlanProblem
  | TargetProblem
  | "finding-not-found"
  | "plan-not-found"

/**
 * What the improvement will be compared with: everybody who answered since the decline began, up to the last whole
 * month, because the signal's own month alone has few answers. Falls back to the evidence when nothing is counted.
 */
export async function baselineOf(evidence: Evidence, officeId: string): Promise<Baseline> {
  const { filter, question, after } = evidence
  const from = firstDayOf(after.periods.from)
  const newest = lastWholePeriod("month")
  const to = lastDayOf(newest > after.periods.to ? newest : after.periods.to)
  const counted = await countSatisfied({
    officeId,
    item: filter.item,
    question,
    span: { from, to },
  })
  if (counted.n >= after.n) return { item: filter.item, ...counted, span: { from, to } }
  const span = { from, to: lastDayOf(after.periods.to) }
  return { item: filter.item, count: after.count, n: after.n, span }
}

/**
 * Turns a confirmed finding into an item: the item with its promise, the finding's new state and both events, or
 * nothing. Of two people at once the second learns that it is planned already. Locks the finding, then the plan.
 */
export async function planFinding(
  wish: FindingPlanning,
  by: Staff,
): Promise<Outcome<ItemPlace, PlanningProblem>> {
  const seen = await findFinding(wish.findingId, by.officeId)
  if (!seen) return refuse("finding-not-found")
  const baseline = await baselineOf(seen.evidence, by.officeId) // evidence never changes: no lock is needed
  return inTransaction(async (tx) => {
    const finding = await findings.open(tx, { id: wish.findingId }, by)
    if (!finding.ok) return finding
    const plan = await plans.open(tx, { id: wish.planId }, by)
    if (!plan.ok) return refuse("plan-not-found", { field: "planId" })
    const { item, target } = wish
    const planning = { baseline, item, target, itemId: newId() }
    const done = decidePlanning(finding.value, plan.value, planning, { staff: by, now: now() })
    if (!done.ok) return done
    await plans.save(tx, plan.value, done.value.plan, by)
    await findings.save(tx, finding.value, done.value.finding, by)
    return accept({ planId: plan.value.id, number: done.value.number })
  })
}

/** Notes the months in which one row of work was done; the event keeps what was noted before. */
export async function markMonths(
  mark: { planId: string; workRowId: string; actualMonths: number[]; seen?: string },
  by: Staff,
): Promise<
  Outcome<
    { actualMonths: number[] },
    ProgressProblem | "plan-not-found" | "work-not-found" | "already-changed"
  >
> {
  const { planId: id, seen } = mark
  const noted = await plans.change({ id, seen }, by, (plan) => decideProgress(plan, mark, today()))
  return noted.ok ? accept({ actualMonths: noted.value.actualMonths }) : noted
}
