/** From a letter that a decision asked for to a letter in the outbox, in the same transaction. */
import type { LetterRequest } from "~/domain/petition/petition-change"
import { env } from "../env.server"
import { appendEvent } from "../events.server"
import { queueLetter } from "../outbox.server"
import type { Transaction } from "../db.server"
import { renderLetter } from "#emails/render-letter"

/**
 * Writes the letter to the petitioner and queues it. Who left no e-mail address must be told on paper: the
 * timeline then says so, and the case page offers the text for printing.
 */
export async function queuePetitionLetter(
  tx: Transaction,
  { kind, props, petitionId }: LetterRequest & { petitionId: string },
): Promise<void> {
  const petition = await tx.petition.findUniqueOrThrow({
    where: { id: petitionId },
    select: { number: true, subject: true, locale: true, officeId: true, contact: true, office: true },
  })
  const { number, subject, locale, officeId, contact, office } = petition
  const basics = {
    office,
    siteUrl: env().PUBLIC_URL ?? "",
    petitionerName: contact?.name ?? "",
    subject,
  }
  const letter = await renderLetter(kind, { number, ...basics, ...props }, locale)
  if (!contact?.email) {
    await appendEvent(tx, {
      topic: "petition",
      subjectId: petitionId,
      officeId,
      kind: "petition.noted",
      detail: { onPaper: kind, subject: letter.subject, text: letter.text },
    })
    return
  }
  await queueLetter(tx, { kind, locale, recipient: contact.email, officeId, petitionId, letter })
}
