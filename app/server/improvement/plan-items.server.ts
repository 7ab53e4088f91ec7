/** Items of a plan: adds one, makes one from a finding, and notes in which months its work was done. */
import type { Staff } from "~/domain/access/permission"
import { decidePlanFinding, type Evidence, type FindingProblem } from "~/domain/improvement/finding"
import { decideAddItem, type PlanItemDraft, type PlanProblem } from "~/domain/improvement/plan"
import { decideMarkMonths, type ProgressProblem } from "~/domain/improvement/progress"
import {
  type Baseline,
  decideTarget,
  type TargetDraft,
  type TargetProblem,
} from "~/domain/improvement/target"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { firstDayOf, lastDayOf } from "~/domain/statistics/period"
import { now, today } from "../tools/clock.server"
import { inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { countSatisfied, lastWholePeriod } from "../statistics/trends.server"
import { findFinding, isUuid, lockFinding, saveDecision } from "./findings.server"
import { asPlan, insertItem, lockPlan } from "./plans.server"

/** Where a new item is found: /staff/plans/:planId/items/:number */
export type ItemPlace = { planId: string; number: number }

export function addPlanItem(
  planId: string,
  draft: PlanItemDraft,
  by: Staff,
): Promise<Outcome<ItemPlace, PlanProblem | "plan-not-found">> {
  return inTransaction(async (tx) => {
    const plan = await lockPlan(tx, planId, by.officeId)
    if (!plan) return refuse("plan-not-found")
    const item = decideAddItem(asPlan(plan), draft, null)
    if (!item.ok) return item
    const itemId = await insertItem(tx, planId, item.value)
    await tellPlan(
      tx,
      { planId, kind: "plan.item-added", detail: { itemId, number: item.value.number } },
      by,
    )
    return accept({ planId, number: item.value.number })
  })
}

export type FindingPlanning = {
  findingId: string
  planId: string
  item: PlanItemDraft
  target: TargetDraft
}

type PlanningProblem =
  FindingProblem | PlanProblem | TargetProblem | "finding-not-found" | "plan-not-found"

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
    const finding = await lockFinding(tx, wish.findingId, by.officeId)
    if (!finding) return refuse("finding-not-found")
    const plan = await lockPlan(tx, wish.planId, by.officeId)
    if (!plan) return refuse("plan-not-found", { field: "planId" })
    const planned = decidePlanFinding(finding, { staff: by, now: now() })
    if (!planned.ok) return planned
    const target = decideTarget(baseline, wish.target)
    if (!target.ok) return target
    const origin = { findingId: finding.id, target: target.value }
    const item = decideAddItem(asPlan(plan), wish.item, origin)
    if (!item.ok) return item
    const itemId = await insertItem(tx, plan.id, item.value)
    await saveDecision(tx, finding, planned.value, by)
    const detail = { itemId, number: item.value.number, findingId: finding.id }
    await tellPlan(tx, { planId: plan.id, kind: "plan.item-added", detail }, by)
    return accept({ planId: plan.id, number: item.value.number })
  })
}

/** Notes the months in which one row of work was done; the event keeps what was noted before. */
export function markMonths(
  mark: { planId: string; workRowId: string; actualMonths: number[] },
  by: Staff,
): Promise<
  Outcome<{ actualMonths: number[] }, ProgressProblem | "plan-not-found" | "work-not-found">
> {
  return inTransaction(async (tx) => {
    const plan = await lockPlan(tx, mark.planId, by.officeId)
    if (!plan) return refuse("plan-not-found")
    const rows = plan.items.flatMap((item) => item.workRows.map((row) => ({ ...row, item })))
    const row = isUuid(mark.workRowId) ? rows.find(({ id }) => id === mark.workRowId) : undefined
    if (!row) return refuse("work-not-found")
    const noted = decideMarkMonths(plan, mark.actualMonths, today())
    if (!noted.ok) return noted
    await tx.workRow.update({ where: { id: row.id }, data: noted.value })
    const detail = {
      number: row.item.number,
      work: row.work,
      before: row.actualMonths,
      after: noted.value.actualMonths,
    }
    await tellPlan(tx, { planId: plan.id, kind: "plan.work-noted", detail }, by)
    return accept(noted.value)
  })
}

type PlanNews = { planId: string; kind: string; detail: Record<string, string | number | number[]> }

function tellPlan(tx: Transaction, { planId, kind, detail }: PlanNews, by: Staff): Promise<void> {
  return appendEvent(tx, {
    topic: "plan",
    subjectId: planId,
    officeId: by.officeId,
    kind,
    actor: by,
    detail,
  })
}
