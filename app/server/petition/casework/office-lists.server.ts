/** The people, categories and cases among which the forms of casework let one choose. */
import { z } from "zod"
import { CASE_HANDLERS } from "~/domain/access/reach"
import { OPEN_STATES } from "~/domain/petition/petition"
import { db } from "../../tools/db.server"
import type { Desk } from "./desk.server"

const Label = z.record(z.string(), z.string())
/** Staff pages are Chinese. */
export const inChinese = (label: unknown): string => Label.parse(label)["zh-TW"] ?? ""

/** Everybody of the office who may be given a case, section by section. */
export async function listSections(officeId: string) {
  return db().section.findMany({
    where: { officeId },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      staff: {
        where: { isActive: true, role: { in: [...CASE_HANDLERS] } },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      },
    },
  })
}

export async function listOfficeCategories(officeId: string) {
  const categories = await db().petitionCategory.findMany({
    where: { officeId },
    orderBy: { position: "asc" },
    select: { id: true, label: true, confidential: true },
  })
  return categories.map(({ id, label, confidential }) => ({
    id,
    confidential,
    label: inChinese(label),
  }))
}

/** Open cases of the office that this one could join: filed no later, the same confidentiality, newest first. */
export async function listMergeCandidates({ petition }: Desk) {
  // Of confidential cases no list is laid out; who may join them knows the number.
  if (petition.confidential) return []
  return db().petition.findMany({
    where: {
      officeId: petition.officeId,
      id: { not: petition.id },
      status: { in: [...OPEN_STATES] },
      confidential: false,
      receivedOn: { lte: new Date(`${petition.clock.receivedOn}T00:00:00Z`) },
    },
    orderBy: [{ receivedOn: "desc" }, { number: "desc" }],
    take: 50,
    select: { number: true, subject: true },
  })
}
