/** Reads a line as a finding keeps it. */
import { z } from "zod"
import { RULES } from "./control-rules"
import { isPeriod } from "./period"

export const PeriodSchema = z.string().refine(isPeriod, "not-a-period")
export const CountedSchema = z.object({
  count: z.number().int().min(0),
  n: z.number().int().min(1),
})
export const IntervalSchema = z.object({ low: z.number(), high: z.number(), level: z.number() })

export const LinePointSchema = z.object({
  period: PeriodSchema,
  counted: CountedSchema.nullable(),
  share: z.number().nullable(),
  interval: IntervalSchema.nullable(),
  limits: z
    .object({ centre: z.number(), low: z.number(), high: z.number(), isTrial: z.boolean() })
    .nullable(),
  signals: z.array(z.object({ rule: z.enum(RULES), side: z.enum(["above", "below"]) })),
})
