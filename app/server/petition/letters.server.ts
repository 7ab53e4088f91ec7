/** From a letter that a decision asked for to a letter in the outbox, in the same transaction. */
import type { LetterRequest } from "~/domain/letter/letters"
import { renderLetter } from "#emails/render-letter"
import type { Transaction } from "../tools/db.server"
import { env } from "../tools/env.server"
import { appendEvent } from "../tools/events.server"
import { writesByEmail } from "../tools/mailer.server"
import { keepLetter, queueLetter } from "../tools/outbox.server"

/** Writes the letter to the petitioner and queues it; where no e-mail leaves or no address was given it goes on paper. */
export async function queuePetitionLetter(
  tx: Transaction,
  { kind, props, petitionId }: LetterRequest & { petitionId: string },
): Promise<void> {
  const petition = await tx.petition.findUniqueOrThrow({
    where: { id: petitionId },
    select: {
      number: true,
      subject: true,
      locale: true,
      officeId: true,
      contact: true,
      office: { select: { name: true, nameEn: true, phone: true, address: true } },
    },
  })
  const { number, subject, locale, officeId, contact, office } = petition
  const basics = {
    office,
    siteUrl: siteUrl(),
    petitionerName: contact?.name ?? "",
    subject,
  }
  const letter = await renderLetter(kind, { number, ...basics, ...props }, locale)
  const written = { kind, locale, officeId, petitionId, letter }
  const { email, address, phone } = contact ?? {}
  if (email && writesByEmail()) return queueLetter(tx, { ...written, recipient: email })
  // The duty to tell the petitioner does not end where there is no e-mail: the letter is kept to be printed and sent.
  const recipient = address ?? phone ?? email ?? ""
  const letterId = await keepLetter(tx, { ...written, recipient })
  const about = { topic: "petition" as const, subjectId: petitionId, officeId }
  await appendEvent(tx, about, { kind: "petition.noted", detail: { onPaper: kind, letterId } })
}

/** Without a public address the letter leads to where this server listens. */
function siteUrl(): string {
  const { PUBLIC_URL, HOST, PORT } = env()
  return PUBLIC_URL?.replace(/\/$/, "") ?? `http://${HOST}:${PORT}`
}
