/** Petitions whose e-mail nobody confirmed, and a telephone number beside it: the second way to be accepted. */
import { mayDo, type Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { confirmBy, readConfirmation } from "~/domain/petition/filing/confirmation"
import { petitionOf } from "~/domain/petition/petition-row"
import { now, today } from "../../tools/clock.server"
import { db, inTransaction } from "../../tools/db.server"
import { deadlinesFor, registerFiled } from "../register.server"
import type { Recorded } from "./record.server"

const LISTED = 50

/** A confidential one only for those who will say who handles it: nobody does yet. */
const waitingOf = ({ officeId, role }: Staff) => ({
  ...{ officeId, status: "pending_confirmation", contact: { phone: { not: null } } },
  ...(mayDo(role, "petition.triage") ? {} : { confidential: false }),
})

/** What the person on the telephone is asked for. A confidential subject is not shown: the petitioner says it. */
const SHOWN = {
  ...{ id: true, filedAt: true, subject: true, confidential: true },
  contact: { select: { name: true, phone: true, email: true } },
} as const

/** The oldest first: they lapse first. */
export async function listUnconfirmed(staff: Staff) {
  const where = waitingOf(staff)
  const [count, rows] = await Promise.all([
    db().petition.count({ where }),
    db().petition.findMany({ where, orderBy: { filedAt: "asc" }, take: LISTED, select: SHOWN }),
  ])
  return { count, petitions: rows.map(shown) }
}

/** One of them; null when it is another office's, confirmed meanwhile, or has no number to call. */
export async function findUnconfirmed(id: string, staff: Staff) {
  const row = await db().petition.findFirst({
    where: { id, ...waitingOf(staff) },
    select: SHOWN,
  })
  return row && shown(row)
}

type Row = {
  id: string
  filedAt: Date
  subject: string
  confidential: boolean
  contact: { name: string; phone: string | null; email: string | null } | null
}

const shown = ({ id, filedAt, subject, confidential, contact }: Row) => ({
  ...{ id, filedAt: filedAt.toISOString(), confirmBy: confirmBy(filedAt).toISOString() },
  subject: confidential ? null : subject,
  ...{ name: contact?.name ?? "", phone: contact?.phone ?? "", email: contact?.email ?? "" },
})

/**
 * Registers a petition that its writer confirmed by telephone, with the e-mail address that was read out: corrected,
 * or none. Refuses when it was confirmed or has lapsed meanwhile.
 */
export function confirmByPhone(
  id: string,
  email: string | null,
  by: Staff,
): Promise<Outcome<Recorded>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Petition" WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.petition.findUnique({
      where: { id },
      include: { merged: { select: { id: true } }, contact: { select: { phone: true } } },
    })
    if (row?.officeId !== by.officeId || !row.contact?.phone) return refuse("petition-not-found")
    if (row.confidential && !mayDo(by.role, "petition.triage")) return refuse("petition-not-found")
    const state = readConfirmation(petitionOf(row), now())
    if (!state.ok) return state
    if (state.value === "done") return refuse("already-confirmed")
    const receivedOn = today()
    const deadlines = await deadlinesFor(tx, row.officeId, receivedOn)
    if (!deadlines.ok) return deadlines
    const said = { kind: "petition.confirmed_by_phone" as const, isPublic: true as const }
    const { number, accessCode } = await registerFiled(tx, state.value.pending, {
      ...{ receivedOn, deadlines: deadlines.value, by, email },
      before: [{ ...said, detail: {} }],
    })
    return accept({ number, accessCode })
  })
}
