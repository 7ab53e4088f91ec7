/** A finding: a signal in the answers, frozen as it was seen, that a person confirms, dismisses or acts upon. */
import type { z } from "zod"
import type { Staff } from "../access/permission"
import type { CalendarDate } from "../deadline/calendar-date"
import { accept, neverHappens, refuse, type Outcome } from "../outcome"
import type { ProposedFinding } from "../statistics/finding-rule"
import type { LinePoint } from "../statistics/trend-line"
import type { EvidenceSchema } from "./finding.schema"

/**
 * What was seen, so that it can be judged again in ten years without the system that saw it: the question as it
 * was asked, which answers, before and after with their numbers, the difference with its interval, the method
 * with its version, and the whole line as it was drawn. Shares and differences are 0–1.
 */
export type Evidence = z.infer<typeof EvidenceSchema>

/** The evidence of a signal on the day it was seen, with the line it was seen in. */
export function freezeEvidence(
  signal: ProposedFinding,
  line: LinePoint[],
  seenOn: CalendarDate,
): Evidence {
  const { evidence, item, seenIn, direction } = signal
  const { question, interval, p, adjustedP, overdispersion, isTrial, method, methodVersion } =
    evidence
  const { value, n, baselineValue, baselineN } = evidence
  return {
    question,
    filter: { item, period: seenIn, mode: null },
    direction,
    before: {
      count: Math.round(baselineValue * baselineN),
      n: baselineN,
      periods: evidence.baselinePeriod,
    },
    after: { count: Math.round(value * n), n, periods: evidence.period },
    difference: { value: evidence.estimate, interval },
    p,
    adjustedP,
    overdispersion,
    isTrial,
    method: { name: method, version: methodVersion },
    line,
    design: "self-selected",
    seenOn,
  }
}

export const FINDING_STATES = ["proposed", "confirmed", "planned", "dismissed"] as const
export type FindingState = (typeof FINDING_STATES)[number]

export const isFindingState = (text: string | null): text is FindingState =>
  FINDING_STATES.some((state) => state === text)

export type Finding = { id: string; officeId: string; status: FindingState; evidence: Evidence }

/** A judgement: who, when, and why where a reason is asked for. */
export type FindingDecision = { decidedAt: Date; decidedBy: string } & (
  { status: "confirmed" | "planned"; reason: null } | { status: "dismissed"; reason: string }
)

export type FindingProblem =
  | "finding-already-confirmed"
  | "finding-already-planned"
  | "finding-already-dismissed"
  | "finding-not-confirmed"
  | "reason-required"

type Decider = { staff: Staff; now: Date }

/** A supervisor agrees that this is real and wants something done. */
export function decideConfirm(
  finding: Finding,
  by: Decider,
): Outcome<FindingDecision, FindingProblem> {
  if (finding.status !== "proposed") return refuse(whyNot(finding.status))
  return accept({ status: "confirmed", reason: null, ...decidedBy(by) })
}

/** Put aside, with a reason that stays: a counter was closed for repair, the question was read differently … */
export function decideDismiss(
  finding: Finding,
  reason: string,
  by: Decider,
): Outcome<FindingDecision, FindingProblem> {
  if (finding.status !== "proposed" && finding.status !== "confirmed") {
    return refuse(whyNot(finding.status))
  }
  const given = reason.trim()
  if (given === "") return refuse("reason-required", { field: "reason" })
  return accept({ status: "dismissed", reason: given, ...decidedBy(by) })
}

/** It becomes an item of a plan: only once, and only after somebody has confirmed it. */
export function decidePlanFinding(
  finding: Finding,
  by: Decider,
): Outcome<FindingDecision, FindingProblem> {
  if (finding.status === "proposed") return refuse("finding-not-confirmed")
  if (finding.status !== "confirmed") return refuse(whyNot(finding.status))
  return accept({ status: "planned", reason: null, ...decidedBy(by) })
}

export type FindingAction = "confirm" | "dismiss" | "plan"

/** What may still be done with a finding in this state: the page shows nothing else. */
export function nextActions(status: FindingState): FindingAction[] {
  switch (status) {
    case "proposed":
      return ["confirm", "dismiss"]
    case "confirmed":
      return ["plan", "dismiss"]
    case "planned":
    case "dismissed":
      return []
    default:
      return neverHappens(status)
  }
}

const decidedBy = (by: Decider) => ({ decidedAt: by.now, decidedBy: by.staff.name })

function whyNot(status: FindingState): FindingProblem {
  if (status === "planned") return "finding-already-planned"
  if (status === "dismissed") return "finding-already-dismissed"
  return "finding-already-confirmed"
}
