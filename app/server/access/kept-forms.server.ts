/** What staff had written when it could not be taken: kept for half a day, sealed, for the one person who wrote it. */
import { z } from "zod"
import { now } from "../tools/clock.server"
import { db } from "../tools/db.server"
import { type Entered, withoutPasswords } from "../tools/form.server"
import { seal, unseal } from "../tools/secret.server"

/** Carries the id of a kept form in the address of the page it belongs to. */
export const KEPT_PARAM = "kept"

const KEPT_HOURS = 12 // a working day: longer than any session
const MOST_KEPT = 20 // for one person

const Kept = z.object({
  entered: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** Why it was not taken, in words; null when the session was over. */
  said: z.string().nullable(),
})
export type KeptForm = z.infer<typeof Kept> & { path: string; until: Date }

type Refused = { staffId: string; path: string; entered: Entered; said?: string }

/** Keeps a form for that person and gives its id; null when nothing is left of it without passwords. */
export async function keepForm({ staffId, path, entered, said }: Refused): Promise<string | null> {
  const kept: z.input<typeof Kept> = { entered: withoutPasswords(entered), said: said ?? null }
  if (Object.keys(kept.entered).length === 0) return null
  const isPerson = await db().staff.count({ where: { id: staffId } })
  if (isPerson === 0) return null
  const expiresAt = new Date(now().getTime() + KEPT_HOURS * 3_600_000)
  const sealed = seal(JSON.stringify(kept), boundTo(staffId, path))
  const { id } = await db().keptForm.create({
    data: { staffId, path, sealed, expiresAt },
    select: { id: true },
  })
  await forgetOldestOf(staffId)
  return id
}

/** The kept form of that person; null for anybody else, and when its time is over. */
export async function openKeptForm(id: string, staffId: string): Promise<KeptForm | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().keptForm.findFirst({
    where: { id, staffId, expiresAt: { gt: now() } },
    select: { path: true, sealed: true, expiresAt: true },
  })
  const text = row && unseal(row.sealed, boundTo(staffId, row.path))
  if (!row || text === null) return null
  return { ...Kept.parse(JSON.parse(text)), path: row.path, until: row.expiresAt }
}

/** Whether there is such a form, whoever's: the sign-in page does not know who will sign in. */
export async function isFormKept(id: string | null): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false
  const where = { id: id ?? "", expiresAt: { gt: now() } }
  return (await db().keptForm.count({ where })) > 0
}

/** Forgets it when its person sends it again: it lives in the page then. */
export async function forgetKeptForm(id: string, staffId: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) return
  await db().keptForm.deleteMany({ where: { id, staffId } })
}

export async function forgetOldKeptForms(): Promise<void> {
  await db().keptForm.deleteMany({ where: { expiresAt: { lt: now() } } })
}

async function forgetOldestOf(staffId: string): Promise<void> {
  const old = await db().keptForm.findMany({
    where: { staffId },
    orderBy: { expiresAt: "desc" },
    skip: MOST_KEPT,
    take: MOST_KEPT,
    select: { id: true },
  })
  if (old.length > 0) {
    await db().keptForm.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  }
}

const boundTo = (staffId: string, path: string): string => `${staffId} ${path}`
