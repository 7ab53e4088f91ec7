/** A petition that reached the office by word of mouth or on paper, written down by its staff (§169). */
import type { z } from "zod"
import { mayDo, type Staff } from "../../access/permission"
import { accept, type Outcome, refuse } from "../../outcome"
import type { PetitionEvent } from "../events"
import type { PendingPetition } from "../petition"
import type { OralPetitionSchema } from "./oral.schema"

/** How a petition may come in other than through the portal. */
export const RECORDED_SOURCES = [
  "counter",
  "phone",
  "letter",
  "email",
  "hotline_1999",
  "mailbox",
] as const

/** What the form of the record says. */
export type OralPetition = z.infer<typeof OralPetitionSchema>

/** §169: made by word of mouth, so that it must be read back. */
export const isSpoken = (source: string): boolean =>
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
