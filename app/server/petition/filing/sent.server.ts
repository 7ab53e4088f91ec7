/** What a browser has sent: the receipt with the whole text for half an hour, after that only that it was sent. */
import { confirmBy } from "~/domain/petition/filing/confirmation"
import { groupAccessCode } from "~/domain/petition/filing/number"
import { dayOf } from "../../deadline/calendar.server"
import { now } from "../../tools/clock.server"
import { sameHash, sha256 } from "../../tools/code.server"
import { db } from "../../tools/db.server"
import { accessCodeOf } from "../register.server"

/** As long as a looked-up case stays open: the next person at this computer must not read it. */
const SHOWN_MINUTES = 30

export async function findSent(id: string) {
  const row = await db().petition.findUnique({
    where: { id },
    select: {
      ...{ status: true, number: true, accessCodeHash: true, confirmHash: true },
      ...{ filedAt: true, dueOn: true, subject: true, content: true },
      contact: { select: { name: true, email: true, phone: true, address: true } },
      office: { select: { name: true, nameEn: true, phone: true } },
    },
  })
  if (!row) return null
  const { number, accessCodeHash, confirmHash, subject, content, contact, ...sent } = row
  const isFresh = now().getTime() < row.filedAt.getTime() + SHOWN_MINUTES * 60_000
  const code = accessCodeOf(id)
  // Who gave an e-mail address reads the code there; the address, not this browser, was confirmed.
  const maySeeCode =
    isFresh &&
    confirmHash === null &&
    accessCodeHash !== null &&
    sameHash(sha256(code), accessCodeHash)
  return {
    ...{ number, office: sent.office, filedAt: sent.filedAt.toISOString() },
    state: number ? ("accepted" as const) : waitingOr(sent.status),
    accessCode: maySeeCode ? groupAccessCode(code) : null,
    dueOn: sent.dueOn && dayOf(sent.dueOn),
    confirmBy: confirmBy(sent.filedAt).toISOString(),
    email: contact?.email ?? "",
    hasPhone: Boolean(contact?.phone),
    written: isFresh ? { subject, content, ...contact } : null,
  }
}

const waitingOr = (status: string): "lapsed" | "waiting" =>
  status === "lapsed" ? "lapsed" : "waiting"

export type SentPetition = NonNullable<Awaited<ReturnType<typeof findSent>>>
