/** A citizen with a browser, for the tests of filing: the calendar, the categories, a draft, a mailbox. */
import { randomUUID } from "node:crypto"
import { db } from "~/server/tools/db.server"
import type { Entered } from "~/domain/petition/filing/draft"
import {
  changeDraft,
  findDraft,
  type KeptDraft,
  startDraft,
} from "~/server/petition/filing/drafts.server"
import { filePetition, stateOf } from "~/server/petition/filing/file.server"
import { seedCalendar } from "#prisma/seeds/calendar"
import { seedCategories } from "#prisma/seeds/categories"
import { anOffice, visit } from "../../../support/people"

export const ORIGIN = "http://portal.test"

/** An office that takes petitions: with its categories and the calendar. */
export async function aReadyOffice() {
  const office = await anOffice()
  await seedCalendar()
  await seedCategories(office.id)
  const category = await db().petitionCategory.findFirstOrThrow({
    where: { officeId: office.id, key: "waiting" },
    select: { id: true },
  })
  return { ...office, categoryId: category.id }
}
export type ReadyOffice = Awaited<ReturnType<typeof aReadyOffice>>

export const byEmail: Entered = { name: "王小明", email: "ming@example.tw" }
/** Of a mailbox of their own: one mailbox waits for three confirmations at most. */
export const somebody = (): Entered => ({ ...byEmail, email: `${randomUUID()}@example.tw` })
export const byPhone: Entered = { name: "王小明", phone: "0912345678" }

/** A browser in which somebody begins to write. */
export async function aBrowser(office: { id: string }, cookie = "") {
  const started = await startDraft(visit("/petitions/new", cookie), office.id)
  return { id: started.id, cookie: started.cookie.split(";")[0] ?? "" }
}

/** A finished draft in a browser of its own. */
export async function aDraft(office: ReadyOffice, contact: Entered = somebody()) {
  const { id, cookie } = await aBrowser(office)
  const page = (entered: Entered) => ({ entered, problems: [], typedIn: "", replaced: null })
  await changeDraft(id, (draft) => ({
    ...draft,
    pages: {
      what: page({ nature: "suggestion", categoryId: office.categoryId }),
      content: page({ subject: "叫號太慢", content: "等了五十分鐘。" }),
      contact: page(contact),
    },
  }))
  return { cookie, ...(await draftIn(cookie, id)) }
}

export async function draftIn(cookie: string, id: string): Promise<KeptDraft> {
  const kept = await findDraft(visit(`/petitions/new?draft=${id}`, cookie))
  if (!kept) throw new Error("no draft")
  return kept
}

export const send = (kept: KeptDraft) =>
  filePetition(kept.id, { seen: stateOf(kept.draft), locale: "zh-TW", origin: ORIGIN })

/** Files a petition with an e-mail address and gives the token of the letter. */
export async function aPending(office: ReadyOffice): Promise<{ id: string; token: string }> {
  const sent = await send(await aDraft(office))
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems))
  return { id: sent.value.id, token: await tokenOf(sent.value.id) }
}

export async function tokenOf(petitionId: string): Promise<string> {
  const letter = await db().letter.findFirstOrThrow({ where: { petitionId, kind: "confirmation" } })
  return /petitions\/confirm\/([\w-]+)/.exec(letter.text)?.[1] ?? ""
}

/** The access code as the acceptance letter tells it. */
export async function codeOf(petitionId: string): Promise<string> {
  const letter = await db().letter.findFirstOrThrow({ where: { petitionId, kind: "acceptance" } })
  return /([A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})/.exec(letter.text)?.[1] ?? ""
}
