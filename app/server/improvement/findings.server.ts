/** Findings: reads them, and changes one in a single transaction when a person has decided. */
import type { Staff } from "~/domain/access/permission"
import {
  decideConfirm,
  decideDismiss,
  type Evidence,
  type Finding,
  type FindingDecision,
  FINDING_STATES,
  type FindingProblem,
  type FindingState,
  isFindingState,
} from "~/domain/improvement/finding"
import { EvidenceSchema } from "~/domain/improvement/finding.schema"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { now } from "../tools/clock.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"

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

type Refusals = FindingProblem | "finding-not-found"

export function confirmFinding(id: string, by: Staff): Promise<Outcome<FindingDecision, Refusals>> {
  return changeFinding(id, by, (finding) => decideConfirm(finding, { staff: by, now: now() }))
}

export function dismissFinding(
  id: string,
  reason: string,
  by: Staff,
): Promise<Outcome<FindingDecision, Refusals>> {
  return changeFinding(id, by, (finding) =>
    decideDismiss(finding, reason, { staff: by, now: now() }),
  )
}

type Decide = (finding: Finding) => Outcome<FindingDecision, FindingProblem>

function changeFinding(
  id: string,
  by: Staff,
  decide: Decide,
): Promise<Outcome<FindingDecision, Refusals>> {
  return inTransaction(async (tx) => {
    const finding = await lockFinding(tx, id, by.officeId)
    if (!finding) return refuse("finding-not-found")
    const decided = decide(finding)
    if (!decided.ok) return decided
    await saveDecision(tx, finding, decided.value, by)
    return accept(decided.value)
  })
}

/** Locks a finding of the office until the transaction ends, so that two people decide one after the other. */
export async function lockFinding(
  tx: Transaction,
  id: string,
  officeId: string,
): Promise<Finding | null> {
  if (!isUuid(id)) return null
  await tx.$queryRaw`SELECT id FROM "Finding" WHERE id = ${id}::uuid AND "officeId" = ${officeId} FOR UPDATE`
  const row = await tx.finding.findFirst({ where: { id, officeId } })
  return row ? { ...readFinding(row), officeId } : null
}

/** The new state and its event, in the transaction of the decision. */
export async function saveDecision(
  tx: Transaction,
  finding: Finding,
  decision: FindingDecision,
  by: Staff,
): Promise<void> {
  const { status, decidedAt, decidedBy, reason } = decision
  await tx.finding.update({
    where: { id: finding.id },
    data: { status, decidedAt, decidedBy, ...(reason === null ? {} : { reason }) },
  })
  await appendEvent(tx, {
    topic: "finding",
    subjectId: finding.id,
    officeId: finding.officeId,
    kind: `finding.${status}`,
    actor: by,
    detail: reason === null ? {} : { reason },
  })
}

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
