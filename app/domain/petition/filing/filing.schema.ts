/** What the pages of filing and of following a petition send. */
import { z } from "zod"
import { emailText, line, optionalLine, paragraphs, phoneText } from "../../text"
import { NATURES } from "../petition"
import { CONTENT_LENGTH, SUBJECT_LENGTH } from "./filing"

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

/** An address that must be given: the one for another letter. */
const email = emailText.refine((text) => text !== null, "email-required")
export const AnotherLetterForm = z.strictObject({ email })
export const LostCodeForm = z.strictObject({ number: caseKey("number-required"), email })
