/** The outbox: a letter is written with the change it announces, and leaves afterwards. */
import type { Prisma } from "#prisma/client/client"
import type { Staff } from "~/domain/access/permission"
import { carriesAKey } from "~/domain/letter/letters"
import { now } from "./clock.server"
import { db, inTransaction, type Transaction } from "./db.server"
import { log } from "./log.server"
import { hasMailServer, sendMail } from "./mailer.server"

export type NewLetter = {
  /** The template's name in emails/ */
  kind: string
  locale: string
  recipient: string
  officeId: string | null
  petitionId?: string | null
  letter: { subject: string; html: string; text: string }
}

/** After the sixth failure (about a day) a letter stays "failed" until someone sends it again. */
const RETRY_MINUTES = [1, 5, 30, 120, 720]
const BATCH = 20

/** Puts a letter into the outbox in the caller's transaction. Without a mail server it is kept, to be read by staff. */
export async function queueLetter(tx: Transaction, given: NewLetter): Promise<void> {
  await tx.letter.create({
    data: {
      kind: given.kind,
      locale: given.locale,
      recipient: given.recipient,
      officeId: given.officeId,
      petitionId: given.petitionId ?? null,
      ...given.letter,
      createdAt: now(),
      status: hasMailServer() ? "queued" : "kept",
      nextAttemptAt: hasMailServer() ? now() : null,
    },
    select: { id: true },
  })
}

/** Keeps a letter that goes on paper: staff print it from the outbox. Gives its id. */
export async function keepLetter(
  tx: Transaction,
  { letter, ...made }: NewLetter & { petitionId: string },
): Promise<string> {
  const { id } = await tx.letter.create({
    data: { ...made, ...letter, createdAt: now(), status: "kept" },
    select: { id: true },
  })
  return id
}

/** Sends what is due; a letter is taken by one worker only. Gives how many left. */
export async function sendQueuedLetters(): Promise<number> {
  if (!hasMailServer()) return 0
  let sent = 0
  for (let taken = 0; taken < BATCH; taken += 1) {
    const outcome = await inTransaction(sendNextLetter)
    if (outcome === "none") return sent
    if (outcome === "sent") sent += 1
  }
  return sent
}

type DueLetter = {
  id: string
  recipient: string
  subject: string
  html: string
  text: string
  attempts: number
}

async function sendNextLetter(tx: Transaction): Promise<"sent" | "failed" | "none"> {
  const [letter] = await tx.$queryRaw<DueLetter[]>`
    select id, recipient, subject, html, text, attempts from "Letter"
    where status = 'queued' and "nextAttemptAt" <= ${now()}
    order by "nextAttemptAt" limit 1 for update skip locked`
  if (!letter) return "none"
  try {
    await sendMail(letter)
    await tx.letter.update({ where: { id: letter.id }, data: { status: "sent", sentAt: now() } })
    return "sent"
  } catch (error) {
    await postpone(tx, letter, error instanceof Error ? error.message : String(error))
    return "failed"
  }
}

async function postpone(tx: Transaction, letter: DueLetter, reason: string): Promise<void> {
  const minutes = RETRY_MINUTES[letter.attempts]
  log.warn({ letter: letter.id, attempts: letter.attempts + 1 }, "letter.failed")
  await tx.letter.update({
    where: { id: letter.id },
    data: {
      attempts: { increment: 1 },
      lastError: reason.slice(0, 300),
      ...(minutes === undefined
        ? { status: "failed", nextAttemptAt: null }
        : { nextAttemptAt: new Date(now().getTime() + minutes * 60_000) }),
    },
  })
}

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

/** One page of an office's letters, newest first. */
export async function listLetters(reader: Reader, page: number, pageSize = 50) {
  return db().letter.findMany({
    where: await readableBy(reader),
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
      sentAt: true,
      petition: { select: { number: true } },
    },
  })
}

/** One letter. One with a key inside is shown only while no mail server takes it to its reader. */
export async function findLetter(reader: Reader, id: string) {
  const letter = await db().letter.findFirst({ where: { ...(await readableBy(reader)), id } })
  if (!letter) return null
  const isSealed = letter.status !== "kept" && carriesAKey(letter.kind)
  return { ...letter, isSealed, ...(isSealed ? { html: "", text: "" } : {}) }
}
