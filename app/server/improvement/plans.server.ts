/** Annual plans: reads them, starts a year, takes one in as a document, and lets the director approve. */
import type { Staff } from "~/domain/access/permission"
import {
  type PlanContent,
  type PlanDocument,
  type PlanProblem,
  type PlanState,
} from "~/domain/improvement/plan"
import { PlanContentSchema } from "~/domain/improvement/plan.schema"
import {
  decidePlanApproval,
  decideNewPlan,
  type PlanRecord,
} from "~/domain/improvement/plan-change"
import {
  decideStartPlan,
  type EarlierPlan,
  type StartPlanProblem,
} from "~/domain/improvement/start-plan"
import { type Target } from "~/domain/improvement/target"
import { TargetSchema } from "~/domain/improvement/target.schema"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { changer, type RecordSeen, seenOf } from "../tools/change.server"
import { now } from "../tools/clock.server"
import { newId } from "../tools/code.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { versionOf } from "../tools/events.server"
import { wordsFor } from "../tools/locale.server"
import { isUuid } from "./findings.server"
import { rowsOfPlan } from "./plan-rows.server"

export type PlanSummary = {
  id: string
  rocYear: number
  title: string
  status: PlanState
  documentNo: string | null
  approvedAt: Date | null
  itemCount: number
}

export type WorkRowView = {
  id: string
  work: string
  plannedMonths: number[]
  actualMonths: number[]
}

export type PlanItemView = {
  id: string
  number: number
  title: string
  owner: string
  findingId: string | null
  target: Target | null
  workRows: WorkRowView[]
}

export type PlanView = Omit<PlanSummary, "itemCount"> & {
  officeId: string
  content: PlanContent
  items: PlanItemView[]
}

/** The office's plans, the newest year first. */
export async function listPlans(officeId: string): Promise<PlanSummary[]> {
  const rows = await db().plan.findMany({
    where: { officeId },
    orderBy: { rocYear: "desc" },
    select: {
      id: true,
      rocYear: true,
      title: true,
      status: true,
      documentNo: true,
      approvedAt: true,
      _count: { select: { items: true } },
    },
  })
  return rows.map(({ _count, ...plan }) => {
    return { ...plan, status: planState(plan.status), itemCount: _count.items }
  })
}

/** Who can own an item: the office's sections, and whoever an earlier plan names. */
export async function listOwners(officeId: string): Promise<string[]> {
  const [sections, items] = await Promise.all([
    db().section.findMany({ where: { officeId }, select: { name: true }, orderBy: { id: "asc" } }),
    db().planItem.findMany({
      where: { plan: { officeId } },
      distinct: ["owner"],
      select: { owner: true },
    }),
  ])
  return [...new Set([...sections.map(({ name }) => name), ...items.map(({ owner }) => owner)])]
}

/** A whole plan of the office, items and work in order, or null. */
export async function findPlan(id: string, officeId: string): Promise<PlanView | null> {
  if (!isUuid(id)) return null
  return readPlan(db(), { id, officeId })
}

async function readPlan(
  from: Transaction,
  where: { id: string; officeId?: string },
): Promise<PlanView | null> {
  const row = await from.plan.findFirst({
    where,
    include: {
      items: {
        orderBy: { number: "asc" },
        include: { workRows: { orderBy: { position: "asc" } } },
      },
    },
  })
  if (!row) return null
  return {
    ...row,
    status: planState(row.status),
    content: PlanContentSchema.parse(row.content),
    items: row.items.map((item) => ({
      ...item,
      target: item.target === null ? null : TargetSchema.parse(item.target),
    })),
  }
}

function planState(status: string): PlanState {
  if (status === "draft" || status === "approved") return status
  throw new Error(`Unknown state of a plan: ${status}`)
}

/** A new plan as a draft: from a document (the seeds), or what startPlan has put together. */
export function takeInPlan(
  document: PlanDocument,
  by: Staff,
): Promise<Outcome<{ id: string }, StartPlanProblem>> {
  return inTransaction(async (tx) => {
    const { plans } = await lockOffice(tx, by.officeId)
    return savePlan(tx, document, plans, by)
  })
}

export type PlanDraftRequest = {
  rocYear: number
  basis: string[]
  /** The plan whose matrix and items are carried over, or null for an empty one. */
  fromPlanId: string | null
}

/** Starts the draft of a year. Two people at once: one draft, the other is told that the year is taken. */
export function startPlan(
  start: PlanDraftRequest,
  by: Staff,
): Promise<Outcome<{ id: string }, StartPlanProblem | "plan-not-found">> {
  return inTransaction(async (tx) => {
    const office = await lockOffice(tx, by.officeId)
    const from =
      start.fromPlanId === null ? null : await earlierPlan(tx, start.fromPlanId, by.officeId)
    if (start.fromPlanId !== null && from === null)
      return refuse("plan-not-found", { field: "fromPlanId" })
    const words = wordsFor("zh-TW", "improvement")
    const named = { office: office.name, year: start.rocYear }
    const draft = decideStartPlan({
      ...start,
      title: words("start.planTitle", named),
      scheduleTitle: words("start.scheduleTitle", named),
      takenYears: office.plans.map((plan) => plan.rocYear),
      from,
    })
    return draft.ok ? savePlan(tx, draft.value, office.plans, by) : draft
  })
}

/** Locks the office's row, so that of two new plans one waits and sees the other's year; answers may come in meanwhile. */
async function lockOffice(tx: Transaction, officeId: string) {
  await tx.$queryRaw`SELECT id FROM "Office" WHERE id = ${officeId} FOR NO KEY UPDATE`
  return tx.office.findUniqueOrThrow({
    where: { id: officeId },
    select: { name: true, plans: { select: { rocYear: true } } },
  })
}

async function earlierPlan(
  tx: Transaction,
  id: string,
  officeId: string,
): Promise<EarlierPlan | null> {
  return isUuid(id) ? readPlan(tx, { id, officeId }) : null
}

async function savePlan(
  tx: Transaction,
  document: PlanDocument,
  taken: { rocYear: number }[],
  by: Staff,
): Promise<Outcome<{ id: string }, "plan-year-taken">> {
  const made = { id: newId(), officeId: by.officeId, newId }
  const years = taken.map(({ rocYear }) => rocYear)
  const decided = decideNewPlan(document, years, made)
  if (!decided.ok) return decided
  await plans.save(tx, null, decided.value, by)
  return accept({ id: made.id })
}

/** The director approves: document number, date and event in one transaction. */
export async function approvePlan(
  target: string | RecordSeen,
  documentNo: string,
  by: Staff,
): Promise<Outcome<{ id: string }, PlanProblem | "plan-not-found" | "already-changed">> {
  const approved = await plans.change(seenOf(target), by, (plan) =>
    decidePlanApproval(plan, documentNo, { staff: by, now: now() }),
  )
  return approved.ok ? accept({ id: approved.value.next.id }) : approved
}

/** Which state of a plan a page shows. Read before the plan, so that what comes between is noticed. */
export const planVersion = (id: string): Promise<string> => versionOf(db(), "plan", id)

/** The one way a plan and its items change. */
export const plans = changer({
  topic: "plan",
  missing: "plan-not-found",
  lock: async (tx, id: string) =>
    isUuid(id) && tx.$queryRaw`SELECT id FROM "Plan" WHERE id = ${id}::uuid FOR UPDATE`,
  read: async (tx, id): Promise<PlanRecord | null> => (isUuid(id) ? readPlan(tx, { id }) : null),
  about: ({ id, officeId }) => ({ subjectId: id, officeId }),
  columns: rowsOfPlan,
})
