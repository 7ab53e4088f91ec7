/** Reads the evidence that was frozen with a finding. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import {
  CountedSchema,
  IntervalSchema,
  LinePointSchema,
  PeriodSchema,
} from "../statistics/trend-line.schema"

/** Two months or more of one direction: both ends belong to it. */
const PeriodsSchema = z.object({ from: PeriodSchema, to: PeriodSchema })

export const EvidenceSchema = z.object({
  question: z.string(),
  /** The trend it was seen in; `mode` null is every way of answering. */
  filter: z.object({ item: z.string(), period: PeriodSchema, mode: z.string().nullable() }),
  direction: z.enum(["decline", "improvement"]),
  before: CountedSchema.extend({ periods: PeriodsSchema }),
  after: CountedSchema.extend({ periods: PeriodsSchema }),
  difference: z.object({ value: z.number(), interval: IntervalSchema }),
  p: z.number(),
  adjustedP: z.number(),
  overdispersion: z.number(),
  isTrial: z.boolean(),
  method: z.object({ name: z.string(), version: z.string() }),
  line: z.array(LinePointSchema),
  design: z.enum(["self-selected", "probability"]),
  seenOn: CalendarDateSchema,
})
