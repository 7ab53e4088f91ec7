/** Filing a petition: the pages, what each may contain, and what a finished one becomes. */
import type { z } from "zod"
import { accept, type Outcome, refuse } from "../../outcome"
import type { PetitionEvent } from "../events"
import type { Nature, PendingPetition } from "../petition"
import type { STEP_SCHEMAS } from "./filing.schema"

/** The pages in their order; the last shows everything and sends it. Everything else is derived from this list. */
export const FILING_STEPS = ["what", "content", "contact", "check"] as const
export type FilingStep = (typeof FILING_STEPS)[number]
/** The pages that ask something. */
export type AskingStep = Exclude<FilingStep, "check">

export const SUBJECT_LENGTH = 100
export const CONTENT_LENGTH = 4_000

/** A long text whose page cannot take it any more, and why: given back so that nobody writes it twice. */
export type KeptText = { why: "pass-over" | "draft-missing" | "already-sent"; text: string }

export type WhatAnswers = z.infer<(typeof STEP_SCHEMAS)["what"]>
export type ContentAnswers = z.infer<(typeof STEP_SCHEMAS)["content"]>
export type ContactAnswers = z.infer<(typeof STEP_SCHEMAS)["contact"]>

/** 檢舉 must be kept confidential (§170 II), whether or not it was asked for. */
export function isAlwaysConfidential(
  nature: Nature | undefined,
  category: { confidential: boolean } | undefined,
): boolean {
  return nature === "misconduct" || category?.confidential === true
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
  draft: { officeId: string; what: WhatAnswers; content: ContentAnswers; contact: ContactAnswers },
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
    confidential: draft.content.confidential || isAlwaysConfidential(draft.what.nature, category),
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
