/** Everything that can happen to a petition, and which of it the petitioner sees. */
import type { z } from "zod"
import type { EventOf } from "../change"
import type { PETITION_EVENT_DETAIL } from "./events.schema"

/** In the records each name is preceded by "petition.". */
export const PETITION_EVENTS = [
  "filed",
  "address_corrected",
  "confirmation_repeated",
  "confirmed",
  "confirmed_by_phone",
  "accepted",
  "lapsed",
  "classified",
  "assigned",
  "reassigned",
  "supplement_requested",
  "supplement_answered",
  "extension_requested",
  "extended",
  "extension_refused",
  "drafted",
  "submitted",
  "returned",
  "replied",
  "closed",
  "transferred",
  "merged",
  "follower_joined",
  "decline_requested",
  "decline_refused",
  "not_processed",
  "withdrawn",
  "code_sent_again",
  "code_told",
  "noted",
  "reminded",
] as const
export type PetitionEventName = (typeof PETITION_EVENTS)[number]
export type PetitionEventKind = `petition.${PetitionEventName}`

/** What is public is shown to the petitioner: its detail holds nothing internal. */
export const PETITION_PUBLICITY = {
  "petition.filed": true,
  "petition.address_corrected": false,
  "petition.confirmation_repeated": false,
  "petition.confirmed": true,
  "petition.confirmed_by_phone": true,
  "petition.accepted": true,
  "petition.lapsed": true,
  "petition.classified": false,
  "petition.assigned": true, // the section; never the clerk
  "petition.reassigned": false,
  "petition.supplement_requested": true,
  "petition.supplement_answered": true,
  "petition.extension_requested": false,
  "petition.extended": true,
  "petition.extension_refused": false,
  "petition.drafted": false,
  "petition.submitted": false,
  "petition.returned": false,
  "petition.replied": true,
  "petition.closed": true,
  "petition.transferred": true,
  "petition.merged": true,
  "petition.follower_joined": false,
  "petition.decline_requested": false,
  "petition.decline_refused": false,
  "petition.not_processed": true,
  "petition.withdrawn": true,
  "petition.code_sent_again": true, // whoever has the code can act: its owner sees who got it
  "petition.code_told": true,
  "petition.noted": false,
  "petition.reminded": false,
} as const satisfies Record<PetitionEventKind, boolean>

/** These change nothing of what an open page shows: its form stays valid. */
export const PETITION_QUIET = [
  "petition.code_sent_again",
  "petition.code_told",
  "petition.noted",
  "petition.reminded",
] as const satisfies PetitionEventKind[]

export type PetitionEventDetail = {
  [Kind in PetitionEventKind]: z.infer<(typeof PETITION_EVENT_DETAIL)[Kind]>
}

export type PetitionEvent = EventOf<PetitionEventDetail, typeof PETITION_PUBLICITY> & {
  /** When it belongs to another petition (a merge); otherwise the changed one. */
  petitionId?: string
}

export const isPetitionEventKind = (kind: string): kind is PetitionEventKind =>
  Object.hasOwn(PETITION_PUBLICITY, kind)

/** The name in a kind, for its words; undefined of what is no event of a petition. */
export const petitionEventName = (kind: string): PetitionEventName | undefined =>
  PETITION_EVENTS.find((name) => kind === `petition.${name}`)

/** An event as it is read back. */
export type PetitionHappened = {
  kind: PetitionEventKind
  detail: PetitionEventDetail[PetitionEventKind]
}
