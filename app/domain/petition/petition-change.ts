/** What a decision about a petition gives back: the new state, what is written in its history, the letters that go out. */
import type { LetterRequest } from "../letter/letters"
import type { Outcome } from "../outcome"
import type { PetitionEvent } from "./events"
import type { Petition } from "./petition"

export type PetitionChange = {
  petition: Petition
  events: PetitionEvent[]
  letters: LetterRequest[]
}
export type Decision = Outcome<PetitionChange>
