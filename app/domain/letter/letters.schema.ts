/** What each letter tells, in plain values. Whoever sends a letter gives these; the words are in locales. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { DECLINE_GROUNDS, DISPOSITIONS, REMEDIES } from "./statements"
import type { LetterKind } from "./letters"

/** Known in every letter: who writes. */
export const LetterBasics = z.object({
  office: z.object({
    name: z.string(),
    nameEn: z.string(),
    phone: z.string(),
    address: z.string(),
  }),
  /** The portal's address without a final slash; empty where none is set, and then a letter has no links. */
  siteUrl: z.string(),
  /** Left out where nobody has proved yet that the address is theirs: then nobody is greeted by a stranger's words. */
  petitionerName: z.string().optional(),
})
export type LetterBasics = z.infer<typeof LetterBasics>

/** Known once the address is proved, or where the letter goes on paper: to whom, and about what. */
const Addressed = LetterBasics.extend({
  petitionerName: z.string(),
  /** The petition's subject, as the petitioner wrote it. */
  subject: z.string(),
})

const Numbered = Addressed.extend({ number: z.string() })

/** The props of each kind: the basics and its own facts. */
export const LETTER_PROPS = {
  /** Strict, so that nothing a stranger wrote can come into the letter. */
  confirmation: LetterBasics.omit({ petitionerName: true })
    .extend({ confirmUrl: z.string(), confirmBy: z.date() })
    .strict(),
  /** With everything that was written: the petitioner's own copy. */
  acceptance: Numbered.extend({
    accessCode: z.string(),
    dueOn: CalendarDateSchema,
    content: z.string(),
  }),
  "access-code": Numbered.extend({ accessCode: z.string() }),
  assignment: Numbered.extend({ sectionName: z.string(), dueOn: CalendarDateSchema }),
  "supplement-request": Numbered.extend({ question: z.string(), answerBy: CalendarDateSchema }),
  /** The reason is the one told in writing, as the rules for petitions ask. */
  extension: Numbered.extend({ dueOn: CalendarDateSchema, reason: z.string() }),
  transfer: Numbered.extend({ agency: z.string(), reason: z.string() }),
  "not-processed": Numbered.extend({
    ground: z.enum(DECLINE_GROUNDS),
    reason: z.string(),
    earlier: z.array(z.string()),
  }),
  merge: Numbered.extend({ mainNumber: z.string(), dueOn: CalendarDateSchema }),
  reply: Numbered.extend({
    disposition: z.enum(DISPOSITIONS),
    body: z.string(),
    reason: z.string(),
    legalBasis: z.string(),
    /** §172 II: each one named becomes a paragraph of its own. */
    remedies: z.array(z.enum(REMEDIES)),
  }),
  withdrawn: Numbered,
} as const satisfies Record<LetterKind, z.ZodType<LetterBasics>>

export type LetterProps<Kind extends LetterKind> = z.infer<(typeof LETTER_PROPS)[Kind]>
