/** Reads a limit: how many of which unit. */
import { z } from "zod"
import { type DeadlineRule, DEADLINE_UNITS } from "./rule"

export const DeadlineRuleSchema: z.ZodType<DeadlineRule> = z.strictObject({
  unit: z.enum(DEADLINE_UNITS),
  count: z.int().min(1).max(366),
})
