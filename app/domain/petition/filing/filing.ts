/** Filing a petition: the pages, what each may contain, and what a finished one becomes. */
import { z } from "zod"
import { accept, type Outcome, refuse } from "../../outcome"
import { emailText, line, optionalLine, paragraphs, phoneText } from "../../text"
import { type Nature, NATURES, type PendingPetition } from "../petition"
import type { PetitionEvent } from "../petition-change"

/** The pages in their order; the last shows everything and sends it. Everything else is derived from this list. */
export const FILING_STEPS = ["what", "content", "contact", "check"] as const
export type FilingStep = (typeof FILING_STEPS)[number]
/** The pages that ask something. */
export type AskingStep = Exclude<FilingStep, "check">

export const SUBJECT_LENGTH = 100
export const CONTENT_LENGTH = 4_000

const checkbox = z
  .literal("yes")
  .optional()
  .transform((ticked) => ticked === "yes")

/** What is asked on each page. Unknown fields are refused, so that nobody can smuggle in a status. */
export const STEP_SCHEMAS = {
  what: z.strictObject({
    nature: z.enum(NATURES, { error: "nature-required" }),
    categoryId: z.guid({ error: "category-required" }),
  }),
  content: z.strictObject({
    subject: line(SUBJECT_LENGTH, "subject-required", "subject-too-long"),
    content: paragraphs(CONTENT_LENGTH, "content-required", "content-too-long"),
    confidential: checkbox,
  }),
  /** 要點: a real name and at least one way to be reached. An ID number is never asked. */
  contact: z
    .strictObject({
      name: line(50, "name-required", "name-too-long"),
      email: emailText,
      phone: phoneText,
      address: optionalLine(200, "address-too-long"),
    })
    .refine((contact) => contact.email || contact.phone || contact.address, {
      error: "contact-required",
      path: ["email"],
    }),
} as const

/** What is asked while the case is followed: the answer to a request for more, and the wish to withdraw. */
export const SupplementAnswerForm = z.strictObject({
  answer: paragraphs(CONTENT_LENGTH, "answer-required", "answer-too-long"),
})
export const WithdrawalForm = z.strictObject({ reason: optionalLine(200) })
/** Not checked here whether they exist: a wrong number and a wrong code get the same answer. */
const caseKey = (emptyCode: string) =>
  z
    .string({ error: emptyCode })
    .min(1, emptyCode)
    .transform((text) => (text.length > 100 ? "" : text))
export const FollowForm = z.strictObject({
  number: caseKey("number-required"),
  code: caseKey("code-required"),
})
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
 * addresses were a real burden where nobody asked. Without one there is nothing to confirm.
 */
export function decideFiling(
  draft: { officeId: string; what: WhatAnswers; content: ContentAnswers; contact: ContactAnswers },
  category: { id: string; officeId: string; confidential: boolean },
  made: { id: string; at: Date; locale: string },
): Outcome<Filing, "category-required"> {
  if (category.officeId !== draft.officeId || category.id !== draft.what.categoryId) {
    return refuse("category-required", { field: "categoryId" })
  }
  const mustConfirm = draft.contact.email !== null
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
