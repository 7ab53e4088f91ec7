/** A lost access code: sent anew to the address that the case was confirmed with. */
import { isRegistered } from "~/domain/petition/petition"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { groupAccessCode, readCaseNumber } from "~/domain/petition/filing/number"
import { petitionOf } from "~/domain/petition/petition-row"
import { now } from "../../tools/clock.server"
import { sha256 } from "../../tools/code.server"
import { inTransaction, type Transaction } from "../../tools/db.server"
import { mayTry } from "../../tools/throttle.server"
import { saveChange } from "../change.server"
import type { Row } from "../../tools/rows.server"
import { accessCodeOf } from "../register.server"

/** Letters with the code in a day and for one case: nobody's mailbox is filled by who knows number and address. */
const MOST_IN_A_DAY = 3

/**
 * Sends number and code to the petitioner's address, if number and address belong together. The answer is the same
 * when they do not, so that it tells nobody who petitions.
 */
export async function sendCodeAgain(
  typed: { number: string; email: string },
  client: string,
): Promise<Outcome<null, "too-many-tries">> {
  if (!(await mayTry("follow", `code ${client}`))) return refuse("too-many-tries")
  const number = readCaseNumber(typed.number)
  if (number) await inTransaction((tx) => sendIfKnown(tx, number, typed.email))
  return accept(null)
}

async function sendIfKnown(tx: Transaction, number: string, email: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Petition" WHERE number = ${number} FOR UPDATE`
  const row = await tx.petition.findUnique({
    where: { number },
    include: { merged: { select: { id: true } }, contact: { select: { email: true } } },
  })
  if (!row || row.contact?.email?.toLowerCase() !== email.toLowerCase()) return
  const since = new Date(now().getTime() - 24 * 3_600_000)
  const sent = await tx.letter.count({
    where: { petitionId: row.id, kind: "access-code", createdAt: { gt: since } },
  })
  const petition = petitionOf(row)
  if (sent >= MOST_IN_A_DAY || !isRegistered(petition)) return
  const code = accessCodeOf(row.id)
  const letter = { kind: "access-code" as const, props: { accessCode: groupAccessCode(code) } }
  const event = { kind: "petition.code_sent_again" as const, isPublic: true as const, detail: {} }
  const accessCodeHash = sha256(code)
  const rows: Row[] = [{ table: "petition", where: { id: row.id }, update: { accessCodeHash } }]
  await saveChange(tx, petition, { petition, events: [event], letters: [letter], rows }, null)
}
