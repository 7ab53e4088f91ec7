/** From a petition that was sent to one that counts: confirmed by its e-mail address, registered, or lapsed. */
import type { CalendarDate } from "../../deadline/calendar-date"
import { type Deadline } from "../../deadline/count-deadline"
import { accept, type Outcome, refuse } from "../../outcome"
import {
  type AcceptedPetition,
  isRegistered,
  type Petition,
  type PendingPetition,
} from "../petition"
import type { PetitionEvent } from "../events"
import type { PetitionChange } from "../petition-change"

/** Confirm within three days or the case is not accepted (practice of the agencies that ask). */
export const CONFIRM_WITHIN_HOURS = 72

/** The instant from which the link no longer works. */
export function confirmBy(filedAt: Date): Date {
  return new Date(filedAt.getTime() + CONFIRM_WITHIN_HOURS * 3_600_000)
}

export type Registration = {
  number: string
  /** Grouped, as the petitioner is told it. Never stored. */
  accessCode: string
  receivedOn: CalendarDate
  deadlines: { internal: Deadline; statutory: Deadline }
}

/**
 * Registers a petition (登記、列入管制): it gets its number and its clock. Day 0 is the day of confirmation
 * where one was asked for, else the day it was sent.
 */
export function registerPetition(
  pending: PendingPetition,
  registration: Registration,
): PetitionChange {
  const { number, accessCode, receivedOn, deadlines } = registration
  const dueOn = deadlines.internal.dueOn
  const petition: AcceptedPetition = {
    ...pending,
    status: "accepted",
    number,
    clock: {
      receivedOn,
      dueOn,
      statutoryDueOn: deadlines.statutory.dueOn,
      trace: [deadlines.internal],
    },
    extensionCount: 0,
    sectionId: null,
    officerId: null,
    followerIds: [],
    extensionRequest: null,
    draft: null,
    remark: null,
  }
  const accepted: PetitionEvent = {
    kind: "petition.accepted",
    isPublic: true,
    detail: { number, receivedOn, dueOn },
  }
  return {
    petition,
    events: [accepted],
    letters: [
      { kind: "acceptance", props: { number, accessCode, dueOn, content: pending.content } },
    ],
  }
}

/** Whether a confirmation changes something now. "done" means it was confirmed before: pressing twice is no mistake. */
export function readConfirmation(
  petition: Petition,
  at: Date,
): Outcome<{ pending: PendingPetition } | "done", "confirmation-expired"> {
  if (isRegistered(petition)) return accept("done" as const)
  if (petition.status === "lapsed" || at >= confirmBy(petition.filedAt))
    return refuse("confirmation-expired")
  return accept({ pending: petition })
}

/** The first letter and three more: enough for a slip of the finger, too few to plague a stranger. */
export const MOST_CONFIRMATION_LETTERS = 4

/** Another letter to confirm by, to the same address or to a better one; the old address then confirms nothing. */
export function decideAnotherLetter(
  petition: Petition,
  { isNewAddress, lettersSent }: { isNewAddress: boolean; lettersSent: number },
  at: Date,
): Outcome<PetitionChange, "already-confirmed" | "confirmation-expired" | "letters-used-up"> {
  const state = readConfirmation(petition, at)
  if (!state.ok) return state
  if (state.value === "done") return refuse("already-confirmed")
  if (lettersSent >= MOST_CONFIRMATION_LETTERS) return refuse("letters-used-up")
  const kind = isNewAddress ? "petition.address_corrected" : "petition.confirmation_repeated"
  const event: PetitionEvent = { kind, isPublic: false, detail: {} }
  return accept({ petition: state.value.pending, events: [event], letters: [] })
}

/** A petition whose address was not confirmed in time. It stays in the records and is not worked on. */
export function decideLapse(petition: Petition, at: Date): Outcome<PetitionChange, "not-due"> {
  if (petition.status !== "pending_confirmation" || at < confirmBy(petition.filedAt))
    return refuse("not-due")
  const event: PetitionEvent = { kind: "petition.lapsed", isPublic: true, detail: {} }
  return accept({ petition: { ...petition, status: "lapsed" }, events: [event], letters: [] })
}
