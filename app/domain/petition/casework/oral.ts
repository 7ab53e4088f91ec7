/** A petition that reached the office by word of mouth or on paper, written down by its staff (§169). */
import { z } from "zod"
import { mayDo, type Staff } from "../../access/permission"
import { accept, type Outcome, refuse } from "../../outcome"
import { ticked } from "./forms"
import { CONTENT_LENGTH, SUBJECT_LENGTH } from "../filing/filing"
import { emailText, line, optionalLine, paragraphs, phoneText } from "../../text"
import { NATURES, type PendingPetition } from "../petition"
import type { PetitionEvent } from "../events"

/** How a petition may come in other than through the portal. */
export const RECORDED_SOURCES = [
  "counter",
  "phone",
  "letter",
  "email",
  "hotline_1999",
  "mailbox",
] as const

/** What the form of the record sends. */
export const OralPetition = z
  .object({
    source: z.enum(RECORDED_SOURCES, { error: "source-required" }),
    nature: z.enum(NATURES, { error: "nature-required" }),
    categoryId: z.guid({ error: "category-required" }),
    subject: line(SUBJECT_LENGTH, "subject-required"),
    content: paragraphs(CONTENT_LENGTH, "content-required"),
    confidential: ticked,
    name: line(50, "name-required"),
    email: emailText,
    phone: phoneText,
    address: optionalLine(200),
    readBack: ticked,
    /** Already on paper; otherwise the record is printed after its registration and signed then. */
    signed: ticked,
  })
  .refine((record) => record.email || record.phone || record.address, {
    error: "contact-required",
    path: ["phone"],
  })
  // §169 I: what was said is read back, or given to read. The signature is put on the printed record.
  .refine((record) => record.readBack || !isSpoken(record.source), {
    error: "read-back-required",
    path: ["readBack"],
  })
export type OralPetition = z.infer<typeof OralPetition>

/** The form also carries the key that makes one form one petition. */
export const RecordForm = OralPetition.safeExtend({ submissionKey: z.string().min(20).max(80) })

const isSpoken = (source: string): boolean =>
  source === "counter" || source === "phone" || source === "hotline_1999"

/** The recorded petition before its registration; nothing has to be confirmed by e-mail. */
export function decideOralPetition(
  record: OralPetition,
  category: { id: string; officeId: string; confidential: boolean },
  by: Staff,
  made: { id: string; at: Date; locale: string },
): Outcome<{ pending: PendingPetition; event: PetitionEvent }> {
  if (!mayDo(by.role, "petition.record")) return refuse("not-permitted")
  if (category.officeId !== by.officeId) return refuse("category-unknown", { field: "categoryId" })
  const { source, nature, subject, content, readBack, signed } = record
  const readBackAt = readBack ? made.at.toISOString() : null
  const pending: PendingPetition = {
    status: "pending_confirmation",
    id: made.id,
    officeId: by.officeId,
    nature,
    categoryId: category.id,
    source,
    confidential: record.confidential || category.confidential || nature === "misconduct",
    locale: made.locale,
    subject,
    content,
    filedAt: made.at,
    respondentId: null,
    oralRecord: isSpoken(source) ? { recordedById: by.id, readBackAt, signed } : null,
  }
  return accept({ pending, event: { kind: "petition.filed", isPublic: true, detail: { source } } })
}
