/** Sums of ticks in memory, and their way into the rollup tables. */
import { Prisma } from "#prisma/client/client"
import { isCrossed, segmentTicksOf, type TallyPlan, type Tick, ticksOf } from "~/domain/statistics/tally"
import type { Transaction } from "../db.server"
import type { ChangedResponse } from "./counted-responses.server"

/** One batch: places (office, version, channel, mode, day) and ticks are numbered, so that a sum is three numbers. */
export type Sums = {
  places: Map<string, { number: number; place: Place; items: Map<number, number>; pairs: Map<number, number> }>
  ticks: Tick[]
  tickNumbers: Map<string, Map<string, number>>
  size: number
}
type Place = Omit<ChangedResponse, "answers" | "delta">

/** Pairs are one number: segment × this + item. More different options than this do not exist in a batch. */
const MOST_TICKS = 1_000_000

export const noSums = (): Sums => ({ places: new Map(), ticks: [], tickNumbers: new Map(), size: 0 })

/** Adds what a response says, or takes it away when its delta is −1. */
export function addResponse(sums: Sums, plan: TallyPlan, response: ChangedResponse): void {
  const { answers, delta, ...place } = response
  const at = placeOf(sums, place)
  const ticks = ticksOf(plan, readAnswers(answers))
  const numbers = ticks.map((tick) => numberOf(sums, tick))
  for (const number of numbers) add(sums, at.items, number, delta)
  for (const segment of segmentTicksOf(plan, ticks)) {
    const base = numberOf(sums, segment) * MOST_TICKS
    for (const [i, tick] of ticks.entries()) {
      if (isCrossed(plan, segment, tick)) add(sums, at.pairs, base + (numbers[i] ?? 0), delta)
    }
  }
}

function readAnswers(text: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
}

function placeOf(sums: Sums, place: Place) {
  const key = `${place.officeId}|${place.versionId}|${place.channelId}|${place.mode}|${place.day}`
  const known = sums.places.get(key)
  if (known) return known
  const made = { number: sums.places.size, place, items: new Map(), pairs: new Map() }
  sums.places.set(key, made)
  return made
}

function numberOf(sums: Sums, tick: Tick): number {
  const options = sums.tickNumbers.get(tick.item) ?? new Map<string, number>()
  if (options.size === 0) sums.tickNumbers.set(tick.item, options)
  const known = options.get(tick.option)
  if (known !== undefined) return known
  options.set(tick.option, sums.ticks.length)
  return sums.ticks.push(tick) - 1
}

function add(sums: Sums, counts: Map<number, number>, key: number, delta: number): void {
  const before = counts.get(key)
  if (before === undefined) sums.size++
  counts.set(key, (before ?? 0) + delta)
}

/** Writes the batch: sums are added to the rows, and rows that reach 0 go. */
export async function writeSums(tx: Transaction, sums: Sums): Promise<void> {
  const places = [...sums.places.values()]
  const items = places.flatMap(({ number, items }) => [...items].map(([tick, count]) => [number, tick, 0, count]))
  const pairs = places.flatMap(({ number, pairs }) =>
    [...pairs].map(([pair, count]) => [number, pair % MOST_TICKS, Math.floor(pair / MOST_TICKS), count]),
  )
  await writeRows(tx, ITEMS, sums, items)
  await writeRows(tx, PAIRS, sums, pairs)
}

type Target = { table: Prisma.Sql; key: Prisma.Sql; values: Prisma.Sql }

const ITEMS: Target = {
  table: Prisma.sql`"ItemTally"`,
  key: Prisma.sql`"officeId", "versionId", item, day, "channelId", mode, option`,
  values: Prisma.sql`p.office, p.version, t.item, p.day, p.channel, p.mode, t.option`,
}
const PAIRS: Target = {
  table: Prisma.sql`"PairTally"`,
  key: Prisma.sql`"officeId", "versionId", segment, item, day, "channelId", mode, "segmentOption", option`,
  values: Prisma.sql`p.office, p.version, s.item, t.item, p.day, p.channel, p.mode, s.option, t.option`,
}

/** Rows are [place, tick, segment tick, count]. */
async function writeRows(tx: Transaction, { table, key, values }: Target, sums: Sums, rows: number[][]) {
  const changed = rows.filter(([, , , count]) => count !== 0)
  if (changed.length === 0) return
  await tx.$executeRaw`
    WITH ${numbered(sums, changed)}
    INSERT INTO ${table} AS kept (${key}, count)
    SELECT ${values}, c.count ${JOINED} ORDER BY ${values}
    ON CONFLICT (${key}) DO UPDATE SET count = kept.count + excluded.count`
  const fewer = changed.filter(([, , , count]) => (count ?? 0) < 0)
  if (fewer.length === 0) return
  await tx.$executeRaw`
    WITH ${numbered(sums, fewer)}
    DELETE FROM ${table} WHERE count = 0 AND (${key}) IN (SELECT ${values} ${JOINED})`
}

const JOINED = Prisma.sql`FROM c JOIN p USING (place) JOIN t USING (tick) JOIN s USING (segment)`

/** The batch as four little tables: c numbers, p places, t ticks, s the same ticks read as segments. */
function numbered(sums: Sums, rows: number[][]): Prisma.Sql {
  const numbers = (column: number) => rows.map((row) => (row[column] ?? 0) + (column < 3 ? 1 : 0)).join()
  const list = (column: number) => Prisma.sql`string_to_array(${numbers(column)}, ',')::int[]`
  const places = [...sums.places.values()].map(({ place }) => place)
  const items = sums.ticks.map(({ item }) => item)
  const options = sums.ticks.map(({ option }) => option)
  return Prisma.sql`
    c AS MATERIALIZED (SELECT * FROM unnest(${list(0)}, ${list(1)}, ${list(2)}, ${list(3)}) AS c (place, tick, segment, count)),
    p AS MATERIALIZED (SELECT * FROM unnest(
      ${places.map(({ officeId }) => officeId)}::text[], ${places.map(({ versionId }) => versionId)}::uuid[],
      ${places.map(({ channelId }) => channelId)}::uuid[], ${places.map(({ mode }) => mode)}::text[],
      ${places.map(({ day }) => day)}::date[]) WITH ORDINALITY AS p (office, version, channel, mode, day, place)),
    t AS MATERIALIZED (SELECT * FROM unnest(${items}::text[], ${options}::text[]) WITH ORDINALITY AS t (item, option, tick)),
    s AS (SELECT item, option, tick AS segment FROM t)`
}
