/** Reads a target: as it is locked, and as a person fills it in. */
import { z } from "zod"
import { isCalendarDate } from "../deadline/calendar-date"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { DIRECTIONS, EFFECT_TEST } from "./target"

export const SpanSchema = z.object({ from: CalendarDateSchema, to: CalendarDateSchema })

export const TargetSchema = z.object({
  metric: z.literal("satisfied-share"),
  item: z.string().min(1),
  direction: z.enum(DIRECTIONS),
  minimumChange: z.number().gt(0).max(1),
  baseline: z.object({
    count: z.number().int().min(0),
    n: z.number().int().min(1),
    span: SpanSchema,
  }),
  window: SpanSchema,
  test: z.object({
    name: z.literal(EFFECT_TEST.name),
    version: z.literal(EFFECT_TEST.version),
    level: z.number(),
    power: z.number(),
  }),
})

export const TargetDraftSchema = z.object({
  minimumChange: z.coerce
    .number("not-a-number")
    .gt(0, "must-be-positive")
    .max(100, "too-large")
    .transform((points) => points / 100),
  windowFrom: z.string().refine(isCalendarDate, "window-from-not-a-date"),
  windowTo: z.string().refine(isCalendarDate, "window-to-not-a-date"),
})
