/** The letters of the house: which there are, which carry a key to the case, and what a decision says in each. */
import type { LetterBasics, LetterProps } from "./letters.schema"

export const LETTER_KINDS = [
  "confirmation",
  "acceptance",
  "access-code",
  "assignment",
  "supplement-request",
  "extension",
  "transfer",
  "not-processed",
  "merge",
  "reply",
  "withdrawn",
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export const isLetterKind = (kind: string): kind is LetterKind =>
  LETTER_KINDS.some((known) => known === kind)

/** Where a letter is on its way. */
export const LETTER_STATES = ["queued", "kept", "sent", "failed"] as const
export type LetterState = (typeof LETTER_STATES)[number]

export const isLetterState = (state: string): state is LetterState =>
  LETTER_STATES.some((known) => known === state)

/** With an access code or a confirming link inside, whoever reads the letter could act as the petitioner. */
const CARRIES_A_KEY: Record<LetterKind, boolean> = {
  confirmation: true,
  acceptance: true,
  "access-code": true,
  assignment: false,
  "supplement-request": false,
  extension: false,
  transfer: false,
  "not-processed": false,
  merge: false,
  reply: false,
  withdrawn: false,
}

/** The letters that colleagues may read. A kind that nobody knows any more is not among them. */
export const KINDS_WITHOUT_A_KEY: LetterKind[] = LETTER_KINDS.filter((kind) => !CARRIES_A_KEY[kind])

export const carriesAKey = (kind: string): boolean => !isLetterKind(kind) || CARRIES_A_KEY[kind]

/** What is to be done where e-mail did not deliver: post it, ask whether it arrived, or telephone (a key is never posted open). */
export const LETTER_TASKS = ["post", "ask", "telephone"] as const
export type LetterTask = (typeof LETTER_TASKS)[number]

/** The letter that anybody can have sent to anybody, by typing the address: only so many leave in an hour. */
export const UNPROVEN_KIND = "confirmation" satisfies LetterKind

/** What a decision tells in a letter. Who writes to whom about what, and the case's number, the hands know. */
type Told<Kind extends LetterKind> = Omit<
  LetterProps<Kind>,
  keyof LetterBasics | "subject" | "number"
> & {
  number?: string
}

/** A letter to the petitioner, asked for by a decision. */
export type LetterRequest = {
  [Kind in LetterKind]: {
    kind: Kind
    props: Told<Kind>
    /** When it goes to another petition's petitioner (a follower of a merged case). */
    petitionId?: string
  }
}[LetterKind]
