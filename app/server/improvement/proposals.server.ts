/** Looks at every question of an office by night and proposes what deserves a person's judgement, each signal once. */
import { freezeEvidence } from "~/domain/improvement/finding"
import { lineOf } from "~/domain/statistics/trend-line"
import { LEVEL_SHIFT_RULE, type ProposedFinding } from "~/domain/statistics/finding-rule"
import { findFindings } from "~/domain/statistics/findings"
import { shiftPeriod } from "~/domain/statistics/period"
import { now, today } from "../tools/clock.server"
import { db, inTransaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { lastWholePeriod, type OfficeTrends, readTrends } from "../statistics/trends.server"

/** The whole history (twenty years): judged from a moving start, some signals would get a second key. */
const MONTHS_READ = 240
/** Older changes are history, not news. */
const MONTHS_PROPOSED = 12

/**
 * Proposes the declines of the office's last twelve whole months. Run twice, or by two servers at once, it proposes
 * nothing twice: the signal's key is unique. Answers how many were new.
 */
export async function proposeFindings(officeId: string): Promise<{ proposed: number }> {
  const until = lastWholePeriod("month")
  const trends = await readTrends({
    officeId,
    until,
    mode: null,
    months: MONTHS_READ,
  })
  const since = shiftPeriod(until, 1 - MONTHS_PROPOSED)
  const found = findFindings(seriesOf(trends, officeId), { ...LEVEL_SHIFT_RULE, since })
  if (!found.ok) return { proposed: 0 }
  const declines = found.value.findings.filter((signal) => signal.direction === "decline")
  const rows = declines.map((signal) => findingRow(signal, trends))
  return inTransaction(async (tx) => {
    const created = await tx.finding.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true, item: true },
    })
    for (const { id, item } of created) {
      await appendEvent(tx, {
        topic: "finding",
        subjectId: id,
        officeId,
        kind: "finding.proposed",
        detail: { item },
      })
    }
    return { proposed: created.length }
  })
}

/** Every office, one after the other: the nightly job. */
export async function proposeAllFindings(): Promise<{ proposed: number }> {
  const offices = await db().office.findMany({ select: { id: true }, orderBy: { id: "asc" } })
  let proposed = 0
  for (const { id } of offices) proposed += (await proposeFindings(id)).proposed
  return { proposed }
}

function seriesOf(trends: OfficeTrends, officeId: string) {
  const questions = new Map(trends.items.map((item) => [item.key, item.question["zh-TW"]]))
  return trends.series
    .filter(({ points }) => points.length > 0)
    .map(({ item, points }) => ({ officeId, item, points, question: questions.get(item) ?? item }))
}

function findingRow(signal: ProposedFinding, trends: OfficeTrends) {
  const series = trends.series.find(({ item }) => item === signal.item)
  const line = series ? lineOf(series).points : []
  const { officeId, item, signalKey } = signal
  const evidence = freezeEvidence(signal, line, today())
  return { officeId, item, signalKey, evidence, status: "proposed", proposedAt: now() }
}
