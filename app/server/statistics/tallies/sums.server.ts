/** Sums of ticks in memory, and their way into the rollup tables. */
import { Prisma } from "#prisma/client/client"
import {
  isCrossed,
  segmentTicksOf,
  type TallyPlan,
  type Tick,
  ticksOf,
} from "~/domain/statistics/tally"
import type { Transaction } from "../../tools/db.server"
import type { ChangedResponse } from "./counted-responses.server"

/** One batch: places (office, version, channel, mode, month) and ticks are numbered, so that a sum is three numbers. */
export type Sums = {
  places: Map<
    string,
    { number: number; place: Place; items: Map<number, number>; pairs: Map<number, number> }
  >
  ticks: Tick[]
  tickNumbers: Map<string, Map<string, number>>
  size: number
}
type Place = Omit<ChangedResponse, "answers" | "delta" | "day"> & { month: string }

/** Pairs are one number: segment × this + item. More different options than this do not exist in a batch. */
const MOST_TICKS = 1_000_000

export const noSums = (): Sums => ({
  places: new Map(),
  ticks: [],
  tickNumbers: new Map(),
  size: 0,
})

/** Adds what a response says, or takes it away when its delta is −1. */
export function addResponse(sums: Sums, plan: TallyPlan, response: ChangedResponse): void {
  const { answers, delta, day, ...place } = response
  const at = placeOf(sums, { ...place, month: monthOfDay(day) })
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

/** The first day of the month, by which sums are kept. */
export const monthOfDay = (day: string): string => `${day.slice(0, 7)}-01`

function readAnswers(text: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
}

function placeOf(sums: Sums, place: Place) {
  const key = `${place.officeId}|${place.versionId}|${place.channelId}|${place.mode}|${place.month}`
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

/** A rollup table: its key, where the key comes from in a batch, and the empty copy that a rebuild fills. */
export type Rollup = {
  table: Prisma.Sql
  fresh: Prisma.Sql
  key: Prisma.Sql
  values: Prisma.Sql
  joined: Prisma.Sql
}

const JOINED = Prisma.sql`FROM c JOIN p USING (place) JOIN t USING (tick)`
const ITEMS: Rollup = {
  table: Prisma.sql`"ItemTally"`,
  fresh: Prisma.sql`fresh_item_tally`,
  key: Prisma.sql`"officeId", "versionId", item, month, "channelId", mode, option`,
  values: Prisma.sql`p.office, p.version, t.item, p.month, p.channel, p.mode, t.option`,
  joined: JOINED,
}
const PAIRS: Rollup = {
  table: Prisma.sql`"PairTally"`,
  fresh: Prisma.sql`fresh_pair_tally`,
  key: Prisma.sql`place, segment, tick, month`,
  values: Prisma.sql`np.id, ns.id, nt.id, p.month`,
  joined: Prisma.sql`${JOINED} JOIN s USING (segment)
    JOIN "TallyPlace" np ON np."officeId" = p.office AND np."versionId" = p.version
      AND np."channelId" = p.channel AND np.mode = p.mode
    JOIN "TallyTick" nt ON nt.item = t.item AND nt.option = t.option
    JOIN "TallyTick" ns ON ns.item = s.item AND ns.option = s.option`,
}
export const ROLLUPS = [ITEMS, PAIRS] as const

/** Numbers for places and ticks that have none; never in vain, or runs every two seconds would use the numbers up. */
async function numberNames(tx: Transaction, sums: Sums): Promise<void> {
  await tx.$executeRaw`
    WITH ${numbered(sums, [])}
    INSERT INTO "TallyPlace" ("officeId", "versionId", "channelId", mode)
    SELECT DISTINCT office, version, channel, mode FROM p WHERE NOT EXISTS (
      SELECT 1 FROM "TallyPlace" n WHERE n."officeId" = office AND n."versionId" = version
        AND n."channelId" = channel AND n.mode = p.mode)`
  await tx.$executeRaw`
    WITH ${numbered(sums, [])}
    INSERT INTO "TallyTick" (item, option)
    SELECT item, option FROM t WHERE NOT EXISTS (
      SELECT 1 FROM "TallyTick" n WHERE n.item = t.item AND n.option = t.option)`
}

/** Adds the batch to the rollups; rows that reach 0 go. */
export async function addToRollups(tx: Transaction, sums: Sums): Promise<void> {
  await numberNames(tx, sums)
  for (const rollup of ROLLUPS) {
    const { table, key, values, joined } = rollup
    const rows = rowsOf(sums, rollup)
    if (rows.length === 0) continue
    await tx.$executeRaw`
      WITH ${numbered(sums, rows)}
      INSERT INTO ${table} AS kept (${key}, count)
      SELECT ${values}, c.count ${joined} ORDER BY c.segment, c.tick, c.place
      ON CONFLICT (${key}) DO UPDATE SET count = kept.count + excluded.count`
    const fewer = rows.filter(({ count }) => count < 0)
    if (fewer.length === 0) continue
    await tx.$executeRaw`
      WITH ${numbered(sums, fewer)}
      DELETE FROM ${table} WHERE count = 0 AND (${key}) IN (SELECT ${values} ${joined})`
  }
}

/** Puts the batch into the copies of a rebuild. No key may come in two batches. */
export async function addToFresh(tx: Transaction, sums: Sums): Promise<void> {
  await numberNames(tx, sums)
  for (const rollup of ROLLUPS) {
    const rows = rowsOf(sums, rollup)
    if (rows.length === 0) continue
    await tx.$executeRaw`
      WITH ${numbered(sums, rows)}
      INSERT INTO ${rollup.fresh} (${rollup.key}, count) SELECT ${rollup.values}, c.count ${rollup.joined}`
  }
}

type Row = { place: number; tick: number; segment: number; count: number }

function rowsOf(sums: Sums, rollup: Rollup): Row[] {
  const rows: Row[] = []
  for (const { number: place, items, pairs } of sums.places.values()) {
    for (const [key, count] of rollup === ITEMS ? items : pairs) {
      const segment = Math.floor(key / MOST_TICKS)
      if (count !== 0) rows.push({ place, tick: key % MOST_TICKS, segment, count })
    }
  }
  return rows
}

/** The batch as four little tables: c numbers, p places, t ticks, s the same ticks read as segments. */
function numbered(sums: Sums, rows: Row[]): Prisma.Sql {
  const list = (pick: (row: Row) => number) =>
    Prisma.sql`string_to_array(${rows.map(pick).join()}, ',')::int[]`
  const places = [...sums.places.values()].map(({ place }) => place)
  const items = sums.ticks.map(({ item }) => item)
  const options = sums.ticks.map(({ option }) => option)
  return Prisma.sql`
    c AS MATERIALIZED (SELECT * FROM unnest(
      ${list(({ place }) => place + 1)}, ${list(({ tick }) => tick + 1)}, ${list(({ segment }) => segment + 1)},
      ${list(({ count }) => count)}) AS c (place, tick, segment, count)),
    p AS MATERIALIZED (SELECT * FROM unnest(
      ${places.map(({ officeId }) => officeId)}::text[], ${places.map(({ versionId }) => versionId)}::uuid[],
      ${places.map(({ channelId }) => channelId)}::uuid[], ${places.map(({ mode }) => mode)}::text[],
      ${places.map(({ month }) => month)}::date[]) WITH ORDINALITY AS p (office, version, channel, mode, month, place)),
    t AS MATERIALIZED (SELECT * FROM unnest(${items}::text[], ${options}::text[]) WITH ORDINALITY AS t (item, option, tick)),
    s AS (SELECT item, option, tick AS segment FROM t)`
}
