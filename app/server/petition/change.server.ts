/** The one way a petition changes, by the house's changer: its rows, its followers, its letters. */
import type { Staff } from "~/domain/access/permission"
import { accept, type Outcome } from "~/domain/outcome"
import type { LetterRequest } from "~/domain/letter/letters"
import type { Petition } from "~/domain/petition/petition"
import type { Decision, PetitionChange } from "~/domain/petition/petition-change"
import { columnsOf, petitionOf } from "~/domain/petition/petition-row"
import { changer } from "../tools/change.server"
import { inTransaction, type Transaction } from "../tools/db.server"
import { versionOf } from "../tools/events.server"
import type { Row } from "../tools/rows.server"
import { queuePetitionLetter } from "./letters.server"

/** Which petition; `seen` is the version the page showed; `alongside` another one that the decision looks at. */
export type PetitionTarget = { id: string; seen?: string; alongside?: string }

/** Decides on the locked petition. `other` is the one alongside, locked too. */
export type Decide = (petition: Petition, other: Petition | null) => Decision

/**
 * Changes a petition by a pure decision. `by` is the staff member who acts; null for the petitioner or a job.
 * Refuses with "petition-not-found", with "already-changed" when the page that asked showed an older version,
 * or with whatever the decision refuses with; then nothing is written.
 */
export function changePetition(
  target: string | PetitionTarget,
  by: Staff | null,
  decide: Decide,
): Promise<Outcome<Petition>> {
  const { id, seen, alongside } = typeof target === "string" ? { id: target } : target
  return inTransaction(async (tx) => {
    if (alongside) await lockPetitions(tx, [id, alongside])
    const petition = await petitions.open(tx, { id, seen }, by)
    if (!petition.ok) return petition
    const other = alongside ? await findLocked(tx, alongside) : null
    const decision = decide(petition.value, other)
    if (!decision.ok) return decision
    await saveChange(tx, petition.value, decision.value, by)
    return accept(decision.value.petition)
  })
}

/** Locks rows in the order of their ids, so that two merges towards each other wait instead of blocking. */
async function lockPetitions(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Petition" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
}

async function findLocked(tx: Transaction, id: string): Promise<Petition | null> {
  const row = await tx.petition.findUnique({
    where: { id },
    include: { merged: { select: { id: true }, orderBy: { id: "asc" } } },
  })
  return row && petitionOf(row)
}

const petitions = changer({
  topic: "petition",
  missing: "petition-not-found",
  lock: (tx, id: string) => lockPetitions(tx, [id]),
  read: findLocked,
  about: ({ id, officeId }: Petition) => ({ subjectId: id, officeId }),
  columns: (next, before) =>
    before ? [{ table: "petition", where: { id: next.id }, update: columnsOf(next) }] : [],
  letter: (tx, letter: LetterRequest, { id }) =>
    queuePetitionLetter(tx, { ...letter, petitionId: letter.petitionId ?? id }),
})

/**
 * Saves what was decided on a locked petition, or on a new one (`before` is null): its state, its events, its letters.
 * `rows` are what else is written with it, for example who petitions.
 */
export function saveChange(
  tx: Transaction,
  before: Petition | null,
  { petition, events, letters, rows = [] }: PetitionChange & { rows?: Row[] },
  by: Staff | null,
): Promise<void> {
  const told = events.map(({ petitionId, ...event }) => ({
    ...event,
    ...(petitionId === undefined ? {} : { subjectId: petitionId }),
  }))
  return petitions.save(tx, before, { next: petition, events: told, letters, rows }, by)
}

/** Which state of the case a page shows. */
export const petitionVersion = (tx: Pick<Transaction, "event">, id: string): Promise<string> =>
  versionOf(tx, "petition", id)
