/** Petitions being written: kept in the records under a cookie's hash, so that nothing is lost and no script is needed. */
import { createCookie } from "@remix-run/node"
import { z } from "zod"
import type { FilingDraft } from "~/domain/petition/filing/filing"
import { NATURES } from "~/domain/petition/petition"
import { now } from "../../tools/clock.server"
import { randomToken, sha256 } from "../../tools/code.server"
import { db, inTransaction, type Transaction } from "../../tools/db.server"
import { env } from "../../tools/env.server"
import { throughOutage } from "../../tools/outage.server"

const KEPT_HOURS = 24
const cookie = createCookie("minyi_draft", {
  httpOnly: true,
  sameSite: "lax",
  path: "/petitions",
  maxAge: KEPT_HOURS * 3600,
})
const cookieOptions = () => ({ secure: env().PUBLIC_URL?.startsWith("https:") ?? false })

const DraftSchema = z.object({
  officeId: z.string(),
  submissionKey: z.string(),
  what: z.object({ nature: z.enum(NATURES), categoryId: z.string() }).nullable(),
  content: z
    .object({ subject: z.string(), content: z.string(), confidential: z.boolean() })
    .nullable(),
  contact: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
})

export type KeptDraft = { id: string; draft: FilingDraft }

/** Starts an empty draft and gives the Set-Cookie header that belongs to it. */
export async function startDraft(officeId: string): Promise<string> {
  const token = randomToken()
  const draft: FilingDraft = {
    officeId,
    submissionKey: randomToken(),
    what: null,
    content: null,
    contact: null,
  }
  await db().petitionDraft.create({ data: { id: sha256(token), answers: draft, updatedAt: now() } })
  return cookie.serialize(token, cookieOptions())
}

/** The draft of this browser; null when there is none, or it is older than a day. */
export async function findDraft(request: Request): Promise<KeptDraft | null> {
  const token: unknown = await cookie.parse(request.headers.get("cookie"))
  if (typeof token !== "string" || !token) return null
  const row = await throughOutage(() =>
    db().petitionDraft.findUnique({ where: { id: sha256(token) } }),
  )
  if (!row || row.updatedAt < oldestKept()) return null
  return { id: row.id, draft: DraftSchema.parse(row.answers) }
}

/** Adds one page's answers. Locked, so that two tabs do not lose each other's pages. */
export function saveAnswers(id: string, answers: Partial<FilingDraft>): Promise<void> {
  const save = () =>
    inTransaction(async (tx) => {
      const draft = await lockDraft(tx, id)
      if (!draft) return
      await tx.petitionDraft.update({
        where: { id },
        data: { answers: { ...draft, ...answers }, updatedAt: now() },
      })
    })
  return throughOutage(save)
}

/** The draft, locked until the transaction ends; null when it was filed or removed meanwhile. */
export async function lockDraft(tx: Transaction, id: string): Promise<FilingDraft | null> {
  const [row] = await tx.$queryRaw<{ answers: unknown }[]>`
    SELECT answers FROM "PetitionDraft" WHERE id = ${id} FOR UPDATE`
  return row ? DraftSchema.parse(row.answers) : null
}

/** Removes drafts that nobody finished. */
export async function forgetOldDrafts(): Promise<void> {
  await db().petitionDraft.deleteMany({ where: { updatedAt: { lt: oldestKept() } } })
}

const oldestKept = (): Date => new Date(now().getTime() - KEPT_HOURS * 3_600_000)
