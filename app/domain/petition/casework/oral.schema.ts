/** Reads the record of a petition that reached the office by word of mouth or on paper. */
import { z } from "zod"
import { emailText, line, optionalLine, paragraphs, phoneText } from "../../text"
import { CONTENT_LENGTH, SUBJECT_LENGTH } from "../filing/filing"
import { NATURES } from "../petition"
import { ticked } from "./form-parts.schema"
import { isSpoken, RECORDED_SOURCES } from "./oral"

/** What the form of the record sends. */
export const OralPetitionSchema = z
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

/** The form also carries the key that makes one form one petition. */
export const RecordForm = OralPetitionSchema.safeExtend({
  submissionKey: z.string().min(20).max(80),
})
