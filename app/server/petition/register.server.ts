/** Gives a petition its number, access code and clock, inside the transaction that files or confirms it. */
import { createHmac } from "node:crypto"
import type { Staff } from "~/domain/access/permission"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { type CalendarMissing, countDeadlines } from "~/domain/deadline/count-deadline"
import { PETITION_RULES } from "~/domain/deadline/rule"
import type { Outcome } from "~/domain/outcome"
import { type Registration, registerPetition } from "~/domain/petition/filing/confirmation"
import {
  ACCESS_CODE_LENGTH,
  groupAccessCode,
  nextNumber,
  numberPrefix,
} from "~/domain/petition/filing/number"
import type { PendingPetition } from "~/domain/petition/petition"
import type { PetitionEvent } from "~/domain/petition/events"
import { officeCalendar } from "../deadline/calendar.server"
import { CODE_ALPHABET, sha256 } from "../tools/code.server"
import { lockName, type Transaction } from "../tools/db.server"
import { writesByEmail } from "../tools/mailer.server"
import type { Row } from "../tools/rows.server"
import { saveChange } from "./change.server"
import { signingSecret } from "../tools/secret.server"

type Deadlines = Registration["deadlines"]
export type Registered = { number: string; accessCode: string; dueOn: CalendarDate }

/** Both due dates of something received on that day. Ask this before anything is written. */
export async function deadlinesFor(
  tx: Transaction,
  officeId: string,
  receivedOn: CalendarDate,
): Promise<Outcome<Deadlines, CalendarMissing>> {
  return countDeadlines(receivedOn, PETITION_RULES, await officeCalendar(officeId, tx))
}

/**
 * Registers a petition whose row exists and is locked: number, access code (only its hash is kept), clock,
 * events, letter of acceptance. `before` are events that belong in front of the acceptance.
 */
export async function registerFiled(
  tx: Transaction,
  pending: PendingPetition,
  given: {
    receivedOn: CalendarDate
    deadlines: Deadlines
    before?: PetitionEvent[]
    by?: Staff
    /** The address that letters go to from now on, or none; left out, the one it has. */
    email?: string | null
  },
): Promise<Registered> {
  const { receivedOn, deadlines, before = [], by = null, email } = given
  const number = await allotNumber(tx, pending.officeId, receivedOn)
  const code = accessCodeOf(pending.id)
  const accessCode = groupAccessCode(code)
  const change = registerPetition(pending, { number, accessCode, receivedOn, deadlines })
  const letters = (await hasMailbox(tx, pending.id, email)) ? change.letters : []
  const events = [...before, ...change.events]
  const { id } = pending
  const accessCodeHash = sha256(code)
  const keys = {
    accessCodeHash,
    ...(email === undefined ? {} : { contact: { update: { email } } }),
  }
  const rows: Row[] = [{ table: "petition", where: { id }, update: keys }]
  await saveChange(tx, pending, { ...change, events, letters, rows }, by)
  return { number, accessCode, dueOn: deadlines.internal.dueOn }
}

/** Where no e-mail goes the code is shown or handed over once; a letter to print would keep it where staff read it. */
async function hasMailbox(
  tx: Transaction,
  petitionId: string,
  given: string | null | undefined,
): Promise<boolean> {
  if (!writesByEmail()) return false
  if (given !== undefined) return given !== null
  const contact = await tx.petitionContact.findUnique({
    where: { petitionId },
    select: { email: true },
  })
  return Boolean(contact?.email)
}

/**
 * The next number of the office and day. The lock is held until the transaction ends, so numbers have no
 * gap: whoever rolls back gives the number to the next one.
 */
async function allotNumber(tx: Transaction, officeId: string, date: CalendarDate): Promise<string> {
  const office = await tx.office.findUniqueOrThrow({
    where: { id: officeId },
    select: { code: true },
  })
  const prefix = numberPrefix(office.code, date)
  await lockName(tx, prefix)
  const [row] = await tx.$queryRaw<{ last: string | null }[]>`
    SELECT max(number) AS last FROM "Petition"
    WHERE "officeId" = ${officeId} AND "receivedOn" = ${date}::date AND starts_with(number, ${prefix})`
  return nextNumber(prefix, row?.last ?? null)
}

/**
 * The access code of a petition, made from its id and the house's secret: pressing the button twice shows
 * the same code twice, although only its hash is kept.
 */
export function accessCodeOf(petitionId: string): string {
  const largestFair = 256 - (256 % CODE_ALPHABET.length)
  let code = ""
  for (let round = 0; code.length < ACCESS_CODE_LENGTH; round += 1) {
    const bytes = createHmac("sha256", signingSecret())
      .update(`access-code:${round}:${petitionId}`)
      .digest()
    for (const byte of bytes) {
      if (byte < largestFair) code += CODE_ALPHABET[byte % CODE_ALPHABET.length]
    }
  }
  return code.slice(0, ACCESS_CODE_LENGTH)
}
