/** The one way a petition changes: lock, decide, save, write the events, put the letters in the outbox, commit; or nothing. */
import type { Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import type { Petition } from "~/domain/petition/petition"
import type { Decision, PetitionChange } from "~/domain/petition/petition-change"
import { columnsOf, petitionOf } from "~/domain/petition/petition-row"
import { inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { queuePetitionLetter } from "./letters.server"

/** Which petition; `seen` is the version the page showed; `alongside` another one that the decision looks at. */
export type Target = { id: string; seen?: string; alongside?: string }

/** Decides on the locked petition. `other` is the one alongside, locked too. */
export type Decide = (petition: Petition, other: Petition | null) => Decision

/**
 * Changes a petition by a pure decision. `by` is the staff member who acts; null for the petitioner or a job.
 * Refuses with "petition-not-found", with "already-changed" when the page that asked showed an older version,
 * or with whatever the decision refuses with; then nothing is written.
 */
export function changePetition(
  target: string | Target,
  by: Staff | null,
  decide: Decide,
): Promise<Outcome<Petition>> {
  const { id, seen, alongside } = typeof target === "string" ? { id: target } : target
  return inTransaction(async (tx) => {
    const locked = await lockPetitions(tx, alongside ? [id, alongside] : [id])
    const petition = locked.get(id)
    if (!petition || (by && by.officeId !== petition.officeId)) return refuse("petition-not-found")
    if (seen !== undefined && seen !== (await versionOf(tx, id))) return refuse("already-changed")
    const decision = decide(petition, alongside ? (locked.get(alongside) ?? null) : null)
    if (!decision.ok) return decision
    await saveChange(tx, decision.value, by)
    return accept(decision.value.petition)
  })
}

/** Locks rows in the order of their ids, so that two merges towards each other wait instead of blocking. */
async function lockPetitions(tx: Transaction, ids: string[]): Promise<Map<string, Petition>> {
  await tx.$queryRaw`SELECT id FROM "Petition" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.petition.findMany({
    where: { id: { in: ids } },
    include: { merged: { select: { id: true }, orderBy: { id: "asc" } } },
  })
  return new Map(rows.map((row) => [row.id, petitionOf(row)]))
}

/** Saves a change that was decided on a locked (or just created) petition: its state, its events, its letters. */
export async function saveChange(
  tx: Transaction,
  change: PetitionChange,
  by: Staff | null,
): Promise<void> {
  const { petition, events, letters } = change
  await tx.petition.update({ where: { id: petition.id }, data: columnsOf(petition) })
  for (const { kind, isPublic, detail, petitionId } of events) {
    await appendEvent(tx, {
      topic: "petition",
      subjectId: petitionId ?? petition.id,
      officeId: petition.officeId,
      kind,
      actor: by,
      detail,
      isPublic,
    })
  }
  for (const letter of letters) {
    await queuePetitionLetter(tx, { ...letter, petitionId: letter.petitionId ?? petition.id })
  }
}

/** A note or a reminder changes nothing that a page shows. */
export const UNSEEN_EVENTS = ["petition.noted", "petition.reminded"]

/** Which state of the case a page shows: the last event that matters. */
export async function versionOf(tx: Pick<Transaction, "event">, id: string): Promise<string> {
  const last = await tx.event.findFirst({
    where: {
      topic: "petition",
      subjectId: id,
      kind: { notIn: UNSEEN_EVENTS },
    },
    orderBy: { id: "desc" },
    select: { id: true },
  })
  return String(last?.id ?? 0)
}
