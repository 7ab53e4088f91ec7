/** Writing a petition: the steps, what each may contain, and what a finished one becomes. */
import type { z } from "zod"
import { accept, type Outcome, refuse } from "../../outcome"
import type { PetitionEvent } from "../events"
import type { PendingPetition } from "../petition"
import type { STEP_SCHEMAS } from "./filing.schema"

/** The pages in their order; the last shows everything and sends it. Everything else is derived from this list. */
export const FILING_STEPS = ["what", "content", "contact", "check"] as const
export type FilingStep = (typeof FILING_STEPS)[number]
/** The pages that ask something. */
export type AskingStep = Exclude<FilingStep, "check">

export const SUBJECT_LENGTH = 100
export const CONTENT_LENGTH = 4_000

/** A long text whose page cannot take it any more, and why: given back so that nobody writes it twice. */
export type KeptText = { why: "pass-over" | "draft-missing"; text: string }

export type WhatAnswers = z.infer<(typeof STEP_SCHEMAS)["what"]>
export type ContentAnswers = z.infer<(typeof STEP_SCHEMAS)["content"]>
export type ContactAnswers = z.infer<(typeof STEP_SCHEMAS)["contact"]>

/** A petition being written. The submission key makes one form one petition, however often it is sent. */
export type FilingDraft = {
  officeId: string
  submissionKey: string
  what: WhatAnswers | null
  content: ContentAnswers | null
  contact: ContactAnswers | null
}
export type CompleteDraft = { [Key in keyof FilingDraft]: NonNullable<FilingDraft[Key]> }

/** The first page that is not answered: nobody gets past it by typing an address. */
export function firstOpenStep(draft: FilingDraft): FilingStep {
  if (!draft.what) return "what"
  if (!draft.content) return "content"
  return draft.contact ? "check" : "contact"
}

/** Whether a page may be opened: it, or every page before it, is answered. */
export function mayOpenStep(draft: FilingDraft, step: FilingStep): boolean {
  return FILING_STEPS.indexOf(step) <= FILING_STEPS.indexOf(firstOpenStep(draft))
}

export type Filing = {
  petition: PendingPetition
  contact: ContactAnswers
  event: PetitionEvent
  mustConfirm: boolean
}

/**
 * What a complete draft becomes. With an e-mail address it waits for its confirmation: misused and mistyped
 * addresses were a real burden where nobody asked. Without one, or where the office sends no e-mail, there is
 * nothing to confirm.
 */
export function decideFiling(
  draft: CompleteDraft,
  category: { id: string; officeId: string; confidential: boolean },
  made: { id: string; at: Date; locale: string; writesByEmail: boolean },
): Outcome<Filing, "category-required"> {
  if (category.officeId !== draft.officeId || category.id !== draft.what.categoryId) {
    return refuse("category-required", { field: "categoryId" })
  }
  const mustConfirm = made.writesByEmail && draft.contact.email !== null
  const petition: PendingPetition = {
    status: "pending_confirmation",
    id: made.id,
    officeId: draft.officeId,
    nature: draft.what.nature,
    categoryId: category.id,
    source: "web",
    // 檢舉 must be kept confidential (§170 II), whether or not it was asked for.
    confidential:
      draft.content.confidential || category.confidential || draft.what.nature === "misconduct",
    locale: made.locale,
    subject: draft.content.subject,
    content: draft.content.content,
    filedAt: made.at,
    respondentId: null,
    oralRecord: null,
  }
  const event: PetitionEvent = { kind: "petition.filed", isPublic: true, detail: { mustConfirm } }
  return accept({ petition, contact: draft.contact, event, mustConfirm })
}
