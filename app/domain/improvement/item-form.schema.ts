/** The form of a plan item: numbered rows of work with their months, read back into a draft. */
import { z } from "zod"
import { monthsField, WORK_ROWS_OFFERED, workField } from "./item-form"
import { MonthsSchema, PlanItemDraftSchema } from "./plan.schema"
import { TargetDraftSchema } from "./target.schema"

const Work = z.string().trim().max(500, "too-long").default("")

const ItemFields = z.object({
  title: PlanItemDraftSchema.shape.title,
  owner: PlanItemDraftSchema.shape.owner,
  work1: Work,
  work2: Work,
  work3: Work,
  work4: Work,
  months1: MonthsSchema,
  months2: MonthsSchema,
  months3: MonthsSchema,
  months4: MonthsSchema,
})
type Fields = z.infer<typeof ItemFields>

/** Rows left empty are no rows; months ticked beside an empty row mean nothing. */
function rowsOf(fields: Fields) {
  return WORK_ROWS_OFFERED.map((row) => {
    return { work: fields[workField(row)], plannedMonths: fields[monthsField(row)] }
  }).filter(({ work }) => work !== "")
}

const itemOf = (fields: Fields) => {
  return { title: fields.title, owner: fields.owner, workRows: rowsOf(fields) }
}

/** At least one row must be written; the problem stands at the first. */
const hasWork = (fields: Fields) => rowsOf(fields).length > 0
const NO_WORK = { message: "work-missing", path: [workField(1)] }

/** An ordinary item. */
export const ItemFormSchema = ItemFields.refine(hasWork, NO_WORK).transform(itemOf)

/** An item that answers a finding: which plan it joins, and what it promises. */
export const PlanningFormSchema = ItemFields.extend({
  planId: z.string().min(1, "plan-missing"),
  ...TargetDraftSchema.shape,
})
  .refine(hasWork, NO_WORK)
  .transform(({ planId, minimumChange, windowFrom, windowTo, ...fields }) => ({
    planId,
    item: itemOf(fields),
    target: { minimumChange, windowFrom, windowTo },
  }))
