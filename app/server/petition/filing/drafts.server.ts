/** Petitions being written: kept in the records for whoever holds the browser's cookie, several at a time. */
import { z } from "zod"
import { FILING_STEPS } from "~/domain/petition/filing/filing"
import type { FilingDraft } from "~/domain/petition/filing/draft"
import { now } from "../../tools/clock.server"
import { randomToken, sha256 } from "../../tools/code.server"
import { portalCookie } from "../../tools/cookie.server"
import { db, inTransaction, type Transaction } from "../../tools/db.server"
import { throughOutage } from "../../tools/outage.server"

const KEPT_HOURS = 24
const LISTED = 5
const cookie = () => portalCookie("minyi_draft", { maxAge: KEPT_HOURS * 3600 })

const EnteredSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const PageSchema = z.object({
  entered: EnteredSchema,
  problems: z.array(
    z.object({
      code: z.string(),
      field: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  typedIn: z.string(),
  replaced: EnteredSchema.nullable(),
})
const DraftSchema = z.object({
  officeId: z.string(),
  pages: z.partialRecord(z.enum(FILING_STEPS), PageSchema),
})

/** `petitionId` is what it became: then nothing of it is left but that. */
export type KeptDraft = { id: string; draft: FilingDraft; petitionId: string | null }
type DraftRow = { id: string; answers: unknown; petitionId: string | null }

const keptOf = ({ id, answers, petitionId }: DraftRow): KeptDraft => ({
  ...{ id, petitionId },
  draft: DraftSchema.parse(answers),
})

/** Starts an empty draft beside the others of this browser, and gives its id and the Set-Cookie header it needs. */
export async function startDraft(
  request: Request,
  officeId: string,
): Promise<{ id: string; cookie: string }> {
  const token = (await tokenOf(request)) ?? randomToken()
  const id = randomToken()
  const answers: FilingDraft = { officeId, pages: {} }
  await db().petitionDraft.create({
    data: { id, person: sha256(token), answers, updatedAt: now() },
    select: { id: true },
  })
  return { id, cookie: await cookie().serialize(token) }
}

/** The Set-Cookie header that lets this browser keep its drafts for another day. */
export async function keepCookie(request: Request): Promise<string> {
  return cookie().serialize(await tokenOf(request))
}

async function tokenOf(request: Request): Promise<string | null> {
  const token: unknown = await cookie().parse(request.headers.get("cookie"))
  return typeof token === "string" && token ? token : null
}

/** Which draft a page is about: the one its address names. */
export const draftIdOf = (request: Request): string | null =>
  new URL(request.url).searchParams.get("draft")

/**
 * The draft that the address names, if it is this browser's; without a name in the address, the newest one.
 * Null when there is none, or it was not touched for a day.
 */
export async function findDraft(request: Request): Promise<KeptDraft | null> {
  const token = await tokenOf(request)
  if (!token) return null
  const id = draftIdOf(request)
  const where = {
    ...{ person: sha256(token), updatedAt: { gte: oldestKept() } },
    ...(id === null ? {} : { id }),
  }
  const row = await throughOutage(() =>
    db().petitionDraft.findFirst({ where, orderBy: { updatedAt: "desc" } }),
  )
  return row && keptOf(row)
}

/** The draft of that id, without locking it. */
export async function readDraft(id: string): Promise<KeptDraft | null> {
  const row = await db().petitionDraft.findUnique({ where: { id } })
  return row && keptOf(row)
}

/** What this browser has not sent yet, the newest first. */
export async function listDrafts(request: Request): Promise<(KeptDraft & { updatedAt: Date })[]> {
  const token = await tokenOf(request)
  if (!token) return []
  const rows = await db().petitionDraft.findMany({
    where: { person: sha256(token), petitionId: null, updatedAt: { gte: oldestKept() } },
    orderBy: { updatedAt: "desc" },
    take: LISTED,
  })
  return rows.map((row) => ({ ...keptOf(row), updatedAt: row.updatedAt }))
}

/** Throws a draft of this browser away, because its writer says so. */
export async function discardDraft(request: Request, id: string): Promise<void> {
  const token = await tokenOf(request)
  if (!token) return
  await db().petitionDraft.deleteMany({ where: { id, person: sha256(token), petitionId: null } })
}

/** Forgets what this browser has sent: the next person at it must not find it. What is not sent yet stays. */
export async function forgetSent(request: Request): Promise<void> {
  const token = await tokenOf(request)
  if (!token) return
  const person = sha256(token)
  await db().petitionDraft.deleteMany({ where: { person, petitionId: { not: null } } })
}

/** Changes a draft, locked, so that two windows do not lose each other's pages; null when it is filed or gone. */
export function changeDraft(
  id: string,
  change: (draft: FilingDraft) => FilingDraft,
): Promise<FilingDraft | null> {
  const save = () =>
    inTransaction(async (tx) => {
      const kept = await lockDraft(tx, id)
      if (!kept || kept.petitionId) return null
      const answers = change(kept.draft)
      await tx.petitionDraft.update({ where: { id }, data: { answers, updatedAt: now() } })
      return answers
    })
  return throughOutage(save)
}

/** The draft, locked until the transaction ends; null when it was removed meanwhile. */
export async function lockDraft(tx: Transaction, id: string): Promise<KeptDraft | null> {
  const [row] = await tx.$queryRaw<DraftRow[]>`
    SELECT id, answers, "petitionId" FROM "PetitionDraft" WHERE id = ${id} FOR UPDATE`
  return row ? keptOf(row) : null
}

/** Empties a draft that was filed, and keeps what it became. */
export async function markFiled(tx: Transaction, kept: KeptDraft, petitionId: string) {
  const answers: FilingDraft = { officeId: kept.draft.officeId, pages: {} }
  const data = { answers, petitionId, updatedAt: now() }
  await tx.petitionDraft.update({ where: { id: kept.id }, data })
}

/** Removes drafts that nobody finished, and the traces of those that were sent. */
export async function forgetOldDrafts(): Promise<void> {
  await db().petitionDraft.deleteMany({ where: { updatedAt: { lt: oldestKept() } } })
}

const oldestKept = (): Date => new Date(now().getTime() - KEPT_HOURS * 3_600_000)
