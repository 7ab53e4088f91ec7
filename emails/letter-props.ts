/** What each letter needs to know, in plain values. Whoever sends a letter fills these; the words are in locales. */
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import type { DeclineGround, Disposition, Remedy } from "~/domain/petition/petition-detail"

/** Known in every letter: who writes, to whom, about what. `siteUrl` is the portal's address without a final slash. */
export type LetterBasics = {
  office: { name: string; nameEn: string; phone: string; address: string }
  siteUrl: string
  petitionerName: string
  /** The petition's subject, as the petitioner wrote it. */
  subject: string
}

type Numbered = { number: string }

/** The facts of each kind beside the basics. */
export type LetterFacts = {
  confirmation: { confirmUrl: string; confirmBy: Date }
  acceptance: Numbered & { accessCode: string; dueOn: CalendarDate }
  assignment: Numbered & { sectionName: string; dueOn: CalendarDate }
  "supplement-request": Numbered & { question: string; answerBy: CalendarDate }
  /** The reason is the one told in writing, as the rules for petitions ask. */
  extension: Numbered & { dueOn: CalendarDate; reason: string }
  transfer: Numbered & { agency: string; reason: string }
  "not-processed": Numbered & { ground: DeclineGround; reason: string; earlier: string[] }
  merge: Numbered & { mainNumber: string; dueOn: CalendarDate }
  reply: Numbered & {
    disposition: Disposition
    body: string
    reason: string
    legalBasis: string
    /** §172 II: each one named becomes a paragraph of its own. */
    remedies: Remedy[]
  }
  withdrawn: Numbered
}

export type LetterKind = keyof LetterFacts
export type LetterProps<Kind extends LetterKind> = LetterBasics & LetterFacts[Kind]
/** A letter ready for the outbox. */
export type RenderedLetter = { subject: string; html: string; text: string }
