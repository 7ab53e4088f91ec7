/** What the pages of filing need to open: the draft at the right step, the offices and their categories. */
import { data, redirect } from "@remix-run/node"
import {
  type FilingStep,
  firstOpenStep,
  type KeptText,
  mayOpenStep,
} from "~/domain/petition/filing/filing"
import { WordsSchema } from "~/domain/words.schema"
import { db } from "../../tools/db.server"
import { findDraft, type KeptDraft } from "./drafts.server"

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

/** The draft of this browser, if that page may be opened yet. Otherwise throws a redirect to the page that may. */
export async function requireDraft(request: Request, step: FilingStep) {
  const kept = await findDraft(request)
  if (!kept) throw redirect("/petitions/new?lost=yes")
  if (!mayOpenStep(kept.draft, step)) throw redirect(stepPath(firstOpenStep(kept.draft)))
  return { ...kept, office: await officeOf(kept) }
}

/** Throws the text that a page can no longer take, for the page that gives it back; nothing when there is none. */
export function giveBack(why: KeptText["why"], typed: string | string[] | undefined): void {
  const text = [typed ?? []].flat().join("\n\n")
  const kept: KeptText = { why, text }
  if (text) throw data(kept, { status: why === "pass-over" ? 403 : 410 })
}

const officeOf = ({ draft }: KeptDraft) =>
  db().office.findUniqueOrThrow({ where: { id: draft.officeId }, select: OFFICE })

export const stepPath = (step: FilingStep): string => `/petitions/new/${step}`

export async function listCategories(officeId: string) {
  const rows = await db().petitionCategory.findMany({
    where: { officeId },
    orderBy: { position: "asc" },
    select: { id: true, label: true },
  })
  return rows.map(({ id, label }) => ({ id, label: WordsSchema.parse(label) }))
}
