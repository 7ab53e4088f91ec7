/** What is said of a questionnaire's answers in a period, and with which tables. */
import type { CalendarDate } from "../deadline/calendar-date"
import { isPeriod, type Period, periodOf, shiftPeriod, unitOf } from "../statistics/period"
import { shareSentences } from "../statistics/sentences"
import type { Sentence } from "../statistics/sentence"
import { leadingItem, type Table } from "../statistics/reports/report"
import { SMALLEST_SHOWN } from "../statistics/suppression"
import type { Kind } from "./kinds/kind"
import type { Weight } from "./results"

/** One item's results as pages and files show them, in the reader's language. */
export type ResultRow = {
  key: string
  kind: Kind
  isRated: boolean
  isSegment: boolean
  name: string
  question: string
  n: number
  notApplicable: number
  weight: Weight
  spread: { option: string; name: string; count: number; share: number }[]
  satisfaction: { value: number; count: number; low: number; high: number } | null
}

/** The quarter or month that an address asks for; otherwise the last whole quarter. */
export function resultsPeriod(text: string, today: CalendarDate): Period {
  const isOffered = isPeriod(text) && (unitOf(text) === "quarter" || unitOf(text) === "month")
  return isOffered ? text : shiftPeriod(periodOf(today, "quarter"), -1)
}

const LOWEST_NAMED = 3

/** The reader's words: the period, an item named with its share, and what stands between two of them. */
type Spoken = { period: string; named: (name: string, share: number) => string; join: string }

export function resultsSentences(
  scales: readonly ResultRow[],
  responses: number,
  words: Spoken,
): Sentence[] {
  if (responses === 0) return [{ key: "no-responses", params: {} }]
  const keys = scales.map(({ key }) => key)
  const lead = scales.find(({ key }) => key === leadingItem(keys))
  if (!lead?.satisfaction || responses < SMALLEST_SHOWN) {
    return [{ key: "too-few-responses", params: { fewest: SMALLEST_SHOWN } }]
  }
  const { satisfaction, n } = lead
  const about = `${words.period}${lead.name}`
  const share = shareSentences(
    about,
    { count: satisfaction.count, n },
    { design: "self-selected", n },
  )
  return [
    ...(share.ok ? share.value : []),
    { key: "responses", params: { responses: responses.toLocaleString("en-US") } },
    ...lowestSentences(scales, words),
  ]
}

function lowestSentences(scales: readonly ResultRow[], { named, join }: Spoken): Sentence[] {
  const lowest = scales
    .flatMap(({ name, satisfaction }) =>
      satisfaction ? [{ name, value: satisfaction.value }] : [],
    )
    .sort((one, other) => one.value - other.value)
    .slice(0, LOWEST_NAMED)
  if (lowest.length < LOWEST_NAMED) return []
  const items = lowest.map(({ name, value }) => named(name, value))
  return [{ key: "lowest", params: { items: items.join(join) } }]
}

/** One line for each option of each item that may be shown. Shares are 0 to 1. */
export function resultsTable(
  rows: readonly ResultRow[],
  words: { name: string; columns: string[] },
): Table {
  const lines = rows.flatMap(({ name, question, n, spread, satisfaction }) =>
    spread.map((one) => [
      name,
      question,
      n,
      one.name,
      one.count,
      one.share,
      satisfaction?.value ?? null,
      satisfaction?.low ?? null,
      satisfaction?.high ?? null,
    ]),
  )
  return { name: words.name, columns: words.columns, rows: lines }
}
