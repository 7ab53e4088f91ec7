/** Where a questionnaire is reached, how, and when it no longer is. */
import type { z } from "zod"
import type { Change } from "../change"
import { accept, type Outcome, refuse } from "../outcome"
import type { ChannelDraftSchema } from "./channel.schema"
import type { Locale } from "../language"
import type { Words } from "../words"
import type { ChannelEvent } from "./events"

/** How answers come in. They are kept apart in reports: a tablet beside the clerk is not a letter from home. */
export const MODES = ["qr", "tablet", "web", "paper", "phone"] as const
export type Mode = (typeof MODES)[number]

/** A short address is typed from posters: lower case letters and digits. */
export const CHANNEL_CODE = /^[a-z0-9][a-z0-9-]{1,30}$/

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
export const isChannelCode = (text: string): boolean => CHANNEL_CODE.test(text)

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

/** What a decision about a channel needs to know of it. */
export type ChannelRecord = { id: string; code: string; officeId: string; isOpen: boolean }
export type ChannelChange = Change<ChannelRecord, ChannelEvent>

/** A new channel is open. One code leads to one channel, whichever office has it. */
export function decideNewChannel(
  channel: Omit<ChannelRecord, "isOpen">,
  isTaken: boolean,
): Outcome<ChannelChange, "code-taken"> {
  if (isTaken) return refuse("code-taken", { field: "code" })
  const { code } = channel
  return accept({
    next: { ...channel, isOpen: true },
    events: [{ kind: "channel.added", detail: { code } }],
  })
}

/** Opens or closes a channel, and says so in its history. */
export function decideChannelOpening(
  channel: ChannelRecord,
  isOpen: boolean,
): Outcome<ChannelChange, "already-open" | "already-closed"> {
  const decided = decideOpening(channel, isOpen)
  if (!decided.ok) return decided
  const detail = { code: channel.code }
  return accept({
    next: { ...channel, ...decided.value },
    events: [{ kind: isOpen ? "channel.opened" : "channel.closed", detail }],
  })
}

/** What a reader calls the office. */
export const officeNameIn = (channel: Channel, language: Locale): string =>
  language === "zh-TW" ? channel.officeName : channel.officeNameEn
