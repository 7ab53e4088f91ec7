/** Registers what came in by word of mouth or on paper: written down by staff, numbered at once. */
import { randomUUID } from "node:crypto"
import type { Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { groupAccessCode } from "~/domain/petition/filing/number"
import { decideOralPetition, type OralPetition } from "~/domain/petition/casework/oral"

import { columnsOf } from "~/domain/petition/petition-row"
import { now, today } from "../../tools/clock.server"
import { inTransaction, lockName, type Transaction } from "../../tools/db.server"
import type { Row } from "../../tools/rows.server"
import { saveChange } from "../change.server"
import { accessCodeOf, deadlinesFor, registerFiled } from "../register.server"

export type Recorded = { number: string; accessCode: string }

/** One form is one petition: the same submission key again gives the same number. */
export function recordPetition(
  record: OralPetition & { submissionKey: string },
  by: Staff,
): Promise<Outcome<Recorded>> {
  return inTransaction(async (tx) => {
    const { submissionKey } = record
    await lockName(tx, submissionKey)
    const earlier = await findRecorded(tx, submissionKey, by)
    if (earlier) return accept(earlier)
    const category = await tx.petitionCategory.findUnique({
      where: { id: record.categoryId },
      select: { id: true, officeId: true, confidential: true },
    })
    if (!category) return refuse("category-unknown", { field: "categoryId" })
    const made = { id: randomUUID(), at: now(), locale: "zh-TW" }
    const decided = decideOralPetition(record, category, by, made)
    if (!decided.ok) return decided
    const receivedOn = today()
    const deadlines = await deadlinesFor(tx, by.officeId, receivedOn)
    if (!deadlines.ok) return deadlines
    const { pending, event } = decided.value
    const { name, email, phone, address } = record
    const contact = { create: { name, email, phone, address } }
    const created = { ...columnsOf(pending), id: pending.id, submissionKey, contact }
    const rows: Row[] = [{ table: "petition", create: created }]
    await saveChange(tx, null, { petition: pending, events: [event], letters: [], rows }, by)
    const { number, accessCode } = await registerFiled(tx, pending, {
      receivedOn,
      deadlines: deadlines.value,
    })
    return accept({ number, accessCode })
  })
}

async function findRecorded(
  tx: Transaction,
  submissionKey: string,
  by: Staff,
): Promise<Recorded | null> {
  const row = await tx.petition.findUnique({
    where: { submissionKey },
    select: { id: true, number: true, officeId: true },
  })
  if (!row?.number || row.officeId !== by.officeId) return null
  return { number: row.number, accessCode: groupAccessCode(accessCodeOf(row.id)) }
}
