/** What a decision about a petition gives back: the new state, what is written in its history, the letters that go out. */
import type { Outcome } from "../outcome"
import type { Json } from "./petition-detail"
import type { Petition } from "./petition"

/** Everything that can happen to a petition. In the events table each is preceded by "petition.". */
export const PETITION_EVENTS = [
  "filed",
  "confirmed",
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
  "noted",
  "reminded",
] as const
export type PetitionEventKind = `petition.${(typeof PETITION_EVENTS)[number]}`

export type PetitionEvent = {
  kind: PetitionEventKind
  /** Whether the petitioner sees it. A public event's detail holds nothing internal. */
  isPublic: boolean
  detail: Record<string, Json>
  /** When it belongs to another petition (a merge); otherwise the changed one. */
  petitionId?: string
}

/** A letter of emails/ to the petitioner. The hands know the address; the rules only say what to tell. */
export type LetterRequest = {
  kind: string
  props: Record<string, unknown>
  /** When it goes to another petition's petitioner (a follower of a merged case). */
  petitionId?: string
}

export type PetitionChange = {
  petition: Petition
  events: PetitionEvent[]
  letters: LetterRequest[]
}
export type Decision = Outcome<PetitionChange>
