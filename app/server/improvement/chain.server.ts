/** The chain from an answer to its effect: what belongs to a trend, and what stands behind a plan item. */
import {
  type Effect,
  answersNeeded,
  checkEffect,
  windowState,
  type WindowState,
} from "~/domain/improvement/effect"
import type { FindingState } from "~/domain/improvement/finding"
import type { Target } from "~/domain/improvement/target"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { type Period, periodOf } from "~/domain/statistics/period"
import { today } from "../tools/clock.server"
import { db } from "../tools/db.server"
import { countSatisfied } from "../statistics/trends.server"
import { findFinding, type FindingRow, readFinding } from "./findings.server"
import { findPlan, type PlanItemView, type PlanView } from "./plans.server"

export type ItemFinding = { id: string; status: FindingState; period: Period }

/** The newest findings of one item, to which its trend leads. */
export async function listFindingsOfItem(officeId: string, item: string): Promise<ItemFinding[]> {
  const rows = await db().finding.findMany({
    where: { officeId, item },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: 5,
  })
  return rows.map(readFinding).map(({ id, status, evidence }) => {
    return { id, status, period: evidence.filter.period }
  })
}

export type PlanStart = { period: Period; rocYear: number; number: number }

/** When work on this item's approved plan items began: the rules drawn into its chart. */
export async function listPlanStarts(officeId: string, item: string): Promise<PlanStart[]> {
  const items = await db().planItem.findMany({
    where: { finding: { officeId, item }, plan: { status: "approved" } },
    select: {
      number: true,
      plan: { select: { rocYear: true } },
      workRows: { select: { plannedMonths: true, actualMonths: true } },
    },
  })
  return items.flatMap(({ number, plan: { rocYear }, workRows }) => {
    const month = firstMonth(workRows)
    if (month === null) return []
    const day = calendarDate(`${rocYear + 1911}-${String(month).padStart(2, "0")}-01`)
    return [{ period: periodOf(day, "month"), rocYear, number }]
  })
}

/** The first month in which work was done; while none is noted, the first for which it was planned. */
function firstMonth(rows: { plannedMonths: number[]; actualMonths: number[] }[]): number | null {
  const done = rows.flatMap((row) => row.actualMonths)
  const months = done.length > 0 ? done : rows.flatMap((row) => row.plannedMonths)
  return months.length === 0 ? null : Math.min(...months)
}

export type EffectCheck = {
  window: WindowState
  /** Answers in the window so far. */
  n: number
  needed: number | null
  /** Only when the window is over. */
  effect: Effect | null
}

export type PlanItemChain = {
  plan: PlanView
  item: PlanItemView
  finding: FindingRow | null
  check: EffectCheck | null
}

/** One item of a plan with the finding it answers and the state of its effect check, or null. */
export async function findPlanItem(
  planId: string,
  number: number,
  officeId: string,
): Promise<PlanItemChain | null> {
  const plan = await findPlan(planId, officeId)
  const item = plan?.items.find((one) => one.number === number)
  if (!plan || !item) return null
  const finding = item.findingId === null ? null : await findFinding(item.findingId, officeId)
  const check = item.target && finding ? await checkTarget(item.target, finding, officeId) : null
  return { plan, item, finding, check }
}

async function checkTarget(
  target: Target,
  finding: FindingRow,
  officeId: string,
): Promise<EffectCheck> {
  const window = windowState(target, today())
  const after =
    window === "before"
      ? { count: 0, n: 0 }
      : await countSatisfied({
          officeId,
          item: target.item,
          question: finding.evidence.question,
          span: target.window,
        })
  return {
    window,
    n: after.n,
    needed: answersNeeded(target.baseline, target),
    effect: window === "over" ? checkEffect(target.baseline, after, target) : null,
  }
}
