/** Takes in what citizens answer: decides, writes, and says so only after it is on disk. */
import { accept, type Outcome, type Refusal, refuse } from "~/domain/outcome"
import { type AnswerProblem, decideAnswers, type Entered } from "~/domain/survey/answering"
import { type Answers } from "~/domain/survey/branching"
import { type Language } from "~/domain/survey/questionnaire"
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
  locale: Language
}

const RECEIPT_LENGTH = 12 // 53 bits: no two in the life of an office
const ROWS_PER_STATEMENT = 500

/**
 * Keeps a citizen's answers and gives the receipt. The same key again, at the same time or later, gives the
 * receipt of the first and keeps nothing new. Resolves after the commit, never before.
 */
export async function submitResponse(
  submission: Submission,
): Promise<Outcome<{ receipt: string }, AnswerProblem> | Interrupted> {
  const { channel, entered } = submission
  const decided = decideAnswers(channel.content, entered)
  if (!decided.ok) return decided
  try {
    return accept({ receipt: await within(PATIENCE_MS, write(rowOf(submission, decided.value))) })
  } catch (error) {
    if (!isOutage(error)) throw error
    log.error({ channel: channel.id }, "response.interrupted")
    return { ...refuse("interrupted"), status: 503 }
  }
}

/** Whether the answers were kept could not be learnt; sent again with their key they are kept once. */
type Interrupted = Refusal<"interrupted"> & { status: 503 }
const PATIENCE_MS = 6_000

/** When the response with this receipt came in through the channel; null when there is none. Never what it says. */
export async function findReceipt(channelId: string, receipt: string) {
  if (!/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/.test(receipt)) return null
  return db().response.findFirst({
    where: { receipt, channelId },
    select: { receipt: true, receivedAt: true },
  })
}

function rowOf({ channel, submissionKey, locale }: Submission, answers: Answers) {
  const receivedAt = now()
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

type Waiting = { row: Row; keep: (receipt: string) => void; fail: (error: unknown) => void }

// Group commit: rows that arrive while a statement is under way are written together by the next one.
let waiting: Waiting[] = []
let isWriting = false

function write(row: Row): Promise<string> {
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
    const receipts = await throughOutage(() => insertRows(batch.map(({ row }) => row)))
    for (const { row, keep, fail } of batch) {
      const receipt = receipts.get(row.submissionKey)
      if (receipt) keep(receipt)
      else fail(new Error("A response was written, but its receipt is not to be found."))
    }
  } catch (error) {
    if (batch.length === 1 || isOutage(error)) for (const { fail } of batch) fail(error)
    else for (const one of batch) await writeTogether([one])
  }
}

/** Writes the rows in one statement and finds the receipt of each key: its own, or that of the first time. */
async function insertRows(rows: Row[]): Promise<Map<string, string>> {
  const written = await db().$queryRaw<{ submissionKey: string; receipt: string }[]>`
    INSERT INTO "Response" ("submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale,
      "answeredOn", "receivedAt", answers)
    SELECT "submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale,
      "answeredOn", "receivedAt", answers
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("submissionKey" text, receipt text,
      "versionId" uuid, "channelId" uuid, "officeId" text, mode text, locale text,
      "answeredOn" date, "receivedAt" timestamptz, answers jsonb)
    ON CONFLICT ("submissionKey") DO NOTHING
    RETURNING "submissionKey", receipt`
  const receipts = new Map(written.map(({ submissionKey, receipt }) => [submissionKey, receipt]))
  const earlier = rows.map(({ submissionKey }) => submissionKey).filter((key) => !receipts.has(key))
  if (earlier.length === 0) return receipts
  const kept = await db().response.findMany({
    where: { submissionKey: { in: earlier } },
    select: { submissionKey: true, receipt: true },
  })
  for (const { submissionKey, receipt } of kept) receipts.set(submissionKey, receipt)
  return receipts
}
