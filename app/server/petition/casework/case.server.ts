/** One case as its page shows it. Who petitions is read only by functions whose name says Contact. */
import { z } from "zod"
import { carriesAKey, KINDS_WITHOUT_A_KEY } from "~/domain/letter/letters"
import { shownState } from "~/domain/letter/sending"
import { offeredActions } from "~/domain/petition/casework/actions/all"
import { mayPrintRecord, maySeeContact } from "~/domain/petition/casework/may-act"
import { readPetitionEvent } from "~/domain/petition/events.schema"
import { today } from "../../tools/clock.server"
import { db } from "../../tools/db.server"
import { listEvents } from "../../tools/events.server"
import { mailMode } from "../../tools/mailer.server"
import { type Desk, readClock } from "./desk.server"
import { inChinese } from "./office-lists.server"

/** The names that belong to the case and its deadline, for its page. */
export async function readCaseHead(desk: Desk) {
  const { petition, staff } = desk
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
  const { number, subject, content, status, nature, source, confidential, extensionCount } =
    petition
  const clock = await readClock(desk)
  return {
    ...{ number, subject, content, status, nature, source, confidential, extensionCount },
    ...clock,
    filedAt: petition.filedAt.toISOString(),
    category: inChinese(row.category.label),
    section: row.section?.name ?? null,
    officer: row.officer?.name ?? null,
    mergedInto: row.mergedInto?.number ?? null,
    followers: row.merged.flatMap((follower) => follower.number ?? []),
    mayPrint: mayPrintRecord(petition, staff),
    offered: offeredActions(petition, staff, today()),
  }
}

/** The whole history, oldest first, internal events included. What cannot be read is shown by its kind alone. */
export async function readTimeline(petitionId: string) {
  const events = await listEvents("petition", petitionId)
  return events.map(({ id, kind, at, actorName, detail, isPublic }) => ({
    id: String(id),
    kind,
    happened: readPetitionEvent({ kind, detail }),
    at: at.toISOString(),
    actorName,
    isPublic,
  }))
}

/** Who petitions; null for who may not know it. */
export async function findContact({ petition, staff }: Desk) {
  return maySeeContact(petition, staff) ? contactOf(petition.id) : null
}

/** Who petitioned by word of mouth, for the sheet to be signed; null for who may not print it. */
export async function findRecordContact({ petition, staff }: Desk) {
  return mayPrintRecord(petition, staff) ? contactOf(petition.id) : null
}

function contactOf(petitionId: string) {
  return db().petitionContact.findUnique({
    where: { petitionId },
    select: { name: true, email: true, phone: true, address: true },
  })
}

/** The letters of a case, for those who may know the address they went to. */
export async function listContactLetters({ petition, staff }: Desk) {
  if (!maySeeContact(petition, staff)) return []
  const letters = await db().letter.findMany({
    where: { petitionId: petition.id },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, kind: true, subject: true, status: true, failure: true },
      ...{ createdAt: true, sentAt: true },
    },
  })
  return letters.map(({ createdAt, sentAt, ...letter }) => ({
    ...letter,
    status: shownState(letter, mailMode() === "demo"),
    mayRead: !carriesAKey(letter.kind),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }))
}

/** No colleague needs a letter that carries the petitioner's own key to the case. */
export async function findContactLetter({ petition, staff }: Desk, id: string | undefined) {
  if (!maySeeContact(petition, staff) || !z.guid().safeParse(id).success) return null
  return db().letter.findFirst({
    where: { id, petitionId: petition.id, kind: { in: KINDS_WITHOUT_A_KEY } },
    select: { subject: true, text: true, recipient: true, kind: true },
  })
}

/** The name of the person who wrote an oral petition down. */
export async function findRecorder(staffId: string): Promise<string> {
  const person = await db().staff.findUnique({ where: { id: staffId }, select: { name: true } })
  return person?.name ?? ""
}
