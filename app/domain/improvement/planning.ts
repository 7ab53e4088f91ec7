/** From a confirmed finding to an item of a plan: the item, its promise and the finding's new state belong together. */
import type { Staff } from "../access/permission"
import { accept, type Outcome } from "../outcome"
import { decidePlanFinding, type FindingProblem } from "./finding"
import { type FindingChange, judgedFinding, type JudgedFinding } from "./finding-change"
import type { PlanItemDraft, PlanProblem } from "./plan"
import { decideItem, type PlanChange, type PlanRecord } from "./plan-change"
import { type Baseline, decideTarget, type TargetDraft, type TargetProblem } from "./target"

export type Planning = {
  baseline: Baseline
  target: TargetDraft
  item: PlanItemDraft
  itemId: string
}

/** All of it, or a refusal of the whole. */
export function decidePlanning(
  finding: JudgedFinding,
  plan: PlanRecord,
  { baseline, item, itemId, target: promise }: Planning,
  by: { staff: Staff; now: Date },
): Outcome<
  { finding: FindingChange; plan: PlanChange; number: number },
  FindingProblem | PlanProblem | TargetProblem
> {
  const planned = decidePlanFinding(finding, by)
  if (!planned.ok) return planned
  const target = decideTarget(baseline, promise)
  if (!target.ok) return target
  const origin = { findingId: finding.id, target: target.value }
  const added = decideItem(plan, { id: itemId, draft: item, origin })
  if (!added.ok) return added
  const { number } = added.value
  return accept({ finding: judgedFinding(finding, planned.value), plan: added.value, number })
}
