/** Reads an annual plan, whole or item by item, as a form, a document or the database gives it. */
import { z } from "zod"
import { MOST_WORK_ROWS } from "./plan"

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
  workRows: z.array(WorkRowSchema).min(1, "work-missing").max(MOST_WORK_ROWS, "too-many-rows"),
})

/** A whole plan as a document: what the seeds and an import bring. */
export const PlanDocumentSchema = z.object({
  rocYear: z.number().int().min(60).max(300),
  title: sentence,
  documentNo: z.string().nullable(),
  content: PlanContentSchema,
  items: z.array(PlanItemDraftSchema.extend({ number: z.number().int().min(1) })),
})
