/** Writing a petition: the steps, what each may contain, and what a finished one becomes. */
import { z } from "zod"
import { accept, type Outcome, type Problem, refuse } from "../../outcome"
import { emailText, line, optionalLine, paragraphs, phoneText } from "../../text"
import { NATURES, type PendingPetition } from "../petition"
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
    subject: line(SUBJECT_LENGTH, "subject-required"),
    content: paragraphs(CONTENT_LENGTH, "content-required"),
    confidential: checkbox,
  }),
  /** 要點: a real name and at least one way to be reached. An ID number is never asked. */
  contact: z
    .strictObject({
      name: line(50, "name-required"),
      email: emailText,
      phone: phoneText,
      address: optionalLine(200),
    })
    .refine((contact) => contact.email || contact.phone || contact.address, {
      error: "contact-required",
      path: ["email"],
    }),
} as const

/** What is asked while the case is followed: the answer to a request for more, and the wish to withdraw. */
export const SupplementAnswerForm = z.strictObject({
  answer: paragraphs(CONTENT_LENGTH, "answer-required"),
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

/** Everything once more, as if it came from a stranger: the draft, or the first page with a problem and why. */
export function completeDraft(draft: FilingDraft): Outcome<CompleteDraft> & { step?: AskingStep } {
  const parsed = {
    what: STEP_SCHEMAS.what.safeParse(draft.what ?? {}),
    content: STEP_SCHEMAS.content.safeParse(asEntered(draft.content)),
    contact: STEP_SCHEMAS.contact.safeParse(draft.contact ?? {}),
  }
  if (!parsed.what.success) return { ...refused(parsed.what.error), step: "what" }
  if (!parsed.content.success) return { ...refused(parsed.content.error), step: "content" }
  if (!parsed.contact.success) return { ...refused(parsed.contact.error), step: "contact" }
  const { officeId, submissionKey } = draft
  return accept({
    officeId,
    submissionKey,
    what: parsed.what.data,
    content: parsed.content.data,
    contact: parsed.contact.data,
  })
}

/** A stored answer as the form would send it again. */
function asEntered(content: ContentAnswers | null) {
  return content ? { ...content, confidential: content.confidential ? "yes" : undefined } : {}
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
