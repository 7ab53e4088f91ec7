/**
 * Answers: which falls and rises of an office's items are worth a person's judgement, each proposed once?
 * Assumes completed months, so that a month does not change after it was judged. Looks at every month in turn: the newest
 * month, quarter and year against the months before them; over all items and windows of an office Benjamini–Hochberg
 * decides; a change proposed becomes the new level, so that the same fall is not proposed again.
 * Source: shift-test.ts, multiplicity.ts; windows and limits chosen by simulation: tests/bench/SIMULATION.md.
 * Example: 24 months at 94 % of 300, then 90 %: a decline with the key "office:item:115-03:level-shift-1" (see the tests).
 */
import { accept, type Outcome, refuse } from "../outcome"
import {
  type ProposalEvidence,
  type FindingRule,
  type FindingsProblem,
  type FindingsReport,
  isRule,
  type WatchedSeries,
  LEVEL_SHIFT_RULE,
  type NotJudged,
  type ProposedFinding,
  type Span,
} from "./finding-rule"
import type { Counted, CountProblem } from "./interval"
import { adjustForMany } from "./multiplicity"
import { type Period, unitOf } from "./period"
import { newestRun, type SeriesProblem, type SharePoint, sumCounts } from "./series"
import { likelihoodOf, overdispersionOf, testShift } from "./shift-test"

/**
 * Items that cannot be judged are named with the reason; the others still are. Findings in order of month, then item.
 * Give the whole history, not the last months of it: keys are the same in every run because every run begins alike.
 */
export function findFindings(
  series: readonly WatchedSeries[],
  rule: FindingRule = LEVEL_SHIFT_RULE,
): Outcome<FindingsReport, FindingsProblem> {
  if (series.length === 0) return refuse("empty-series")
  if (!isRule(rule)) return refuse("not-a-rule")
  const sorted = [...series].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const twice = sorted.find((one, i) => i > 0 && nameOf(one) === nameOf(sorted[i - 1] ?? one))
  if (twice) return refuse("duplicate-item", { params: { item: twice.item } })
  const tracks: Track[] = []
  const notJudged: NotJudged[] = []
  for (const one of sorted) {
    const track = trackOf(one, rule)
    if (track.ok) tracks.push(track.value)
    else
      for (const problem of track.problems)
        notJudged.push({ officeId: one.officeId, item: one.item, problem })
  }
  const offices = [...new Set(tracks.map((track) => track.series.officeId))]
  const findings = offices
    .flatMap((office) =>
      judgeOffice(
        tracks.filter((track) => track.series.officeId === office),
        rule,
      ),
    )
    .filter((finding) => rule.since === null || finding.seenIn >= rule.since)
    .sort((a, b) => (`${a.seenIn}:${nameOf(a)}` < `${b.seenIn}:${nameOf(b)}` ? -1 : 1))
  return accept({ findings, notJudged })
}

const nameOf = (one: { officeId: string; item: string }): string =>
  JSON.stringify([one.officeId, one.item])

/** An item while its months are walked through: `level` is where its present level begins. */
type Track = {
  series: WatchedSeries
  points: SharePoint[]
  place: Map<Period, number>
  level: number
}

function trackOf(
  series: WatchedSeries,
  rule: FindingRule,
): Outcome<Track, SeriesProblem | CountProblem | "too-few-periods"> {
  const run = newestRun(series.points)
  if (!run.ok) return run
  const { points } = run.value
  if (points.some((point) => unitOf(point.period) !== "month")) return refuse("mixed-periods")
  const needed = rule.fewestBaselineMonths + Math.min(...rule.windows)
  if (points.length < needed)
    return refuse("too-few-periods", { params: { months: points.length, needed } })
  return accept({
    series,
    points,
    place: new Map(points.map((point, i) => [point.period, i])),
    level: 0,
  })
}

function judgeOffice(tracks: Track[], rule: FindingRule): ProposedFinding[] {
  const months = [...new Set(tracks.flatMap((track) => [...track.place.keys()]))].sort()
  return months.flatMap((month) => {
    const proposed = strongestPerItem(judgeMonth(tracks, month, rule), rule)
    for (const { candidate } of proposed) candidate.track.level = candidate.windowStart
    return proposed.map(({ candidate, adjustedP }) => describe(candidate, adjustedP, month, rule))
  })
}

type Cut = { track: Track; baseline: SharePoint[]; window: SharePoint[]; windowStart: number }
type Candidate = Cut & { before: Counted; after: Counted; overdispersion: number; p: number }

/** Every item's newest windows against the months before them. */
function judgeMonth(tracks: Track[], month: Period, rule: FindingRule): Candidate[] {
  const pairs = tracks.flatMap((track) => {
    const last = track.place.get(month)
    return last === undefined ? [] : rule.windows.flatMap((size) => cut(track, last, size, rule))
  })
  // Twenty-odd months tell little of one item's φ; items share their months and their citizens, so half is the office's.
  const ownPhis = pairs.map((pair) => overdispersionOf(pair.baseline))
  const officePhi = ownPhis.reduce((sum, phi) => sum + phi, 0) / ownPhis.length
  return pairs.map((pair, i) => {
    const overdispersion = ((ownPhis[i] ?? officePhi) + officePhi) / 2
    const [before, after] = [sumCounts(pair.baseline), sumCounts(pair.window)]
    const { p } = likelihoodOf(before, after, overdispersion)
    return { ...pair, before, after, overdispersion, p }
  })
}

function cut(track: Track, last: number, size: number, rule: FindingRule): Cut[] {
  const windowStart = last - size + 1
  const baselineStart = Math.max(track.level, windowStart - rule.mostBaselineMonths)
  if (windowStart - baselineStart < rule.fewestBaselineMonths) return []
  const baseline = track.points.slice(baselineStart, windowStart)
  return [{ track, baseline, window: track.points.slice(windowStart, last + 1), windowStart }]
}

type Standing = { candidate: Candidate; adjustedP: number }

/** What stands after Benjamini–Hochberg and is large enough; of an item's windows the least likely by chance. */
function strongestPerItem(candidates: Candidate[], rule: FindingRule): Standing[] {
  const adjusted = adjustForMany(candidates.map((candidate) => candidate.p))
  if (!adjusted.ok) throw new Error("A checked series gave an impossible p-value")
  const strongest = new Map<Track, Standing>()
  candidates.forEach((candidate, i) => {
    const adjustedP = adjusted.value[i] ?? 1
    if (!stands(candidate, adjustedP, rule)) return
    const there = strongest.get(candidate.track)
    if (!there || candidate.p < there.candidate.p) {
      strongest.set(candidate.track, { candidate, adjustedP })
    }
  })
  return [...strongest.values()]
}

const stands = ({ before, after, p }: Candidate, adjustedP: number, rule: FindingRule): boolean =>
  p <= rule.largestP &&
  adjustedP <= rule.falseDiscoveryRate &&
  Math.abs(after.count / after.n - before.count / before.n) >= rule.smallestChange

function describe(
  candidate: Candidate,
  adjustedP: number,
  month: Period,
  rule: FindingRule,
): ProposedFinding {
  const { track, baseline, window } = candidate
  const shift = testShift(candidate.before, candidate.after, candidate.overdispersion)
  const { officeId, item, question } = track.series
  const methodVersion = `${rule.name}-${rule.version}`
  const evidence: ProposalEvidence = {
    question,
    period: spanOf(window),
    baselinePeriod: spanOf(baseline),
    n: shift.after.n,
    baselineN: shift.before.n,
    value: shift.after.count / shift.after.n,
    baselineValue: shift.before.count / shift.before.n,
    estimate: shift.estimate,
    interval: shift.interval,
    p: shift.p,
    adjustedP,
    overdispersion: shift.overdispersion,
    isTrial: baseline.length < 12,
    method: "likelihood-shift-bh",
    methodVersion,
  }
  const direction = shift.estimate < 0 ? "decline" : "improvement"
  return {
    signalKey: [officeId, item, month, methodVersion].join(":"),
    officeId,
    item,
    seenIn: month,
    direction,
    evidence,
  }
}

function spanOf(points: readonly SharePoint[]): Span {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) throw new Error("A window has months")
  return { from: first.period, to: last.period }
}
