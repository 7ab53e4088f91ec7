/**
 * Answers: what does a proposed change carry, and by which rule was it found?
 * The rule is data with a version: a finding keeps the name and version of the rule that proposed it.
 * Source: the numbers were chosen by simulation, tests/bench/SIMULATION.md.
 * Example: a signalKey "zhongzheng:waiting:115-02:level-shift-1".
 */
import type { Problem } from "../outcome"
import type { CountProblem, Interval } from "./interval"
import type { Period } from "./period"
import type { SeriesProblem, SharePoint } from "./series"

export type WatchedSeries = {
  officeId: string
  item: string
  question: string
  points: readonly SharePoint[]
}

export type FindingRule = {
  name: string
  version: number
  /** Months looked at together. */
  windows: readonly number[]
  /** Of the changes proposed, the share that may be chance. */
  falseDiscoveryRate: number
  /** However few the items, a change must be as rare as this by chance: three sigma, as on a control chart. */
  largestP: number
  fewestBaselineMonths: number
  mostBaselineMonths: number
  /** A smaller change is not proposed however certain; as a share. */
  smallestChange: number
  /** Changes seen earlier are not proposed: an import of old years is not news. */
  since: Period | null
}

export const LEVEL_SHIFT_RULE: FindingRule = {
  name: "level-shift",
  version: 1,
  windows: [1, 3, 12],
  falseDiscoveryRate: 0.1,
  largestP: 0.0027,
  fewestBaselineMonths: 6,
  mostBaselineMonths: 24,
  smallestChange: 0.01,
  since: null,
}

export type Span = { from: Period; to: Period }

/** Frozen with the finding; never computed again. */
export type ProposalEvidence = {
  question: string
  /** The months that changed. */
  period: Span
  baselinePeriod: Span
  n: number
  baselineN: number
  value: number
  baselineValue: number
  /** value − baselineValue: −0.04 is four points down. */
  estimate: number
  /** Of the estimate, 95 %, for this item alone. */
  interval: Interval
  p: number
  /** After Benjamini–Hochberg over the office's items and windows of that month. */
  adjustedP: number
  overdispersion: number
  /** Fewer than twelve baseline months. */
  isTrial: boolean
  method: "likelihood-shift-bh"
  methodVersion: string
}

export type ProposedFinding = {
  /** office:item:month:rule, the same in every run. */
  signalKey: string
  officeId: string
  item: string
  /** The month in which it was seen: the last of the evidence's period. */
  seenIn: Period
  direction: "decline" | "improvement"
  evidence: ProposalEvidence
}

export type NotJudged = {
  officeId: string
  item: string
  problem: Problem<SeriesProblem | CountProblem | "too-few-periods">
}

export type FindingsReport = { findings: ProposedFinding[]; notJudged: NotJudged[] }
export type FindingsProblem = "empty-series" | "duplicate-item" | "not-a-rule"

/** Whether the numbers of a rule make sense. */
export function isRule(rule: FindingRule): boolean {
  const wholes = [...rule.windows, rule.fewestBaselineMonths, rule.mostBaselineMonths]
  return (
    rule.windows.length > 0 &&
    wholes.every((months) => Number.isInteger(months) && months >= 1) &&
    rule.fewestBaselineMonths >= 2 &&
    rule.mostBaselineMonths >= rule.fewestBaselineMonths &&
    rule.falseDiscoveryRate > 0 &&
    rule.falseDiscoveryRate < 1 &&
    rule.largestP > 0 &&
    rule.largestP <= 1 &&
    rule.smallestChange >= 0
  )
}
