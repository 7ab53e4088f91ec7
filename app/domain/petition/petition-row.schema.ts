/** Reads the columns of a petition that the database keeps as text or JSON. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { DAY_REASONS } from "../deadline/office-calendar"
import { DeadlineRuleSchema } from "../deadline/rule.schema"
import { NATURES, SOURCES, STATUSES } from "./petition"

export const StatusSchema = z.enum(STATUSES)
export const NatureSchema = z.enum(NATURES)
export const SourceSchema = z.enum(SOURCES)

export const TraceSchema = z.array(
  z.object({
    rule: DeadlineRuleSchema,
    receivedOn: CalendarDateSchema,
    dueOn: CalendarDateSchema,
    until: z.enum(["end-of-day", "noon"]),
    trace: z.array(
      z.object({
        date: CalendarDateSchema,
        counted: z.boolean(),
        nth: z.number().nullable(),
        reason: z.enum([...DAY_REASONS, "received"]),
        name: z.string(),
      }),
    ),
  }),
)
