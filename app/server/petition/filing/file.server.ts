/** Files a petition that a citizen wrote, confirms it, and lets those lapse that nobody confirmed. */
import { randomUUID } from "node:crypto"
import { accept, type Outcome, type Problem, refuse } from "~/domain/outcome"
import {
  confirmBy,
  CONFIRM_WITHIN_HOURS,
  decideLapse,
  readConfirmation,
} from "~/domain/petition/filing/confirmation"
import {
  type AskingStep,
  completeDraft,
  decideFiling,
  type Filing,
} from "~/domain/petition/filing/filing"
import type { Petition } from "~/domain/petition/petition"
import { columnsOf, petitionOf } from "~/domain/petition/petition-row"
import { renderLetter } from "#emails/render-letter"
import { now, today } from "../../tools/clock.server"
import { randomToken, sha256 } from "../../tools/code.server"
import { throughOutage } from "../../tools/outage.server"
import { db, inTransaction, type Transaction } from "../../tools/db.server"
import { env } from "../../tools/env.server"
import { appendEvent } from "../../tools/events.server"
import { deadlinesFor, registerFiled } from "../register.server"
import { lockDraft } from "./drafts.server"
import { queueLetter } from "../../tools/outbox.server"
import { changePetition } from "../change.server"

/** Refused at the page that must be filled again; without a step, the whole thing cannot be sent now. */
export type FilingRefusal = { ok: false; problems: Problem[]; step?: AskingStep }
/** Where the petition is, and the address at which this portal was reached (for the letter's link). */
type Sending = { submissionKey: string; locale: string; origin: string }

/**
 * Makes one petition of one draft, however often it is sent. Gives the petition's id. Refuses with
 * "draft-missing" when the draft is gone and nothing was filed from it.
 */
export function filePetition(
  draftId: string | null,
  { submissionKey, locale, origin }: Sending,
): Promise<{ ok: true; value: { id: string } } | FilingRefusal> {
  const file = () =>
    inTransaction(async (tx) => {
      const draft = draftId ? await lockDraft(tx, draftId) : null
      const earlier = await tx.petition.findUnique({
        where: { submissionKey },
        select: { id: true },
      })
      if (earlier) return accept(earlier)
      if (!draft || draft.submissionKey !== submissionKey) return refuse("draft-missing")
      const complete = completeDraft(draft)
      if (!complete.ok) return complete
      const filing = await decideFromDraft(tx, complete.value, locale)
      if (!filing.ok) return { ...filing, step: "what" as const }
      const filed = await writeFiling(tx, filing.value, { submissionKey, origin })
      if (filed.ok) await tx.petitionDraft.delete({ where: { id: draftId ?? "" } })
      return filed
    })
  return throughOutage(file) // keyed by the draft: a second time finds the first
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
  return decideFiling(draft, category, { id: randomUUID(), at: now(), locale })
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
  const token = randomToken()
  await tx.petition.create({
    data: {
      ...columnsOf(petition),
      ...{ id, submissionKey, confirmHash: mustConfirm ? sha256(token) : null },
      contact: { create: contact },
    },
    select: { id: true },
  })
  await appendEvent(tx, { topic: "petition", subjectId: id, officeId, ...event })
  if (mustConfirm)
    await queueConfirmation(tx, petition, {
      recipient: contact.email ?? "",
      name: contact.name,
      token,
      origin,
    })
  else if (deadlines.ok)
    await registerFiled(tx, petition, { receivedOn, deadlines: deadlines.value })
  return accept({ id })
}

async function queueConfirmation(
  tx: Transaction,
  { id, officeId, locale, subject, filedAt }: Petition,
  {
    recipient,
    name,
    token,
    origin,
  }: { recipient: string; name: string; token: string; origin: string },
): Promise<void> {
  const office = await tx.office.findUniqueOrThrow({ where: { id: officeId } })
  const siteUrl = env().PUBLIC_URL?.replace(/\/$/, "") ?? origin
  const props = {
    ...{ office, siteUrl, petitionerName: name, subject, confirmBy: confirmBy(filedAt) },
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
export function confirmPetition(token: string): Promise<Outcome<{ number: string }>> {
  return inTransaction(async (tx) => {
    const confirmHash = sha256(token)
    await tx.$queryRaw`SELECT id FROM "Petition" WHERE "confirmHash" = ${confirmHash} FOR UPDATE`
    const row = await tx.petition.findUnique({
      where: { confirmHash },
      include: { merged: { select: { id: true } } },
    })
    if (!row) return refuse("confirmation-unknown")
    const state = readConfirmation(petitionOf(row), now())
    if (!state.ok) return state
    if (state.value === "done") return accept({ number: row.number ?? "" })
    const receivedOn = today()
    const deadlines = await deadlinesFor(tx, row.officeId, receivedOn)
    if (!deadlines.ok) return deadlines
    const before = [{ kind: "petition.confirmed" as const, isPublic: true, detail: {} }]
    return accept(
      await registerFiled(tx, state.value.pending, {
        receivedOn,
        deadlines: deadlines.value,
        before,
      }),
    )
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
