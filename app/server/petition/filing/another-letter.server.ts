/** A petition that waits for its confirmation: another letter, or a better address for it. */
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { decideAnotherLetter } from "~/domain/petition/filing/confirmation"
import { mailboxOf } from "~/domain/petition/filing/mailbox"
import { petitionOf } from "~/domain/petition/petition-row"
import { saveChange } from "../change.server"
import { now } from "../../tools/clock.server"
import { sha256 } from "../../tools/code.server"
import { db, inTransaction } from "../../tools/db.server"
import type { Row } from "../../tools/rows.server"
import { forgiveTry, mayTry, triesAllowed } from "../../tools/throttle.server"
import { confirmTokenOf, queueConfirmation } from "./file.server"

type Better = { email: string; origin: string }

/**
 * Sends the letter to confirm by once more, to `email`. Refuses when the petition is confirmed or lapsed, after a few
 * letters (then there is the telephone), and when a new mailbox was written to often enough today, as for a new petition.
 */
export async function sendAnotherLetter(
  id: string,
  better: Better,
): Promise<Outcome<{ isNewAddress: boolean }>> {
  const mailbox = mailboxOf(better.email)
  const contact = await db().petitionContact.findUnique({ where: { petitionId: id } })
  const isCounted = mailboxOf(contact?.email ?? "") !== mailbox
  if (isCounted && !(await mayTry("unconfirmed-recipient", mailbox))) {
    await forgiveTry("unconfirmed-recipient", mailbox)
    const count = triesAllowed("unconfirmed-recipient")
    return refuse("too-many-unconfirmed", { params: { count } })
  }
  const written = await writeAnotherLetter(id, better)
  if (isCounted && !written.ok) await forgiveTry("unconfirmed-recipient", mailbox)
  return written
}

/** Locked, so that the letters are counted one after another. */
function writeAnotherLetter(
  id: string,
  { email, origin }: Better,
): Promise<Outcome<{ isNewAddress: boolean }>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Petition" WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.petition.findUnique({
      where: { id },
      include: { merged: { select: { id: true } }, contact: true },
    })
    if (!row?.contact?.email) return refuse("petition-not-found")
    const isNewAddress = row.contact.email.toLowerCase() !== email.toLowerCase()
    const lettersSent = await tx.letter.count({ where: { petitionId: id, kind: "confirmation" } })
    const petition = petitionOf(row)
    const decided = decideAnotherLetter(petition, { isNewAddress, lettersSent }, now())
    if (!decided.ok) return decided
    const token = confirmTokenOf(id, email)
    const keys = { confirmHash: sha256(token), contact: { update: { email } } }
    const rows: Row[] = [{ table: "petition", where: { id }, update: keys }]
    await saveChange(tx, petition, { ...decided.value, rows }, null)
    await queueConfirmation(tx, petition, { recipient: email, token, origin })
    return accept({ isNewAddress })
  })
}
