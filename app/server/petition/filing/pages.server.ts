/** What the pages of filing need to open: the draft at the right step, the offices and their categories. */
import { data, redirect } from "@remix-run/node"
import { firstOpenStep, mayOpenStep } from "~/domain/petition/filing/draft"
import type { FilingStep, KeptText } from "~/domain/petition/filing/filing"
import { WordsSchema } from "~/domain/words.schema"
import { db } from "../../tools/db.server"
import { draftIdOf, findDraft, type KeptDraft } from "./drafts.server"

/** Personal pages are never kept by a browser or a proxy. */
export const PRIVATE_PAGE = { "Cache-Control": "no-store" }

const OFFICE = { id: true, name: true, nameEn: true, phone: true } as const

/** Offices that take petitions: those with a category to choose. */
export function listFilingOffices() {
  return db().office.findMany({
    where: { categories: { some: {} } },
    orderBy: [{ city: "asc" }, { name: "asc" }],
    select: { ...OFFICE, city: true },
  })
}

export type OpenedDraft = KeptDraft & { office: Awaited<ReturnType<typeof officeOf>> }

/**
 * The draft that the address names, if that page may be opened yet. Otherwise throws a redirect: to the page that may,
 * to what was sent, or to the beginning.
 */
export async function requireDraft(request: Request, step: FilingStep): Promise<OpenedDraft> {
  const kept = await findDraft(request)
  if (!kept) throw redirect("/petitions/new?lost=yes")
  if (kept.petitionId) throw redirect(sentPath(kept.id, true))
  if (!mayOpenStep(kept.draft, step)) throw redirect(stepPath(firstOpenStep(kept.draft), kept.id))
  if (draftIdOf(request) === null) throw redirect(stepPath(step, kept.id))
  return { ...kept, office: await officeOf(kept) }
}

/** Throws the text that a page can no longer take, for the page that gives it back; nothing when there is none. */
export function giveTextBack(why: KeptText["why"], typed: string | string[] | undefined): void {
  const text = [typed ?? []].flat().join("\n\n")
  const kept: KeptText = { why, text }
  if (text) throw data(kept, { status: why === "pass-over" ? 403 : 410 })
}

const officeOf = ({ draft }: KeptDraft) =>
  db().office.findUniqueOrThrow({ where: { id: draft.officeId }, select: OFFICE })

export const stepPath = (step: FilingStep, id: string): string =>
  `/petitions/new/${step}?draft=${id}`

/** What became of a draft; `isAgain` for who comes back to a page that was sent already. */
export const sentPath = (id: string, isAgain = false): string =>
  `/petitions/sent?draft=${id}${isAgain ? "&again=yes" : ""}`

export async function listCategories(officeId: string) {
  const rows = await db().petitionCategory.findMany({
    where: { officeId },
    orderBy: { position: "asc" },
    select: { id: true, label: true, confidential: true },
  })
  return rows.map(({ label, ...row }) => ({ ...row, label: WordsSchema.parse(label) }))
}
