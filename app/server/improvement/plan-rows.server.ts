/** The rows of a plan: what a changed plan writes into the tables of plans, items and work. */
import type { PlanItemRecord, PlanRecord } from "~/domain/improvement/plan-change"
import type { Row } from "../tools/rows.server"

/** A new plan is one row with its items; of a changed one only what differs. */
export function rowsOfPlan(next: PlanRecord, before: PlanRecord | null): Row[] {
  if (!before) return [newPlan(next)]
  const { id, status, documentNo, approvedAt } = next
  const plan: Row[] =
    status === before.status
      ? []
      : [{ table: "plan", where: { id }, update: { status, documentNo, approvedAt } }]
  const items = next.items.flatMap((item): Row[] => {
    const old = before.items.find((one) => one.id === item.id)
    return old ? changedWork(item, old) : [newItem(id, item)]
  })
  return [...plan, ...items]
}

function newPlan({ items, ...plan }: PlanRecord): Row {
  return { table: "plan", create: { ...plan, items: { create: items.map(columnsOfItem) } } }
}

const newItem = (planId: string, item: PlanItemRecord): Row => ({
  table: "planItem",
  create: { ...columnsOfItem(item), planId },
})

function columnsOfItem({ target, workRows, ...item }: PlanItemRecord) {
  const rows = workRows.map(({ work, plannedMonths, actualMonths }, position) => {
    return { position, work, plannedMonths, actualMonths }
  })
  return { ...item, ...(target ? { target } : {}), workRows: { create: rows } }
}

/** Decisions keep the rows that they do not touch. */
function changedWork(item: PlanItemRecord, old: PlanItemRecord): Row[] {
  return item.workRows.flatMap((row): Row[] => {
    if (row.id === null || old.workRows.includes(row)) return []
    const { id, actualMonths } = row
    return [{ table: "workRow", where: { id }, update: { actualMonths } }]
  })
}
