/** What a judgement makes of a finding, and what the history says of it. */
import type { Change } from "../change"
import { neverHappens } from "../outcome"
import type { FindingEvent } from "./events"
import type { Finding, FindingDecision } from "./finding"

/** A finding with the last judgement of it. */
export type JudgedFinding = Finding & {
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
}
export type FindingChange = Change<JudgedFinding, FindingEvent>

/** A reason once given stays when a later judgement needs none. */
export function judgedFinding(finding: JudgedFinding, decision: FindingDecision): FindingChange {
  const reason = decision.reason ?? finding.reason
  return { next: { ...finding, ...decision, reason }, events: [eventOf(decision)] }
}

function eventOf({ status, reason }: FindingDecision): FindingEvent {
  switch (status) {
    case "confirmed":
      return { kind: "finding.confirmed", detail: {} }
    case "planned":
      return { kind: "finding.planned", detail: {} }
    case "dismissed":
      return { kind: "finding.dismissed", detail: { reason } }
    default:
      return neverHappens(status)
  }
}
