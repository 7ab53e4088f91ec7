/** What the forms of casework may send. Each message is the code of a problem. */
import { z } from "zod"
import { readCaseNumber } from "../filing/number"
import { line, paragraphs } from "../../text"
import { NATURES } from "../petition"
import { DECLINE_GROUNDS } from "../../letter/statements"
import { ReplyWritten } from "./reply"

/** The version of the case that the page showed. */
const seen = z.string().max(20)

export const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes")

const officerId = z.guid({ error: "officer-required" })
const reason = paragraphs(2_000, "explanation-required")

export const TriageForm = z.object({
  seen,
  officerId,
  categoryId: z.guid({ error: "category-required" }),
  nature: z.enum(NATURES, { error: "nature-required" }),
  confidential: ticked,
  respondentId: z
    .union([z.literal("").transform(() => null), z.guid()])
    .nullish()
    .transform((value) => value ?? null),
})

export const ReassignmentForm = z.object({ seen, officerId, reason })

export const TransferForm = z.object({ seen, agency: line(100, "agency-required"), reason })

export const MergeForm = z.object({
  seen,
  mainNumber: line(40, "main-required").transform((typed) => readCaseNumber(typed) ?? typed),
})

export const DeclineForm = z.object({
  seen,
  ground: z.enum(DECLINE_GROUNDS, { error: "ground-required" }),
  reason,
  earlier: z
    .string()
    .max(1_000, "too-long")
    .default("")
    .transform((typed) => [
      ...new Set(typed.split(/[\s,，、;；]+/).flatMap((one) => readCaseNumber(one) ?? [])),
    ]),
})

export const SupplementForm = z.object({ seen, question: paragraphs(2_000, "question-required") })

export const ExtensionForm = z.object({
  seen,
  workingDays: z.coerce
    .number({ error: "working-days-range" })
    .int("working-days-range")
    .min(1, "working-days-range")
    .max(60, "working-days-range"),
  reason,
  isSpecial: ticked,
})

export const ReplyForm = ReplyWritten.extend({ seen, intent: z.enum(["draft", "submit"]) })

/** What a second person says; a return without a remark helps nobody. */
export const VerdictForm = z
  .object({
    seen,
    decision: z.enum(["approve", "return"], { error: "decision-required" }),
    remark: z.string().trim().max(2_000, "too-long").default(""),
  })
  .refine(({ decision, remark }) => decision === "approve" || remark !== "", {
    error: "remark-required",
    path: ["remark"],
  })

export const CaseClosureForm = z.object({
  seen,
  remark: z.string().trim().max(2_000, "too-long").default(""),
})

export const NoteForm = z.object({ text: paragraphs(2_000, "note-required") })
