/** What a decision makes of a plan: its items, its progress, its approval, and what the history says of it. */
import type { Staff } from "../access/permission"
import type { Change } from "../change"
import type { CalendarDate } from "../deadline/calendar-date"
import { accept, type Outcome, refuse } from "../outcome"
import type { PlanEvent } from "./events"
import {
  decideAddItem,
  decideApprove,
  type Plan,
  type PlanContent,
  type PlanDocument,
  type PlanItemDraft,
  type PlanProblem,
} from "./plan"
import { decideMarkMonths, type ProgressProblem } from "./progress"
import type { Target } from "./target"

export type WorkRecord = {
  /** Null until it is written. */
  id: string | null
  work: string
  plannedMonths: number[]
  actualMonths: number[]
}

export type PlanItemRecord = {
  id: string
  number: number
  title: string
  owner: string
  findingId: string | null
  target: Target | null
  workRows: WorkRecord[]
}

/** A whole plan with the ids of its parts. */
export type PlanRecord = Omit<Plan, "items"> & {
  title: string
  documentNo: string | null
  content: PlanContent
  approvedAt: Date | null
  items: PlanItemRecord[]
}
export type PlanChange = Change<PlanRecord, PlanEvent>

/** A new draft, from a document or from last year's plan. One office has one plan for a year. */
export function decideNewPlan(
  { items, ...document }: PlanDocument,
  takenYears: number[],
  made: { id: string; officeId: string; newId: () => string },
): Outcome<PlanChange, "plan-year-taken"> {
  const { rocYear } = document
  if (takenYears.includes(rocYear)) return refuse("plan-year-taken", { field: "rocYear" })
  const { id, officeId, newId } = made
  const next: PlanRecord = {
    ...{ ...document, id, officeId, status: "draft", approvedAt: null },
    items: items.map((item) => recordOf({ ...item, findingId: null, target: null }, newId())),
  }
  return accept({
    next,
    events: [{ kind: "plan.started", detail: { rocYear, items: items.length } }],
  })
}

type Origin = { findingId: string; target: Target | null } | null

/** One more item; gives its number too. */
export function decideItem(
  plan: PlanRecord,
  { id, draft, origin }: { id: string; draft: PlanItemDraft; origin: Origin },
): Outcome<PlanChange & { number: number }, PlanProblem> {
  const added = decideAddItem(plan, draft, origin)
  if (!added.ok) return added
  const { number, findingId } = added.value
  const detail = { itemId: id, number, ...(findingId === null ? {} : { findingId }) }
  return accept({
    number,
    next: { ...plan, items: [...plan.items, recordOf(added.value, id)] },
    events: [{ kind: "plan.item-added", detail }],
  })
}

type NewItem = PlanItemDraft & Pick<PlanItemRecord, "number" | "findingId" | "target">

function recordOf({ workRows, ...item }: NewItem, id: string): PlanItemRecord {
  const rows = workRows.map((row) => ({ id: null, ...row, actualMonths: [] }))
  return { ...item, id, workRows: rows }
}

export function decidePlanApproval(
  plan: PlanRecord,
  documentNo: string,
  by: { staff: Staff; now: Date },
): Outcome<PlanChange, PlanProblem> {
  const approval = decideApprove(plan, documentNo, by)
  if (!approval.ok) return approval
  return accept({
    next: { ...plan, ...approval.value },
    events: [{ kind: "plan.approved", detail: { documentNo, items: plan.items.length } }],
  })
}

/** The months in which one row of work was done; what was noted before stays in the history. */
export function decideProgress(
  plan: PlanRecord,
  { workRowId, actualMonths }: { workRowId: string; actualMonths: number[] },
  today: CalendarDate,
): Outcome<PlanChange & { actualMonths: number[] }, ProgressProblem | "work-not-found"> {
  const item = plan.items.find(({ workRows }) => workRows.some(({ id }) => id === workRowId))
  const row = item?.workRows.find(({ id }) => id === workRowId)
  if (!item || !row) return refuse("work-not-found")
  const noted = decideMarkMonths(plan, actualMonths, today)
  if (!noted.ok) return noted
  const workRows = item.workRows.map((one) => (one === row ? { ...row, ...noted.value } : one))
  const items = plan.items.map((one) => (one === item ? { ...item, workRows } : one))
  const { number } = item
  const detail = { number, work: row.work, before: row.actualMonths, after: actualMonths }
  return accept({
    ...noted.value,
    next: { ...plan, items },
    events: [{ kind: "plan.work-noted", detail }],
  })
}
