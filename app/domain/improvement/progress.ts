/** What was really done in which month (實際): the second bar of the 作業時程管制表. */
import { monthOf, type CalendarDate } from "../deadline/calendar-date"
import { accept, refuse, type Outcome } from "../outcome"
import { MONTHS, planIsOpen, type Plan } from "./plan"

export type ProgressProblem = "plan-not-approved" | "month-in-future"

/** "2026-11" of the eleventh month of ROC year 115. */
export const monthOfPlanYear = (rocYear: number, month: number): string =>
  `${rocYear + 1911}-${String(month).padStart(2, "0")}`

/** The months of the plan's year that have begun by today: only these can have seen work. */
export function begunMonths(rocYear: number, today: CalendarDate): number[] {
  return MONTHS.filter((month) => monthOfPlanYear(rocYear, month) <= monthOf(today))
}

/**
 * Whether these months may be noted as done. A draft plan has no progress yet, and nobody has worked in a month
 * that has not begun.
 */
export function decideMarkMonths(
  plan: Pick<Plan, "status" | "rocYear">,
  actualMonths: number[],
  today: CalendarDate,
): Outcome<{ actualMonths: number[] }, ProgressProblem> {
  if (planIsOpen(plan)) return refuse("plan-not-approved")
  const begun = begunMonths(plan.rocYear, today)
  if (actualMonths.some((month) => !begun.includes(month))) {
    return refuse("month-in-future", { field: "actualMonths" })
  }
  return accept({ actualMonths })
}
