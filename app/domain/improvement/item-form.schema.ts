/** Reads the form of a plan item: rows of work with their months, into a draft. */
import { z } from "zod"
import { MOST_WORK_ROWS, WORK_ROWS } from "./plan"
import { MonthsSchema, PlanItemDraftSchema } from "./plan.schema"
import { TargetDraftSchema } from "./target.schema"

const RowSchema = z.object({
  work: z.string().trim().max(500, "too-long").default(""),
  plannedMonths: MonthsSchema,
})

/** Rows left empty are no rows, also between others; months ticked beside an empty row mean nothing. */
const ItemFields = z.object({
  title: PlanItemDraftSchema.shape.title,
  owner: PlanItemDraftSchema.shape.owner,
  [WORK_ROWS]: z
    .array(RowSchema)
    .max(MOST_WORK_ROWS, "too-many-rows")
    .default([])
    .transform((rows) => rows.filter(({ work }) => work !== "")),
})
type Fields = z.infer<typeof ItemFields>

/** At least one row must be written; the problem stands at the first. */
const hasWork = (fields: Fields) => fields.workRows.length > 0
const NO_WORK = { message: "work-missing", path: [WORK_ROWS, 0, "work"] }

/** An ordinary item. */
export const ItemFormSchema = ItemFields.refine(hasWork, NO_WORK)

/** An item that answers a finding: which plan it joins, and what it promises. */
export const PlanningFormSchema = ItemFields.extend({
  planId: z.string().min(1, "plan-missing"),
  ...TargetDraftSchema.shape,
})
  .refine(hasWork, NO_WORK)
  .transform(({ planId, minimumChange, windowFrom, windowTo, ...item }) => ({
    planId,
    item,
    target: { minimumChange, windowFrom, windowTo },
  }))
