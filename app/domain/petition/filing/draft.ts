/** A petition being written: what was typed on each page, exactly as it was typed, and how far its writer may go. */
import type { z } from "zod"
import { accept, type Outcome, type Problem, type RefusedForm } from "../../outcome"
import {
  type AskingStep,
  type ContactAnswers,
  type ContentAnswers,
  FILING_STEPS,
  type FilingStep,
  type WhatAnswers,
} from "./filing"
import { STEP_SCHEMAS } from "./filing.schema"

export type Entered = RefusedForm["entered"]

export type KeptPage = {
  entered: Entered
  /** Why the page was refused; empty when it is good, or was left before it was finished. */
  problems: Problem[]
  /** The copy of the page in which it was typed: one window, opened once. */
  typedIn: string
  /** What another window had written here and this one wrote over: shown until the page is finished. */
  replaced: Entered | null
}
export type FilingDraft = { officeId: string; pages: { [Step in FilingStep]?: KeptPage } }

export type FilingAnswers = {
  what: WhatAnswers | null
  content: ContentAnswers | null
  contact: ContactAnswers | null
}
export type CompleteDraft = { officeId: string } & {
  [Key in keyof FilingAnswers]: NonNullable<FilingAnswers[Key]>
}

/** What is answered so far. A page with a problem is not. */
export function answersOf({ pages }: FilingDraft): FilingAnswers {
  const isGood = (step: AskingStep) => pages[step]?.problems.length === 0
  const { what, content, contact } = parsedPages(pages)
  return {
    what: (isGood("what") && what.data) || null,
    content: (isGood("content") && content.data) || null,
    contact: (isGood("contact") && contact.data) || null,
  }
}

const parsedPages = (pages: FilingDraft["pages"]) => ({
  what: STEP_SCHEMAS.what.safeParse(pages.what?.entered ?? {}),
  content: STEP_SCHEMAS.content.safeParse(pages.content?.entered ?? {}),
  contact: STEP_SCHEMAS.contact.safeParse(pages.contact?.entered ?? {}),
})

/** The first page that is not answered: nobody gets past it by typing an address. */
export function firstOpenStep(draft: FilingDraft): FilingStep {
  const answers = answersOf(draft)
  if (!answers.what) return "what"
  if (!answers.content) return "content"
  return answers.contact ? "check" : "contact"
}

/** Whether a page may be opened: it, or every page before it, is answered. */
export function mayOpenStep(draft: FilingDraft, step: FilingStep): boolean {
  return FILING_STEPS.indexOf(step) <= FILING_STEPS.indexOf(firstOpenStep(draft))
}

export type SentPage = {
  entered: Entered
  problems: Problem[]
  /** "seen.own": the copy whose text the page showed when it was opened, and the page's own copy. */
  copy: string
  /** False while its writer only changes the language, the size, or goes back. */
  isFinished: boolean
}

/**
 * The draft with one page as it was sent. What another window wrote here since this one was opened is not lost:
 * it is kept beside, and the page is shown once more with both.
 */
export function keepPage(draft: FilingDraft, step: FilingStep, sent: SentPage): FilingDraft {
  const { entered, problems, copy, isFinished } = sent
  const former = draft.pages[step]
  const [seen = "", own = ""] = copy.split(".")
  const isReplacing =
    former !== undefined &&
    former.typedIn !== seen &&
    former.typedIn !== own &&
    !sameEntries(former.entered, entered)
  const kept: KeptPage = {
    entered,
    typedIn: own,
    problems: isReplacing ? [{ code: "changed-elsewhere" }, ...problems] : problems,
    replaced: isReplacing ? former.entered : isFinished ? null : (former?.replaced ?? null),
  }
  return { ...draft, pages: { ...draft.pages, [step]: kept } }
}

function sameEntries(one: Entered, other: Entered): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => [one[name] ?? ""].join() === [other[name] ?? ""].join())
}

/** Everything once more, as if it came from a stranger: the draft, or the first page with a problem and why. */
export function completeDraft(draft: FilingDraft): Outcome<CompleteDraft> & { step?: AskingStep } {
  const { what, content, contact } = parsedPages(draft.pages)
  if (!what.success) return { ...refused(what.error), step: "what" }
  if (!content.success) return { ...refused(content.error), step: "content" }
  if (!contact.success) return { ...refused(contact.error), step: "contact" }
  const { officeId } = draft
  return accept({ officeId, what: what.data, content: content.data, contact: contact.data })
}

function refused(error: z.ZodError): { ok: false; problems: Problem[] } {
  return {
    ok: false,
    problems: error.issues.map((issue) => ({
      code: issue.message,
      field: String(issue.path[0] ?? ""),
    })),
  }
}
