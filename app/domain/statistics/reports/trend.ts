/**
 * Answers: what is said of a period beside the one before it, and with which table?
 * The lead first, then what really changed, what fell most before all; that the rest stands is said only when it was compared.
 */
import { isPeriod, type Period, unitOf } from "../period"
import { changeSentences, shareSentences, SINCE } from "../sentences"
import type { Sentence } from "../sentence"
import type { ChangeVerdict, ItemChange } from "../trend-report"
import type { Table } from "./report"

export type TrendUnit = "month" | "quarter"
export type TrendAddress<Mode extends string = string> = {
  unit: TrendUnit
  period: Period
  mode: Mode | null
  item: string
}

/** How many other items the sentence names. */
const NAMED = 3

/**
 * What an address asks for. What it does not say, or says wrongly, is the newest whole period (`newest`) of everybody.
 */
export function readTrendAddress<Mode extends string>(
  params: URLSearchParams,
  modes: readonly Mode[],
  newest: (unit: TrendUnit) => Period,
): TrendAddress<Mode> {
  const unit = params.get("unit") === "month" ? "month" : "quarter"
  const asked = params.get("period") ?? ""
  const isOffered = isPeriod(asked) && unitOf(asked) === unit && asked <= newest(unit)
  const mode = modes.find((one) => one === params.get("mode")) ?? null
  const period = isOffered ? asked : newest(unit)
  return { unit, period, mode, item: params.get("item") ?? "" }
}

/** The item that really fell most: what a supervisor should see first. */
export function worstItem(changes: readonly ItemChange[]): string | null {
  const [worst] = changes.filter(({ verdict }) => verdict === "worsened").sort(fallenMostFirst)
  return worst?.item ?? null
}

const fallenMostFirst = (a: ItemChange, b: ItemChange) =>
  (a.difference?.value ?? 0) - (b.difference?.value ?? 0)

/** Worst first: what fell most stands at the top, what cannot be compared at the end. */
const VERDICT_ORDER: Record<ChangeVerdict, number> = {
  worsened: 0,
  improved: 1,
  "no-change": 2,
  "not-comparable": 3,
  "too-few": 4,
}

export const worstFirst = (changes: readonly ItemChange[]): ItemChange[] =>
  [...changes].sort(
    (a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || fallenMostFirst(a, b),
  )

/** `words` are the reader's: the period, and the items' names by their keys. */
export function trendSentences(
  changes: readonly ItemChange[],
  lead: string,
  words: { period: string; nameOf: (item: string) => string },
): Sentence[] {
  const leading = changes.find(({ item }) => item === lead)
  if (!leading) return []
  const others = changes.filter(({ item }) => item !== lead)
  const changed = others.filter(({ verdict }) => verdict === "worsened" || verdict === "improved")
  const said = [...changed].sort(fallenMostFirst).slice(0, NAMED)
  return [
    ...leadSentences(leading, words),
    ...said.flatMap((change) => changeSentences(words.nameOf(change.item), change)),
    ...restSentences(others, changed.length),
  ]
}

function leadSentences(
  leading: ItemChange,
  { period, nameOf }: { period: string; nameOf: (item: string) => string },
): Sentence[] {
  const { now, item } = leading
  const about = `${period}${nameOf(item)}`
  const sample = { design: "self-selected", n: now?.n ?? 0 } as const
  const share = shareSentences(about, now ?? { count: 0, n: 0 }, sample)
  const change = changeSentences(nameOf(item), leading, SINCE)
  if (!now || !share.ok) return change
  return [...share.value, ...change]
}

function restSentences(others: readonly ItemChange[], changed: number): Sentence[] {
  if (others.length === 0 || changed > 0) return []
  const isCompared = others.some(({ difference }) => difference !== null)
  return [{ key: isCompared ? "rest-unchanged" : "rest-not-compared", params: {} }]
}

/** Every item of the period: what it is, of how many, its change and what that is worth. Shares are 0 to 1. */
export function trendTable(
  changes: readonly ItemChange[],
  words: {
    name: string
    columns: string[]
    nameOf: (item: string) => string
    verdicts: Record<ChangeVerdict, string>
  },
): Table {
  const rows = worstFirst(changes).map(({ item, now, interval, difference, verdict }) => [
    words.nameOf(item),
    now?.n ?? null,
    now ? now.count / now.n : null,
    interval?.low ?? null,
    interval?.high ?? null,
    difference?.value ?? null,
    difference?.interval.low ?? null,
    difference?.interval.high ?? null,
    words.verdicts[verdict],
  ])
  return { name: words.name, columns: words.columns, rows }
}
