/** Findings: reads them, and changes one when a person has judged it. */
import type { Staff } from "~/domain/access/permission"
import {
  decideConfirm,
  decideDismiss,
  type Evidence,
  type FindingDecision,
  FINDING_STATES,
  type FindingProblem,
  type FindingState,
  isFindingState,
} from "~/domain/improvement/finding"
import { EvidenceSchema } from "~/domain/improvement/finding.schema"
import {
  type FindingChange,
  judgedFinding,
  type JudgedFinding,
} from "~/domain/improvement/finding-change"
import { accept, type Outcome } from "~/domain/outcome"
import { changer, type RecordSeen, seenOf } from "../tools/change.server"
import { now } from "../tools/clock.server"
import { db } from "../tools/db.server"

export type FindingRow = {
  id: string
  item: string
  status: FindingState
  evidence: Evidence
  proposedAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
}

/** The office's findings of one state, newest first. */
export async function listFindings(officeId: string, status: FindingState): Promise<FindingRow[]> {
  const rows = await db().finding.findMany({
    where: { officeId, status },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: 200,
  })
  return rows.map(readFinding)
}

/** How many findings the office has in each state: { proposed: 1, confirmed: 0 … }. */
export async function countFindings(officeId: string): Promise<Record<FindingState, number>> {
  const groups = await db().finding.groupBy({ by: ["status"], where: { officeId }, _count: true })
  const counted = FINDING_STATES.map((status) => [
    status,
    groups.find((group) => group.status === status)?._count ?? 0,
  ])
  return Object.fromEntries(counted)
}

export type PlannedIn = { planId: string; rocYear: number; number: number; title: string }

/** One finding of the office with the plan items that answer it, or null. */
export async function findFinding(
  id: string,
  officeId: string,
): Promise<(FindingRow & { plannedIn: PlannedIn[] }) | null> {
  if (!isUuid(id)) return null
  const row = await db().finding.findFirst({
    where: { id, officeId },
    include: { planItems: { include: { plan: { select: { rocYear: true } } } } },
  })
  if (!row) return null
  const plannedIn = row.planItems.map(({ planId, plan, number, title }) => {
    return { planId, rocYear: plan.rocYear, number, title }
  })
  return { ...readFinding(row), plannedIn }
}

type Refusals = FindingProblem | "finding-not-found" | "already-changed"
type Judged = Promise<Outcome<FindingChange, Refusals>>

export const confirmFinding = (target: string | RecordSeen, by: Staff): Judged =>
  judgeFinding(target, by, (finding) => decideConfirm(finding, { staff: by, now: now() }))

export const dismissFinding = (target: string | RecordSeen, reason: string, by: Staff): Judged =>
  judgeFinding(target, by, (finding) => decideDismiss(finding, reason, { staff: by, now: now() }))

function judgeFinding(
  target: string | RecordSeen,
  by: Staff,
  decide: (finding: JudgedFinding) => Outcome<FindingDecision, FindingProblem>,
): Judged {
  return findings.change(seenOf(target), by, (finding) => {
    const decision = decide(finding)
    return decision.ok ? accept(judgedFinding(finding, decision.value)) : decision
  })
}

/** The one way a finding changes. */
export const findings = changer({
  topic: "finding",
  missing: "finding-not-found",
  lock: async (tx, id: string) =>
    isUuid(id) && tx.$queryRaw`SELECT id FROM "Finding" WHERE id = ${id}::uuid FOR UPDATE`,
  read: async (tx, id): Promise<JudgedFinding | null> => {
    const row = isUuid(id) ? await tx.finding.findUnique({ where: { id } }) : null
    return row && { ...readFinding(row), officeId: row.officeId }
  },
  about: ({ id, officeId }) => ({ subjectId: id, officeId }),
  columns: ({ id, status, decidedAt, decidedBy, reason }, before) =>
    before
      ? [{ table: "finding", where: { id }, update: { status, decidedAt, decidedBy, reason } }]
      : [],
})

export type StoredFinding = Omit<FindingRow, "status" | "evidence"> & {
  status: string
  evidence: unknown
}

export function readFinding(row: StoredFinding): FindingRow {
  if (!isFindingState(row.status)) throw new Error(`Unknown state of a finding: ${row.status}`)
  const { id, item, status, proposedAt, decidedAt, decidedBy, reason } = row
  const evidence = EvidenceSchema.parse(row.evidence)
  return { id, item, status, evidence, proposedAt, decidedAt, decidedBy, reason }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Addresses are typed by people: what is no id finds nothing instead of failing in the database. */
export const isUuid = (text: string): boolean => UUID.test(text)
