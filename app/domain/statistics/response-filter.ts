/** Which responses a number speaks of, and how counts come back: the one shape behind every table, chart, drill-down and export. */
import type { z } from "zod"
import type { ResponseFilterSchema } from "./response-filter.schema"
import type { PublishedTable } from "./suppression"

/** Absent means "all". `from` and `to` are days of answering, both included. */
export type ResponseFilter = z.infer<typeof ResponseFilterSchema>

export const COUNT_BY = [
  "all",
  "day",
  "month",
  "quarter",
  "half",
  "year",
  "version",
  "channel",
  "mode",
  "office",
] as const
export type CountBy = (typeof COUNT_BY)[number]

/** `answered` is how many answered the item at all: the base of a multiple choice, whose options add up to more. */
export type ItemCounts = { answered: number; options: Record<string, number> }

/** `group` is a day ("2026-11-20"), a period of period.ts ("115-11", "115-Q4", "115-H2", "115"), an id, a mode, or "all". */
export type TallyGroup = { group: string; responses: number; items: Record<string, ItemCounts> }

/**
 * A 基本資料 item against another: a row per segment option, a column per option of the item, small counts hidden.
 * With `isMultiple` columns overlap: rows do not add up, and `rowTotals` are those who answered the item.
 */
export type CrossTab = {
  segment: string
  item: string
  isMultiple: boolean
  rows: string[]
  columns: string[]
  table: PublishedTable
}

/** Stands for "any answer" where an option stands, and for "the response itself" where an item stands. No key can be this. */
export const ANY = "*"
/** The option under which a free text is counted; its words are never tallied. */
export const TEXT_ANSWERED = "answered"
