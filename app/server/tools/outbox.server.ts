/**
 * The outbox: a letter is written with the change it announces, and leaves afterwards in three short steps.
 * It is claimed (the attempt is counted, and the claim ends at a time), sent with no transaction open, and marked.
 */
import { UNPROVEN_KIND } from "~/domain/letter/letters"
import { type Answer, decideNext, type Failure } from "~/domain/letter/sending"
import { now } from "./clock.server"
import { db, inTransaction, type Transaction } from "./db.server"
import { log } from "./log.server"
import { MAIL_LIMITS, type MailLimits, mailMode, sendMail } from "./mailer.server"
import { mayTry } from "./throttle.server"

export type NewLetter = {
  /** The template's name in emails/ */
  kind: string
  locale: string
  recipient: string
  officeId: string | null
  petitionId?: string | null
  letter: { subject: string; html: string; text: string }
}

/** Longer than any sending may take: a claim that is older belongs to a server that died. */
const LEASE_MS = 3 * MAIL_LIMITS.wholeMs
const BATCH = 20
const BRAKE_MINUTES = 10
/** What was sent is marked even if the database stumbles meanwhile: an unmarked letter would go out again. */
const MARK_AGAIN_AFTER_MS = [500, 2_000, 5_000]

/** Puts a letter into the outbox in the caller's transaction. Without a mail server it is kept. */
export async function queueLetter(tx: Transaction, given: NewLetter): Promise<void> {
  const leaves = mailMode() === "smtp"
  await tx.letter.create({
    data: {
      kind: given.kind,
      locale: given.locale,
      recipient: given.recipient,
      officeId: given.officeId,
      petitionId: given.petitionId ?? null,
      ...given.letter,
      createdAt: now(),
      status: leaves ? "queued" : "kept",
      nextAttemptAt: leaves ? now() : null,
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

type Claimed = {
  id: string
  kind: string
  recipient: string
  subject: string
  html: string
  text: string
  attempts: number
  failure: string | null
  officeId: string | null
  petitionId: string | null
}
export type GivenUp = Pick<Claimed, "id" | "kind" | "officeId" | "petitionId"> & {
  failure: Failure
  status: "kept" | "failed"
}

/** `whenGivenUp` runs in the transaction that gives a letter up; `stopping` ends the round after the letter in hand. */
export type Sending = {
  whenGivenUp?: (tx: Transaction, letter: GivenUp) => Promise<void>
  limits?: MailLimits
  stopping?: AbortSignal
}

/**
 * One lane: sends what is due, one letter after the other. Several lanes run beside each other, so that a letter
 * that takes its whole minute holds up only its own lane. Gives how many left.
 */
export async function sendQueuedLetters(sending: Sending = {}): Promise<number> {
  if (mailMode() !== "smtp") return 0
  await endLostClaims(sending)
  let sent = 0
  for (let taken = 0; taken < BATCH && !sending.stopping?.aborted; taken += 1) {
    const letter = await claimLetter()
    if (!letter) return sent
    if (letter.kind === UNPROVEN_KIND && (await isBraked(letter))) continue
    const answer = await sendMail(letter, sending.limits, sending.stopping)
    await markSurely(letter, answer, sending)
    if (answer.ok) sent += 1
  }
  return sent
}

async function claimLetter(): Promise<Claimed | null> {
  const at = now()
  const [letter] = await db().$queryRaw<Claimed[]>`
    update "Letter" set status = 'sending', attempts = attempts + 1, "nextAttemptAt" = null,
      "leasedUntil" = ${new Date(at.getTime() + LEASE_MS)}
    where id = (
      select id from "Letter" where status = 'queued' and "nextAttemptAt" <= ${at}
      order by "nextAttemptAt" limit 1 for update skip locked)
    returning id, kind, recipient, subject, html, text, attempts, failure, "officeId", "petitionId"`
  return letter ?? null
}

/** A claim whose time is over is a failed attempt: whoever held it died, or the database was away too long. */
function endLostClaims(sending: Sending): Promise<void> {
  return inTransaction(async (tx) => {
    const lost = await tx.$queryRaw<Claimed[]>`
      select id, kind, attempts, failure, "officeId", "petitionId" from "Letter"
      where status = 'sending' and "leasedUntil" <= ${now()} limit ${BATCH} for update skip locked`
    for (const letter of lost) {
      const said = "Nothing was heard of the server that was sending it."
      await mark(tx, letter, { ok: false, failure: "lease-over", said }, sending)
    }
  })
}

async function markSurely(letter: Claimed, answer: Answer, sending: Sending): Promise<void> {
  for (const pauseMs of MARK_AGAIN_AFTER_MS) {
    try {
      return await inTransaction((tx) => mark(tx, letter, answer, sending))
    } catch (error) {
      log.error({ err: error, letter: letter.id }, "letter.unmarked")
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  await inTransaction((tx) => mark(tx, letter, answer, sending))
}

async function mark(
  tx: Transaction,
  letter: Claimed,
  answer: Answer,
  { whenGivenUp }: Sending,
): Promise<void> {
  if (answer.ok) return markSent(tx, letter)
  const { failure, said } = answer
  const next = decideNext(letter, failure, now())
  const { count } = await tx.letter.updateMany({
    where: { id: letter.id, attempts: letter.attempts, status: "sending" },
    data: { ...next, failure, lastError: said, leasedUntil: null },
  })
  if (count === 0) return // another one has it since
  const { id, kind, attempts, officeId, petitionId } = letter
  log.warn({ letter: id, attempts, failure, status: next.status }, "letter.failed")
  if (next.status === "queued") return
  await whenGivenUp?.(tx, { id, kind, officeId, petitionId, failure, status: next.status })
}

/** The count of attempts is the claim's mark. One that ran out but was not taken up again was sent all the same. */
async function markSent(tx: Transaction, { id, attempts }: Claimed): Promise<void> {
  await tx.letter.updateMany({
    where: { id, attempts, status: { in: ["sending", "queued"] } },
    data: {
      status: "sent",
      sentAt: now(),
      leasedUntil: null,
      nextAttemptAt: null,
      failure: null,
      lastError: null,
    },
  })
}

/** Too many of the letters that strangers can cause: all that wait do so a while longer, and the house is told. */
async function isBraked({ id }: Claimed): Promise<boolean> {
  if (await mayTry("unproven-letters", "house")) return false
  const later = new Date(now().getTime() + BRAKE_MINUTES * 60_000)
  const waiting = await db().$executeRaw`
    update "Letter" set status = 'queued', failure = 'braked', "nextAttemptAt" = ${later},
      "leasedUntil" = null, attempts = attempts - (id = ${id}::uuid)::int
    where kind = ${UNPROVEN_KIND}
      and (id = ${id}::uuid or (status = 'queued' and "nextAttemptAt" <= ${later}))`
  log.error({ waiting }, "letters.braked")
  return true
}

/** How many letters the brake holds back at this moment. */
export function countBrakedLetters(): Promise<number> {
  return db().letter.count({ where: { status: "queued", failure: "braked" } })
}
