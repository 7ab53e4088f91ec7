/** The one way to a number about responses: counts, cross-tabs and the responses behind them, all through one filter. */
import { Prisma } from "#prisma/client/client"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import {
  ANY,
  type CountBy,
  type CrossTab,
  type ResponseFilter,
  type TallyGroup,
} from "~/domain/statistics/response-filter"
import { publishTable, type PublishedTable, SMALLEST_SHOWN } from "~/domain/statistics/suppression"
import { publishOverlapping } from "~/domain/statistics/suppression-overlapping"
import { db } from "../tools/db.server"
import { COUNTS_NOW } from "./tallies/counted-responses.server"
import { countFacts, crossFacts, isOfMonths } from "./tallies/from-facts.server"
import { GROUPS, matches } from "./tallies/filter-sql.server"
import { countAllResponses, countNewResponses, type TallyRun } from "./tallies/worker.server"

/** Counts what came in since the last run. Run it every few seconds; see tallies/worker.server. */
export const updateTallies = (): Promise<TallyRun> => countNewResponses()
/** Counts everything anew: the same rows as the runs before gave. */
export const rebuildTallies = (): Promise<TallyRun> => countAllResponses()

type CountRow = { group: string; item: string; option: string; count: number }

/**
 * How often each option was chosen, per group, in the order of the groups. Whole months come from the tallies at any
 * size; single days are read from the responses, which takes the longer the more there are. `items` limits what is read; without it,
 * all are. With a segment in the filter, groups of fewer than five people are left out: nobody is to be recognised.
 */
export async function countTallies(
  filter: ResponseFilter,
  by: CountBy,
  items?: readonly string[],
): Promise<TallyGroup[]> {
  const rows = isOfMonths(filter, by)
    ? await countMonths(filter, by, items)
    : await countFacts(filter, by, items)
  const groups = groupRows(rows)
  return filter.segment ? groups.filter(({ responses }) => responses >= SMALLEST_SHOWN) : groups
}

function countMonths(
  filter: ResponseFilter,
  by: CountBy,
  items?: readonly string[],
): Promise<CountRow[]> {
  const only = items ? Prisma.sql`AND item = ANY(${[ANY, ...items]}::text[])` : Prisma.empty
  const source = filter.segment
    ? Prisma.sql`(SELECT *, month AS day FROM "PairCount") pairs WHERE segment = ${filter.segment.item}
        AND "segmentOption" = ${filter.segment.option} AND ${matches(filter, "day")}`
    : Prisma.sql`(SELECT *, month AS day FROM "ItemTally") items WHERE ${matches(filter, "day")}`
  const { column, label } = GROUPS[by]
  return db().$queryRaw<CountRow[]>`
    SELECT ${label} AS "group", item, option, sum(count)::int AS count
    FROM (SELECT ${column}, item, option, sum(count) AS count FROM ${source} ${only} GROUP BY 1, 2, 3) summed
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
}

function groupRows(rows: CountRow[]): TallyGroup[] {
  const groups = new Map<string, TallyGroup>()
  for (const { group, item, option, count } of rows) {
    const tally = groups.get(group) ?? { group, responses: 0, items: {} }
    groups.set(group, tally)
    if (item === ANY) tally.responses += count
    else addOption((tally.items[item] ??= { answered: 0, options: {} }), option, count)
  }
  for (const { items } of groups.values())
    for (const counts of Object.values(items)) settleBase(counts)
  return [...groups.values()]
}

function addOption(counts: TallyGroup["items"][string], option: string, count: number): void {
  if (option === ANY) counts.answered += count
  else counts.options[option] = count
}

/** Options of a single choice add up to its base; a multiple choice brought its own. */
function settleBase(counts: TallyGroup["items"][string]): void {
  if (counts.answered > 0) return
  counts.answered = Object.values(counts.options).reduce((sum, count) => sum + count, 0)
}

/**
 * A 基本資料 item against another item. Small counts come hidden (null), together with those that would reveal them;
 * null when nobody answered both, or when the segment is the item.
 */
export async function crossTab(
  filter: ResponseFilter,
  segment: string,
  item: string,
): Promise<CrossTab | null> {
  const rows = isOfMonths(filter, "all")
    ? await crossMonths(filter, segment, item)
    : await crossFacts(filter, segment, item)
  if (rows.length === 0) return null
  const groups = [...new Set(rows.map(({ group }) => group))]
  const columns = [...new Set(rows.map(({ option }) => option))].filter((option) => option !== ANY)
  const count = (group: string, option: string) =>
    rows.find((row) => row.group === group && row.option === option)?.count ?? 0
  const counts = groups.map((group) => columns.map((option) => count(group, option)))
  const isMultiple = rows.some(({ option }) => option === ANY)
  const table = isMultiple
    ? publishOverlapping(
        groups.map((group) => count(group, ANY)),
        counts,
      )
    : publishTable(counts)
  return {
    segment,
    item,
    isMultiple,
    rows: groups,
    columns,
    table: table.ok ? table.value : nothingShown(counts),
  }
}

function crossMonths(filter: ResponseFilter, segment: string, item: string) {
  return db().$queryRaw<{ group: string; option: string; count: number }[]>`
    SELECT "segmentOption" AS "group", option, sum(count)::int AS count
    FROM (SELECT *, month AS day FROM "PairCount") pairs
    WHERE segment = ${segment} AND item = ${item} AND ${matches(filter, "day")}
    GROUP BY 1, 2 ORDER BY 1, 2`
}

function nothingShown(counts: number[][]): PublishedTable {
  const cells = counts.map((row) => row.map(() => null))
  return {
    cells,
    rowTotals: cells.map(() => null),
    columnTotals: (cells[0] ?? []).map(() => null),
    total: null,
  }
}

/** A response behind a number: what was answered, where and when; nothing that says by whom. */
export type CountedResponse = {
  id: bigint
  versionId: string
  channelId: string
  officeId: string
  mode: string
  locale: string
  answeredOn: CalendarDate
  answers: Record<string, string | string[]>
}

/**
 * The counted responses behind a number, oldest first, for drill-downs and exports: `after` is the last id of the page
 * before. `answer` keeps those who chose an option of an item. Read from the facts, so it may be seconds ahead of the counts.
 */
export async function listCountedResponses(
  filter: ResponseFilter & { answer?: { item: string; option?: string } },
  { after = 0n, limit = 500 }: { after?: bigint; limit?: number } = {},
): Promise<CountedResponse[]> {
  return db().$queryRaw<CountedResponse[]>`
    SELECT r.id, r."versionId"::text AS "versionId", r."channelId"::text AS "channelId", r."officeId", r.mode, r.locale,
      r."answeredOn"::text AS "answeredOn", r.answers
    FROM "Response" r
    WHERE r.id > ${after} AND ${matches(filter, "answeredOn")} AND ${COUNTS_NOW}
      AND ${chose(filter.segment)} AND ${chose(filter.answer)}
    ORDER BY r.id LIMIT ${limit}`
}

/** jsonb's ? is true for a text that is the option and for a list that holds it. */
function chose(answer: { item: string; option?: string } | undefined): Prisma.Sql {
  if (!answer) return Prisma.sql`true`
  if (answer.option === undefined) return Prisma.sql`jsonb_exists(r.answers, ${answer.item})`
  return Prisma.sql`jsonb_exists(r.answers -> ${answer.item}, ${answer.option})`
}
