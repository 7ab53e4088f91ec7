/** Where a questionnaire is reached, how, and when it no longer is. */
import { z } from "zod"
import { accept, type Outcome, refuse } from "../outcome"
import { type Language, type Words, WordsSchema } from "./questionnaire"

/** How answers come in. They are kept apart in reports: a tablet beside the clerk is not a letter from home. */
export const MODES = ["qr", "tablet", "web", "paper", "phone"] as const
export type Mode = (typeof MODES)[number]

/** A short address is typed from posters: lower case letters and digits. */
const CODE = /^[a-z0-9][a-z0-9-]{1,30}$/

export const ChannelDraftSchema = z.object({
  code: z.string().trim().toLowerCase().regex(CODE, "not-a-code"),
  mode: z.enum(MODES, "required"),
  label: WordsSchema,
})
export type ChannelDraft = z.infer<typeof ChannelDraftSchema>

/** A channel as the citizen's page needs it. `version` is null until something is published. */
export type Channel = {
  id: string
  code: string
  officeId: string
  officeName: string
  officeNameEn: string
  label: Words
  mode: Mode
  isOpen: boolean
  versionId: string | null
}

/** Whether it can be looked up at all: anything else need not be asked of the database. */
export const isChannelCode = (text: string): boolean => CODE.test(text)

/** What a person typed for a code: the whole address, capitals and full-width letters are the same code. */
export const typedCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^.*\/s\//, "")
    .replace(/[/?#].*$/, "")

/** Opens or closes; refuses what is already so, so that nothing is recorded twice. */
export function decideOpening(
  channel: { isOpen: boolean },
  isOpen: boolean,
): Outcome<{ isOpen: boolean }, "already-open" | "already-closed"> {
  if (channel.isOpen === isOpen) return refuse(isOpen ? "already-open" : "already-closed")
  return accept({ isOpen })
}

/** What a reader calls the office. */
export const officeNameIn = (channel: Channel, language: Language): string =>
  language === "zh-TW" ? channel.officeName : channel.officeNameEn
