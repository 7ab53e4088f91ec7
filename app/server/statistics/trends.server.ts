/** Trends: from the tallies to one series per question, for a page or for the nightly look at everything. */
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { leadingItem } from "~/domain/statistics/reports/report"
import type { TrendAddress } from "~/domain/statistics/reports/trend"
import { compareItems, inQuarters, type ItemSeries } from "~/domain/statistics/trend-report"
import {
  firstDayOf,
  lastDayOf,
  period,
  type Period,
  periodOf,
  shiftPeriod,
} from "~/domain/statistics/period"
import type { Counted } from "~/domain/statistics/interval"
import type { TallyGroup } from "~/domain/statistics/response-filter"
import type { SharePoint } from "~/domain/statistics/series"
import { lineWordingOf, resultOf } from "~/domain/survey/kinds/kinds"
import { findItem, type Item, type Questionnaire } from "~/domain/survey/questionnaire"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import type { Words } from "~/domain/words"
import { today } from "../tools/clock.server"
import { db } from "../tools/db.server"
import { countTallies } from "./tallies.server"

/** A question that has a line: what it is called, and how it was asked. */
export type TrendItem = { key: string; shortName: Words; question: Words }

export type OfficeTrends = {
  officeName: string
  /** The questionnaire's address name; null when the office has none. */
  slug: string | null
  items: TrendItem[]
  series: ItemSeries[]
}

export type TrendWish = {
  officeId: string
  /** The newest month of the lines. */
  until: Period
  mode: string | null
  /** How many months back; by default what a page shows. */
  months?: number
}

const MONTHS_SHOWN = 24

/** The newest period that is over: today's month or quarter is still being answered. */
export const lastWholePeriod = (unit: "month" | "quarter"): Period =>
  shiftPeriod(periodOf(today(), unit), -1)

/**
 * Every question of the office's questionnaire as a series of months, read from the tallies in one query (one more
 * for each change of wording). 不適用 is in no base.
 */
export async function readTrends(wish: TrendWish): Promise<OfficeTrends> {
  const [office, questionnaire] = await Promise.all([
    db().office.findUniqueOrThrow({ where: { id: wish.officeId }, select: { name: true } }),
    findOfficeQuestionnaire(wish.officeId),
  ])
  const newest = questionnaire?.versions.at(-1)
  if (!questionnaire || !newest)
    return { officeName: office.name, slug: null, items: [], series: [] }
  const items = itemsWithLine(newest.content)
  const counted = await Promise.all(
    sameWording(questionnaire.versions, items).map(async (versions) => ({
      versions,
      groups: await countTallies(filterOf(wish, versions), "month"),
    })),
  )
  const series = items.map((item) => ({
    item: item.key,
    points: onePerPeriod(
      counted.flatMap(({ versions, groups }) => pointsOf(item, versions, groups)),
    ),
  }))
  const { slug } = questionnaire
  return { officeName: office.name, slug, items: items.map(trendItem), series }
}

/** What the office's questions are called, by their keys. */
export async function listItemNames(officeId: string): Promise<Record<string, string>> {
  const questionnaire = await findOfficeQuestionnaire(officeId)
  const items = questionnaire?.versions.flatMap(({ content }) => content.items) ?? []
  return Object.fromEntries(items.map(({ key, shortName }) => [key, shortName["zh-TW"]]))
}

/** The trend report of an office: every item judged against the period before, and the lines behind it. */
export async function readTrendReport(officeId: string, { unit, period, mode }: TrendAddress) {
  const until = periodOf(lastDayOf(period), "month")
  const trends = await readTrends({ officeId, until, mode })
  const compared = unit === "quarter" ? inQuarters(trends.series) : trends.series
  const lead = leadingItem(trends.items.map(({ key }) => key))
  return { ...trends, lead, changes: compareItems(compared, period) }
}

type Version = { id: string; content: Questionnaire }

async function findOfficeQuestionnaire(officeId: string) {
  const found = await db().questionnaire.findFirst({
    where: { channels: { some: { officeId } } },
    orderBy: { id: "asc" },
    select: {
      slug: true,
      versions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "asc" },
        select: { id: true, content: true },
      },
    },
  })
  if (!found) return null
  const versions: Version[] = found.versions.map(({ id, content }) => {
    return { id, content: QuestionnaireSchema.parse(content) }
  })
  return { slug: found.slug, versions }
}

/** The items that have a line. A follow-up was asked only of some, so its shares are no line of the office. */
function itemsWithLine(content: Questionnaire): Item[] {
  return content.items.filter((item) => !item.followUp && lineWordingOf(content, item) !== null)
}

const trendItem = ({ key, shortName, words }: Item): TrendItem => {
  return { key, shortName, question: words }
}

/** What must stay the same for two versions to make one line. */
function wordingOf(content: Questionnaire, key: string): string {
  const item = findItem(content, key)
  return (item && lineWordingOf(content, item)) ?? ""
}

/** The versions in runs of one wording, oldest first. */
function sameWording(versions: Version[], items: Item[]): Version[][] {
  const runs = new Map<string, Version[]>()
  for (const version of versions) {
    const wording = items.map(({ key }) => wordingOf(version.content, key)).join("\n")
    runs.set(wording, [...(runs.get(wording) ?? []), version])
  }
  return [...runs.values()]
}

function filterOf(wish: TrendWish, versions: Version[]) {
  const from = shiftPeriod(wish.until, 1 - (wish.months ?? MONTHS_SHOWN))
  return {
    officeIds: [wish.officeId],
    versionIds: versions.map((version) => version.id),
    from: firstDayOf(from),
    to: lastDayOf(wish.until),
    ...(wish.mode === null ? {} : { modes: [wish.mode] }),
  }
}

function pointsOf(item: Item, versions: Version[], groups: TallyGroup[]): SharePoint[] {
  const content = versions[0]?.content
  const scale = content ? wordingOf(content, item.key) : ""
  return groups.map((group) => ({
    period: period(group.group),
    ...satisfiedOf(item, group),
    scale,
  }))
}

/** The satisfied of all who gave a level; 不適用 is in neither. */
function satisfiedOf(item: Item, group: TallyGroup): Counted {
  const result = resultOf(item, group.items[item.key]?.options ?? {}, group.responses)
  if (!result || result.satisfied === null) return { count: 0, n: 0 }
  return { count: result.satisfied, n: result.n }
}

/**
 * How many were satisfied on these days, of those who were asked this very question: what an effect is checked
 * against. Versions that asked it in other words are left out.
 */
export async function countSatisfied(wish: {
  officeId: string
  item: string
  question: string
  span: { from: CalendarDate; to: CalendarDate }
}): Promise<Counted> {
  const questionnaire = await findOfficeQuestionnaire(wish.officeId)
  const versions = (questionnaire?.versions ?? []).filter(
    ({ content }) => findItem(content, wish.item)?.words["zh-TW"] === wish.question,
  )
  const item = versions.map(({ content }) => findItem(content, wish.item)).find(Boolean)
  if (!item) return { count: 0, n: 0 }
  const filter = {
    officeIds: [wish.officeId],
    versionIds: versions.map(({ id }) => id),
    ...wish.span,
  }
  const [all] = await countTallies(filter, "all", [wish.item])
  return all ? satisfiedOf(item, all) : { count: 0, n: 0 }
}

/** Where the wording changed within a period, the newer wording speaks for it; equal wordings are one. */
function onePerPeriod(points: SharePoint[]): SharePoint[] {
  const kept = new Map<Period, SharePoint>()
  for (const point of points.filter(({ n }) => n > 0)) {
    const before = kept.get(point.period)
    const isSame = before?.scale === point.scale
    kept.set(
      point.period,
      before && isSame
        ? { ...point, count: before.count + point.count, n: before.n + point.n }
        : point,
    )
  }
  return [...kept.values()].sort((a, b) => (a.period < b.period ? -1 : 1))
}
