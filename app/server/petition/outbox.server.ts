/** The outbox as the office sees it: its letters, those that failed, and sending one again. */
import type { Prisma } from "#prisma/client/client"
import type { Staff } from "~/domain/access/permission"
import { carriesAKey, isLetterKind, type LetterTask, UNPROVEN_KIND } from "~/domain/letter/letters"
import { type Failure, shownState } from "~/domain/letter/sending"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { confirmBy } from "~/domain/petition/filing/confirmation"
import { now } from "../tools/clock.server"
import { db, inTransaction, type Transaction } from "../tools/db.server"
import { appendEvent } from "../tools/events.server"
import { mailMode } from "../tools/mailer.server"
import type { GivenUp } from "../tools/outbox.server"

type Reader = Pick<Staff, "id" | "officeId">

/** The letters of the reader's office, but for those of a confidential case about the reader (§170 II). */
async function readableBy({ id, officeId }: Reader): Promise<Prisma.LetterWhereInput> {
  const aboutReader = await db().petition.findMany({
    where: { officeId, confidential: true, detail: { path: ["respondentId"], equals: id } },
    select: { id: true },
  })
  const hidden = aboutReader.map((petition) => petition.id)
  return { officeId, OR: [{ petitionId: null }, { petitionId: { notIn: hidden } }] }
}

/** Given up by the mail: failed, or to be posted because e-mail could not reach its reader. */
const UNDELIVERED = {
  AND: [{ OR: [{ status: "failed" }, { status: "kept", failure: { not: null } }] }],
} satisfies Prisma.LetterWhereInput

export type Listing = { page: number; pageSize?: number; onlyUndelivered?: boolean }

/** One page of an office's letters, newest first, and one more to know whether there are others. */
export async function listLetters(
  reader: Reader,
  { page, pageSize = 50, onlyUndelivered = false }: Listing,
) {
  const letters = await db().letter.findMany({
    where: { ...(await readableBy(reader)), ...(onlyUndelivered ? UNDELIVERED : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      locale: true,
      recipient: true,
      subject: true,
      createdAt: true,
      status: true,
      failure: true,
      sentAt: true,
      petition: { select: { number: true } },
    },
  })
  return letters.map((letter) => ({ ...letter, state: stateOf(letter) }))
}

const stateOf = (letter: { kind: string; status: string; failure: string | null }) =>
  shownState(letter, mailMode() === "demo")

export async function countUndelivered(reader: Reader): Promise<number> {
  return db().letter.count({ where: { ...(await readableBy(reader)), ...UNDELIVERED } })
}

/** One letter. One with a key inside is shown only in the demo, where no mail server takes it to its reader. */
export async function findLetter(reader: Reader, id: string) {
  const letter = await db().letter.findFirst({
    where: { ...(await readableBy(reader)), id },
    include: { petition: { select: { number: true } } },
  })
  if (!letter) return null
  const isShownInDemo = mailMode() === "demo" && letter.status === "kept"
  const isSealed = carriesAKey(letter.kind) && !isShownInDemo
  const maySendAgain = mailMode() === "smtp" && isUndelivered(letter)
  const state = stateOf(letter)
  return { ...letter, state, isSealed, maySendAgain, ...(isSealed ? { html: "", text: "" } : {}) }
}

const isUndelivered = ({ status, failure }: { status: string; failure: string | null }): boolean =>
  status === "failed" || (status === "kept" && failure !== null)

/** A letter that e-mail could not deliver becomes a task on its case. */
export async function tellTheCase(tx: Transaction, letter: GivenUp): Promise<void> {
  const { id, kind, petitionId, officeId } = letter
  if (!petitionId || !isLetterKind(kind)) return
  const about = { topic: "petition" as const, subjectId: petitionId, officeId }
  const detail = { undelivered: kind, task: taskOf(letter), letterId: id }
  await appendEvent(tx, about, { kind: "petition.noted", detail })
}

function taskOf({ kind, failure }: { kind: string; failure: Failure }): LetterTask {
  if (carriesAKey(kind)) return "telephone"
  return failure === "unanswered" || failure === "cut-off" ? "ask" : "post"
}

/**
 * Puts a letter that was given up back into the queue, to the address the petitioner has now. Two people who press
 * together send it once.
 */
export async function sendLetterAgain(
  id: string,
  by: Staff,
): Promise<Outcome<{ id: string }, "letter-not-found" | "letter-on-its-way" | "letter-over">> {
  const readable = await readableBy(by)
  return inTransaction(async (tx) => {
    await tx.$queryRaw`select id from "Letter" where id = ${id}::uuid for update`
    const letter = await tx.letter.findFirst({
      where: { ...readable, id },
      include: { petition: { include: { contact: { select: { email: true } } } } },
    })
    if (!letter) return refuse("letter-not-found")
    if (mailMode() !== "smtp" || !isUndelivered(letter)) return refuse("letter-on-its-way")
    const { petition, petitionId, officeId, kind } = letter
    if (kind === UNPROVEN_KIND && petition && !waitsForConfirmation(petition)) {
      return refuse("letter-over")
    }
    const recipient = petition?.contact?.email ?? letter.recipient
    const fresh = { attempts: 0, failure: null, lastError: null, nextAttemptAt: now() }
    await tx.letter.update({ where: { id }, data: { status: "queued", recipient, ...fresh } })
    if (petitionId && isLetterKind(kind)) {
      const about = { topic: "petition" as const, subjectId: petitionId, officeId, actor: by }
      await appendEvent(tx, about, {
        kind: "petition.noted",
        detail: { sentAgain: kind, letterId: id },
      })
    }
    return accept({ id })
  })
}

const waitsForConfirmation = ({ status, filedAt }: { status: string; filedAt: Date }): boolean =>
  status === "pending_confirmation" && now() < confirmBy(filedAt)
