/** One case as its page shows it, and the people and categories it may be given to. */
import { z } from "zod"
import type { Staff } from "~/domain/access/permission"
import {
  actionOf,
  allowedActions,
  type Deed,
  maySee,
  maySeeContact,
} from "~/domain/petition/may-act"
import { isRegistered, OPEN_STATES, type RegisteredPetition } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { db } from "../db.server"
import { listEvents } from "../events.server"
import { versionOf } from "../petitions.server"
import { requireStaff } from "../session.server"

/** A case on a person's desk: the petition, the version it was read at, and who is looking. */
export type Desk = { staff: Staff; petition: RegisteredPetition; seen: string }

/**
 * Opens a case for someone who wants to do a deed (or, without one, to look at it). Throws 403 where the role
 * may not, 404 where there is no such case for this person: another office's case, and a confidential one that
 * is not theirs, look as if they did not exist.
 */
export async function openCase(
  request: Request,
  number: string | undefined,
  deed?: Deed,
): Promise<Desk> {
  const staff = await requireStaff(request, deed ? actionOf(deed) : "petition.view")
  const row = await db().petition.findFirst({
    where: { number: number ?? "", officeId: staff.officeId },
    include: { merged: { select: { id: true }, orderBy: { id: "asc" } } },
  })
  const petition = row && petitionOf(row)
  if (!petition || !isRegistered(petition) || !maySee(petition, staff))
    throw new Response(null, { status: 404 })
  return { staff, petition, seen: await versionOf(db(), petition.id) }
}

const Label = z.record(z.string(), z.string())
const inChinese = (label: unknown): string => Label.parse(label)["zh-TW"] ?? ""

/** The names that belong to the case, for the page and for every form about it. */
export async function readCaseHead({ petition, staff, seen }: Desk) {
  const row = await db().petition.findUniqueOrThrow({
    where: { id: petition.id },
    select: {
      category: { select: { label: true } },
      section: { select: { name: true } },
      officer: { select: { name: true } },
      mergedInto: { select: { number: true } },
      merged: { select: { number: true }, orderBy: { number: "asc" } },
    },
  })
  const { number, subject, content, status, nature, source, confidential, filedAt, clock } =
    petition
  return {
    ...{ number, subject, content, status, nature, source, confidential, seen },
    filedAt: filedAt.toISOString(),
    dueOn: clock.dueOn,
    statutoryDueOn: clock.statutoryDueOn,
    category: inChinese(row.category.label),
    section: row.section?.name ?? null,
    officer: row.officer?.name ?? null,
    mergedInto: row.mergedInto?.number ?? null,
    followers: row.merged.flatMap((follower) => follower.number ?? []),
    allowed: allowedActions(petition, staff),
  }
}
export type CaseHead = Awaited<ReturnType<typeof readCaseHead>>

/** The whole history, oldest first, internal events included. */
export async function readTimeline(petitionId: string) {
  const events = await listEvents("petition", petitionId)
  return events.map(({ id, kind, at, actorName, detail, isPublic }) => ({
    id: String(id),
    kind: kind.replace(/^petition\./, ""),
    at: at.toISOString(),
    actorName,
    detail: z.record(z.string(), z.unknown()).parse(detail),
    isPublic,
  }))
}
export type TimelineEvent = Awaited<ReturnType<typeof readTimeline>>[number]

/** Who petitions; null for who may not know it. */
export async function findContact({ petition, staff }: Desk) {
  if (!maySeeContact(petition, staff)) return null
  return db().petitionContact.findUnique({
    where: { petitionId: petition.id },
    select: { name: true, email: true, phone: true, address: true },
  })
}

/** The letters of a case, for those who may know the address they went to. */
export async function listContactLetters({ petition, staff }: Desk) {
  if (!maySeeContact(petition, staff)) return []
  const letters = await db().letter.findMany({
    where: { petitionId: petition.id },
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, subject: true, status: true, createdAt: true, sentAt: true },
  })
  return letters.map(({ createdAt, sentAt, ...letter }) => ({
    ...letter,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }))
}

export async function findContactLetter({ petition, staff }: Desk, id: string | undefined) {
  if (!maySeeContact(petition, staff) || !z.guid().safeParse(id).success) return null
  return db().letter.findFirst({
    where: { id, petitionId: petition.id },
    select: { subject: true, text: true, recipient: true, kind: true },
  })
}

/** Everybody of the office who may be given a case, section by section. */
export async function listSections(officeId: string) {
  return db().section.findMany({
    where: { officeId },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      staff: {
        where: { isActive: true, role: { not: "administrator" } },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      },
    },
  })
}

export async function listCategories(officeId: string) {
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
