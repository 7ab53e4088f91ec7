/** Takes in what citizens answer: decides, writes, and says so only after it is on disk. */
import { accept, type Outcome, type Refusal, refuse } from "~/domain/outcome"
import { decideAnswers, type Entered } from "~/domain/survey/answering"
import { traitsOf } from "~/domain/survey/bursts"
import type { AnswerProblem } from "~/domain/survey/kinds/kind"
import { timeTaken } from "~/domain/survey/time-taken"
import { type Answers } from "~/domain/survey/branching"
import type { Locale } from "~/domain/language"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { now } from "../tools/clock.server"
import { randomCode, sha256 } from "../tools/code.server"
import { db } from "../tools/db.server"
import { log } from "../tools/log.server"
import { isOutage, throughOutage, within } from "../tools/outage.server"
import { type OpenChannel } from "./questionnaires.server"

export type Submission = {
  channel: OpenChannel
  /** The token of this filled-in form: the same one again is the same response. */
  submissionKey: string
  entered: Entered
  locale: Locale
  /** When the form was opened; null when it was not opened here. */
  openedAt?: Date | null
  /** The caller's network, hashed: kept for a day, beside the response and not in it. */
  sender?: string | null
}

const RECEIPT_LENGTH = 12 // 53 bits: no two in the life of an office
const ROWS_PER_STATEMENT = 500

/**
 * Keeps a citizen's answers and gives the receipt. The same form again, at the same time or later, gives the
 * receipt of the first and keeps nothing new; other answers under its key are refused with "form-used", so that
 * nobody is thanked for what was not kept. Resolves after the commit, never before.
 */
export async function submitResponse(
  submission: Submission,
): Promise<Outcome<{ receipt: string }, AnswerProblem | "form-used"> | Interrupted> {
  const { channel, entered } = submission
  const decided = decideAnswers(channel.content, entered)
  if (!decided.ok) return decided
  try {
    const written = write(rowOf(submission, decided.value))
    const { receipt, isSame } = await within(PATIENCE_MS, written)
    return isSame ? accept({ receipt }) : refuse("form-used")
  } catch (error) {
    if (!isOutage(error)) throw error
    log.error({ channel: channel.id }, "response.interrupted")
    return { ...refuse("interrupted"), status: 503 }
  }
}

/** Whether the answers were kept could not be learnt; sent again with their key they are kept once. */
type Interrupted = Refusal<"interrupted"> & { status: 503 }
const PATIENCE_MS = 5_000

/** When the response with this receipt came in through the channel; null when there is none. Never what it says. */
export async function findReceipt(channelId: string, receipt: string) {
  if (!/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/.test(receipt)) return null
  return db().response.findFirst({
    where: { receipt, channelId },
    select: { receipt: true, receivedAt: true },
  })
}

function rowOf(submission: Submission, answers: Answers) {
  const { channel, submissionKey, locale, openedAt = null, sender = null } = submission
  const receivedAt = now()
  const tookUpTo = timeTaken(openedAt, receivedAt)
  const { text, ...traits } = traitsOf(channel.content, answers, tookUpTo)
  return {
    // A key belongs to one channel: the same token at another counter is another response.
    submissionKey: sha256(`${channel.id}:${submissionKey}`),
    receipt: randomCode(RECEIPT_LENGTH).replace(/(.{4})(?=.)/g, "$1-"),
    versionId: channel.versionId,
    channelId: channel.id,
    officeId: channel.officeId,
    mode: channel.mode,
    locale,
    answeredOn: taipeiDate(receivedAt),
    receivedAt: receivedAt.toISOString(),
    answers,
    tookUpTo,
    arrival: { ...traits, sender, textHash: text === null ? null : sha256(text) },
  }
}
type Row = ReturnType<typeof rowOf>

/** One office, or a whole town behind one proxy, is one address: only a machine answers more often. */
const ANSWERS_PER_HOUR = 2000
const HOUR_MS = 3_600_000

// In memory: one row in the database for each address made its answers wait for each other's commits (100 a second).
const answered = new Map<string, number>()
let countedSince = 0

/** Counts one more answer of that address; false when it sent too many within the hour. */
export function mayAnswer(address: string): boolean {
  const at = now().getTime()
  if (Math.abs(at - countedSince) >= HOUR_MS) {
    answered.clear()
    countedSince = at
  }
  const count = (answered.get(address) ?? 0) + 1
  answered.set(address, count)
  return count <= ANSWERS_PER_HOUR
}

/** The receipt under the row's key, and whether it is for the very answers of the row. */
type Written = { receipt: string; isSame: boolean }
type Waiting = { row: Row; keep: (written: Written) => void; fail: (error: unknown) => void }

// Group commit: rows that arrive while a statement is under way are written together by the next one.
let waiting: Waiting[] = []
let isWriting = false

function write(row: Row): Promise<Written> {
  return new Promise((keep, fail) => {
    waiting.push({ row, keep, fail })
    if (!isWriting) {
      isWriting = true
      setImmediate(() => void writeAllWaiting())
    }
  })
}

async function writeAllWaiting(): Promise<void> {
  while (waiting.length > 0) {
    const batch = waiting.slice(0, ROWS_PER_STATEMENT)
    waiting = waiting.slice(ROWS_PER_STATEMENT)
    await writeTogether(batch)
  }
  isWriting = false
}

/** One row that cannot be written must not take its neighbours with it: then each is written alone. */
async function writeTogether(batch: Waiting[]): Promise<void> {
  try {
    const written = await throughOutage(() => insertRows(batch.map(({ row }) => row)))
    for (const { row, keep, fail } of batch) {
      const one = written.get(row.receipt)
      if (one) keep(one)
      else fail(new Error("A response was written, but its receipt is not to be found."))
    }
  } catch (error) {
    if (batch.length === 1 || isOutage(error)) for (const { fail } of batch) fail(error)
    else for (const one of batch) await writeTogether([one])
  }
}

/** Writes the rows in one statement. By the receipt each row brought: what is kept under its key, now or since the first time. */
async function insertRows(rows: Row[]): Promise<Map<string, Written>> {
  const kept = await db().$queryRaw<{ receipt: string }[]>`
    WITH brought AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("submissionKey" text, receipt text,
        "versionId" uuid, "channelId" uuid, "officeId" text, mode text, locale text,
        "answeredOn" date, "receivedAt" timestamptz, answers jsonb, "tookUpTo" int, arrival jsonb)
    ), kept AS (
      INSERT INTO "Response" ("submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale,
        "answeredOn", "receivedAt", answers, "tookUpTo")
      SELECT "submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale,
        "answeredOn", "receivedAt", answers, "tookUpTo" FROM brought
      ON CONFLICT ("submissionKey") DO NOTHING
      RETURNING id, receipt
    ), arrived AS (
      INSERT INTO "Arrival" ("responseId", "channelId", "receivedAt", sender, "textHash", "isQuick", "isStraight")
      SELECT kept.id, b."channelId", b."receivedAt", b.arrival ->> 'sender', b.arrival ->> 'textHash',
        (b.arrival ->> 'isQuick')::boolean, (b.arrival ->> 'isStraight')::boolean
      FROM kept JOIN brought b USING (receipt)
    )
    SELECT receipt FROM kept`
  const written = new Map(kept.map(({ receipt }) => [receipt, { receipt, isSame: true }]))
  const repeated = rows.filter(({ receipt }) => !written.has(receipt))
  if (repeated.length === 0) return written
  const earlier = await db().$queryRaw<(Written & { brought: string })[]>`
    SELECT r.receipt AS brought, k.receipt, k.answers = r.answers AS "isSame"
    FROM jsonb_to_recordset(${JSON.stringify(repeated)}::jsonb) AS r("submissionKey" text, receipt text, answers jsonb)
    JOIN "Response" k USING ("submissionKey")`
  for (const { brought, ...one } of earlier) written.set(brought, one)
  return written
}
