/** Looks at every question of an office by night and proposes what deserves a person's judgement, each signal once. */
import { freezeEvidence } from "~/domain/improvement/finding"
import { lineOf } from "~/domain/statistics/trend-line"
import { LEVEL_SHIFT_RULE, type ProposedFinding } from "~/domain/statistics/finding-rule"
import { findFindings } from "~/domain/statistics/findings"
import { shiftPeriod } from "~/domain/statistics/period"
import { now, today } from "../tools/clock.server"
import { newId } from "../tools/code.server"
import { db, inTransaction, lockName, type Transaction } from "../tools/db.server"
import { lastWholePeriod, type OfficeTrends, readTrends } from "../statistics/trends.server"
import { findings } from "./findings.server"

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
  return inTransaction((tx) =>
    proposeNew(
      tx,
      officeId,
      declines.map((signal) => findingRow(signal, trends)),
    ),
  )
}

/** Two servers may look together: the second waits here and then finds the signals known. */
async function proposeNew(tx: Transaction, officeId: string, rows: ProposedRow[]) {
  await lockName(tx, `propose:${officeId}`)
  const known = await tx.finding.findMany({
    where: { signalKey: { in: rows.map(({ signalKey }) => signalKey) } },
    select: { signalKey: true },
  })
  const fresh = rows.filter((row) => !known.some(({ signalKey }) => signalKey === row.signalKey))
  for (const row of fresh) {
    const { id, status, evidence, item } = row
    const next = { id, officeId, status, evidence, decidedAt: null, decidedBy: null, reason: null }
    const events = [{ kind: "finding.proposed" as const, detail: { item } }]
    await findings.save(tx, null, { next, events, rows: [{ table: "finding", create: row }] }, null)
  }
  return { proposed: fresh.length }
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
  const status = "proposed" as const
  return { id: newId(), officeId, item, signalKey, evidence, status, proposedAt: now() }
}
type ProposedRow = ReturnType<typeof findingRow>
