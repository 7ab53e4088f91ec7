/**
 * Answers: within how many days is a case answered, when some are still open?
 * Assumes that cases still open are not different in kind from those answered; an open case counts as "longer than so far".
 * Leaving the open ones out would make the office look faster than it is.
 * Source: Kaplan & Meier 1958; log–log interval, Brookmeyer & Crowley 1982 (R: survfit(Surv(days, answered) ~ 1, conf.type = "log-log")).
 * A quantile is the first day by which at least that share is answered (R averages when a step hits it exactly; we do not).
 * Example: answered after 1, 2 and 4 days, one open since 3 days → half are answered within 2 days.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { checkLevel, DEFAULT_LEVEL, zOfLevel } from "./interval"

/** Days from receipt to the answer, or so far; whole or not. */
export type Duration = { days: number; answered: boolean }

/** After `days`, `open` (0–1) of the cases are still unanswered, between `low` and `high`. */
export type SurvivalStep = {
  days: number
  atRisk: number
  answered: number
  open: number
  low: number
  high: number
}

/** `days` is null when so many are open that the quantile is not reached yet; `high` null: no upper bound. */
export type TimeQuantile = {
  share: number
  days: number | null
  low: number | null
  high: number | null
}

export type DurationProblem = "no-cases" | "not-a-duration" | "not-a-level" | "not-a-share"

export function survivalOf(
  cases: readonly Duration[],
  level = DEFAULT_LEVEL,
): Outcome<SurvivalStep[], DurationProblem> {
  if (cases.length === 0) return refuse("no-cases")
  if (cases.some(({ days }) => !Number.isFinite(days) || days < 0)) return refuse("not-a-duration")
  const checked = checkLevel(level)
  if (!checked.ok) return checked
  const days = [...new Set(cases.map((one) => one.days))].sort((a, b) => a - b)
  const steps: SurvivalStep[] = []
  let [open, variance, atRisk] = [1, 0, cases.length]
  for (const day of days) {
    const here = cases.filter((one) => one.days === day)
    const answered = here.filter((one) => one.answered).length
    open *= 1 - answered / atRisk
    variance += answered / (atRisk * (atRisk - answered))
    steps.push({
      days: day,
      atRisk,
      answered,
      open,
      ...logLogBounds(open, variance, zOfLevel(level)),
    })
    atRisk -= here.length
  }
  return accept(steps)
}

/** The bounds of S on the scale log(−log S), which keeps them between 0 and 1. */
function logLogBounds(open: number, variance: number, z: number): { low: number; high: number } {
  if (open === 1) return { low: 1, high: 1 }
  if (open <= 0) return { low: 0, high: 1 } // nothing left at risk: the last step says nothing about its bound
  const reach = (z * Math.sqrt(variance)) / Math.abs(Math.log(open))
  return { low: open ** Math.exp(reach), high: open ** Math.exp(-reach) }
}

/** Handling time: `share` 0.5 is the median, 0.9 what nine of ten cases need at most. */
export function timeQuantile(
  cases: readonly Duration[],
  share: number,
  level = DEFAULT_LEVEL,
): Outcome<TimeQuantile, DurationProblem> {
  if (!(share > 0 && share < 1)) return refuse("not-a-share", { params: { share: String(share) } })
  const steps = survivalOf(cases, level)
  if (!steps.ok) return steps
  const first = (bound: "open" | "low" | "high") =>
    steps.value.find((step) => step[bound] <= 1 - share + 1e-12)?.days ?? null
  return accept({ share, days: first("open"), low: first("low"), high: first("high") })
}
