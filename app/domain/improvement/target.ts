/** What an improvement promises, said before it starts: metric, direction, threshold, window and test. */
import { z } from "zod"
import { CalendarDateSchema, daysBetween, isCalendarDate } from "../deadline/calendar-date"
import { accept, refuse, type Outcome } from "../outcome"

export const DIRECTIONS = ["rise", "fall"] as const

/** One stretch of days, both ends belong to it. */
export const SpanSchema = z.object({ from: CalendarDateSchema, to: CalendarDateSchema })

/** How a difference is judged. A new way gets a new version; old targets keep theirs. */
export const EFFECT_TEST = {
  name: "newcombe-difference",
  version: 1,
  level: 0.95,
  power: 0.8,
} as const

/** A locked promise. Shares are 0–1; `minimumChange` 0.05 is five percentage points, always positive. */
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
export type Target = z.infer<typeof TargetSchema>

/** What a person fills in: points as a percentage ("5" is five points) and the days that will be compared. */
export const TargetDraftSchema = z.object({
  minimumChange: z.coerce
    .number("not-a-number")
    .gt(0, "must-be-positive")
    .max(100, "too-large")
    .transform((points) => points / 100),
  windowFrom: z.string().refine(isCalendarDate, "window-from-not-a-date"),
  windowTo: z.string().refine(isCalendarDate, "window-to-not-a-date"),
})
export type TargetDraft = z.infer<typeof TargetDraftSchema>

export type TargetProblem =
  "window-reversed" | "window-before-baseline-ends" | "beyond-full-satisfaction"

/** The numbers before: which question, how many were satisfied, on which days. */
export type Baseline = Target["baseline"] & { item: string }

/**
 * Makes the promise from the numbers since the decline began: they are the baseline, and the window lies after it. A rise that would need more than 100 % is refused.
 */
export function decideTarget(
  baseline: Baseline,
  draft: TargetDraft,
): Outcome<Target, TargetProblem> {
  const { item, ...counted } = baseline
  const window = { from: draft.windowFrom, to: draft.windowTo }
  if (daysBetween(window.from, window.to) < 0)
    return refuse("window-reversed", { field: "windowTo" })
  if (daysBetween(counted.span.to, window.from) < 1) {
    return refuse("window-before-baseline-ends", { field: "windowFrom" })
  }
  if (counted.count / counted.n + draft.minimumChange > 1) {
    return refuse("beyond-full-satisfaction", { field: "minimumChange" })
  }
  return accept({
    metric: "satisfied-share",
    item,
    direction: "rise",
    minimumChange: draft.minimumChange,
    baseline: counted,
    window,
    test: { ...EFFECT_TEST },
  })
}
