/** Files a petition that a citizen wrote, confirms it, and lets those lapse that nobody confirmed. */
import { createHmac, randomUUID } from "node:crypto"
import { accept, type Outcome, type Problem, refuse } from "~/domain/outcome"
import {
  confirmBy,
  CONFIRM_WITHIN_HOURS,
  decideLapse,
  readConfirmation,
} from "~/domain/petition/filing/confirmation"
import { type AskingStep, decideFiling, type Filing } from "~/domain/petition/filing/filing"
import { answersOf, completeDraft, type FilingDraft } from "~/domain/petition/filing/draft"
import { mailboxOf } from "~/domain/petition/filing/mailbox"
import type { LetterProps } from "~/domain/letter/letters.schema"
import type { Petition } from "~/domain/petition/petition"
import { columnsOf, petitionOf } from "~/domain/petition/petition-row"
import { renderLetter } from "#emails/render-letter"
import { now, today } from "../../tools/clock.server"
import { sha256 } from "../../tools/code.server"
import { throughOutage } from "../../tools/outage.server"
import { db, inTransaction, type Transaction } from "../../tools/db.server"
import { env } from "../../tools/env.server"
import { signingSecret } from "../../tools/secret.server"
import { deadlinesFor, registerFiled } from "../register.server"
import { lockDraft, markFiled, readDraft } from "./drafts.server"
import { writesByEmail } from "../../tools/mailer.server"
import { queueLetter } from "../../tools/outbox.server"
import { forgiveTry, mayTry, triesAllowed } from "../../tools/throttle.server"
import type { Row } from "../../tools/rows.server"
import { changePetition, saveChange } from "../change.server"

/** Refused at the page that must be filled again; without a step, the whole thing cannot be sent now. */
export type FilingRefusal = { ok: false; problems: Problem[]; step?: AskingStep }
/** What its writer checked (`seen`), in which language, and the address at which this portal was reached. */
type Sending = { seen: string; locale: string; origin: string }

/** What was typed so far, in a few characters: to know whether another window changed it since. */
export function stateOf({ pages }: FilingDraft): string {
  const typed = [pages.what, pages.content, pages.contact].map((page) =>
    Object.entries(page?.entered ?? {}).sort(),
  )
  return sha256(JSON.stringify(typed))
}

/**
 * Makes one petition of one draft, however often it is sent. Gives the petition's id. Refuses with "draft-missing"
 * when the draft is gone, with "changed-since-checked" when it is not what its writer checked, and with
 * "too-many-unconfirmed" when the mailbox was written to often enough today: anybody can type anybody's address.
 */
export async function filePetition(
  draftId: string,
  sending: Sending,
): Promise<{ ok: true; value: { id: string } } | FilingRefusal> {
  const mailbox = await mailboxToConfirm(draftId)
  if (mailbox !== null && !(await mayTry("unconfirmed-recipient", mailbox))) {
    await forgiveTry("unconfirmed-recipient", mailbox)
    return refuse("too-many-unconfirmed", {
      params: { count: triesAllowed("unconfirmed-recipient") },
    })
  }
  // keyed by the draft: a second time finds the first
  const filed = await throughOutage(() => writeFromDraft(draftId, mailbox, sending))
  const isNew = filed.ok && filed.value.isNew
  if (mailbox !== null && !isNew) await forgiveTry("unconfirmed-recipient", mailbox)
  return filed.ok ? accept({ id: filed.value.id }) : filed
}

/** Whose confirmation the draft will wait for; null where it needs none, or was filed before. */
async function mailboxToConfirm(draftId: string): Promise<string | null> {
  const kept = writesByEmail() ? await readDraft(draftId) : null
  if (!kept || kept.petitionId) return null
  const { contact } = answersOf(kept.draft)
  return contact?.email ? mailboxOf(contact.email) : null
}

function writeFromDraft(
  draftId: string,
  mailbox: string | null,
  { seen, locale, origin }: Sending,
): Promise<{ ok: true; value: { id: string; isNew: boolean } } | FilingRefusal> {
  return inTransaction(async (tx) => {
    const kept = await lockDraft(tx, draftId)
    if (!kept) return refuse("draft-missing")
    if (kept.petitionId) return accept({ id: kept.petitionId, isNew: false })
    if (seen !== stateOf(kept.draft)) return refuse("changed-since-checked")
    const complete = completeDraft(kept.draft)
    if (!complete.ok) return complete
    // The address that was counted is the one that is written to, whatever another window did meanwhile.
    const email = writesByEmail() ? complete.value.contact.email : null
    if ((email ? mailboxOf(email) : null) !== mailbox) return refuse("changed-since-checked")
    const filing = await decideFromDraft(tx, complete.value, locale)
    if (!filing.ok) return { ...filing, step: "what" as const }
    const filed = await writeFiling(tx, filing.value, { submissionKey: draftId, origin })
    if (!filed.ok) return filed
    await markFiled(tx, kept, filed.value.id)
    return accept({ id: filed.value.id, isNew: true })
  })
}

async function decideFromDraft(
  tx: Transaction,
  draft: Parameters<typeof decideFiling>[0],
  locale: string,
) {
  const category = await tx.petitionCategory.findUnique({
    where: { id: draft.what.categoryId },
    select: { id: true, officeId: true, confidential: true },
  })
  if (!category) return refuse("category-required", { field: "categoryId" })
  const made = { id: randomUUID(), at: now(), locale, writesByEmail: writesByEmail() }
  return decideFiling(draft, category, made)
}

async function writeFiling(
  tx: Transaction,
  { petition, contact, event, mustConfirm }: Filing,
  { submissionKey, origin }: { submissionKey: string; origin: string },
): Promise<Outcome<{ id: string }>> {
  const { id, officeId } = petition
  const receivedOn = today()
  const deadlines = await deadlinesFor(tx, officeId, receivedOn)
  // With a confirmation to come the clock starts later; the calendar may be complete by then.
  if (!deadlines.ok && !mustConfirm) return deadlines
  const token = confirmTokenOf(id, contact.email ?? "")
  const confirmHash = mustConfirm ? sha256(token) : null
  const keys = { id, submissionKey, confirmHash, contact: { create: contact } }
  const rows: Row[] = [{ table: "petition", create: { ...columnsOf(petition), ...keys } }]
  await saveChange(tx, null, { petition, events: [event], letters: [], rows }, null)
  if (mustConfirm)
    await queueConfirmation(tx, petition, {
      recipient: contact.email ?? "",
      token,
      origin,
    })
  else if (deadlines.ok)
    await registerFiled(tx, petition, { receivedOn, deadlines: deadlines.value })
  return accept({ id })
}

/**
 * The token of the confirming link, made from the petition, the address and the house's secret: a second letter to the
 * same address carries the same link, so that whichever is opened works, and a new address makes the old link useless.
 */
export function confirmTokenOf(petitionId: string, email: string): string {
  return createHmac("sha256", signingSecret())
    .update(`confirm:${petitionId}:${email.toLowerCase()}`)
    .digest("base64url")
}

export async function queueConfirmation(
  tx: Transaction,
  { id, officeId, locale, filedAt }: Petition,
  { recipient, token, origin }: { recipient: string; token: string; origin: string },
): Promise<void> {
  const office = await tx.office.findUniqueOrThrow({ where: { id: officeId } })
  const siteUrl = env().PUBLIC_URL?.replace(/\/$/, "") ?? origin
  const props: LetterProps<"confirmation"> = {
    ...{ office, siteUrl, confirmBy: confirmBy(filedAt) },
    confirmUrl: `${siteUrl}/petitions/confirm/${token}`,
  }
  const letter = await renderLetter("confirmation", props, locale)
  await queueLetter(tx, {
    kind: "confirmation",
    locale,
    recipient,
    officeId,
    petitionId: id,
    letter,
  })
}

/** What the confirmation page shows before anybody presses: null for a link that never was. */
export async function findToConfirm(token: string) {
  const row = await db().petition.findUnique({
    where: { confirmHash: sha256(token) },
    include: { office: true, merged: { select: { id: true } } },
  })
  if (!row) return null
  const state = readConfirmation(petitionOf(row), now())
  const isDone = state.ok && state.value === "done"
  return {
    subject: row.subject,
    office: row.office,
    isExpired: !state.ok,
    isDone,
    number: row.number,
  }
}

/** Confirms by the link's token. Twice gives the same number; nothing is registered twice. */
export async function confirmPetition(token: string): Promise<Outcome<{ number: string }>> {
  const confirmed = await registerConfirmed(token)
  if (!confirmed.ok) return confirmed
  const { number, proven } = confirmed.value
  // Whoever reads the mailbox wants these letters: it may ask for the next one.
  if (proven) await forgiveTry("unconfirmed-recipient", mailboxOf(proven))
  return accept({ number })
}

/** `proven` is the address that was confirmed just now. */
function registerConfirmed(
  token: string,
): Promise<Outcome<{ number: string; proven: string | null }>> {
  return inTransaction(async (tx) => {
    const confirmHash = sha256(token)
    await tx.$queryRaw`SELECT id FROM "Petition" WHERE "confirmHash" = ${confirmHash} FOR UPDATE`
    const row = await tx.petition.findUnique({
      where: { confirmHash },
      include: { merged: { select: { id: true } }, contact: { select: { email: true } } },
    })
    if (!row) return refuse("confirmation-unknown")
    const state = readConfirmation(petitionOf(row), now())
    if (!state.ok) return state
    if (state.value === "done") return accept({ number: row.number ?? "", proven: null })
    const receivedOn = today()
    const deadlines = await deadlinesFor(tx, row.officeId, receivedOn)
    if (!deadlines.ok) return deadlines
    const before = [{ kind: "petition.confirmed" as const, isPublic: true as const, detail: {} }]
    const { number } = await registerFiled(tx, state.value.pending, {
      receivedOn,
      deadlines: deadlines.value,
      before,
    })
    return accept({ number, proven: row.contact?.email ?? null })
  })
}

/** The job that lets unconfirmed petitions lapse after three days. May run twice; gives how many lapsed. */
export async function lapseUnconfirmed(): Promise<number> {
  const limit = new Date(now().getTime() - CONFIRM_WITHIN_HOURS * 3_600_000)
  const due = await db().petition.findMany({
    where: { status: "pending_confirmation", filedAt: { lte: limit } },
    select: { id: true },
    take: 500,
  })
  const outcomes = []
  for (const { id } of due)
    outcomes.push(await changePetition(id, null, (petition) => decideLapse(petition, now())))
  return outcomes.filter((outcome) => outcome.ok).length
}
