/** Counts that the tallies do not keep, because they are kept by month: read from the responses themselves. */
import { ANY, type CountBy, type ResponseFilter } from "~/domain/statistics/response-filter"
import { isCrossed, type TallyPlan, type Tick, ticksOf } from "~/domain/statistics/tally"
import { lastDayOf, periodOf } from "~/domain/statistics/period"
import { db } from "../../tools/db.server"
import { COUNTS_NOW } from "./counted-responses.server"
import { GROUPS, matches } from "./filter-sql.server"
import { planOf, readPlans } from "./plans.server"

const RESPONSES_PER_READ = 5_000

/** Whether the tallies can answer: whole months only, and not day by day. */
export function isOfMonths({ from, to }: ResponseFilter, by: CountBy): boolean {
  if (by === "day") return false
  const beginsWell = !from || from.endsWith("-01")
  return beginsWell && (!to || to === lastDayOf(periodOf(to, "month")))
}

type FactRow = { group: string; item: string; option: string; count: number }
type Fact = { id: bigint; group: string; versionId: string; answers: Record<string, unknown> }

/** The rows that a tally by day would give: `item` and `option` per group, of the segment's people if one is given. */
export async function countFacts(
  filter: ResponseFilter,
  by: CountBy,
  items?: readonly string[],
): Promise<FactRow[]> {
  const { segment } = filter
  return sumUp(filter, by, ({ group }, plan, ticks) => {
    const own = segment && ticks.find((tick) => isSegment(plan, tick) && isSame(tick, segment))
    if (segment && !own) return []
    return ticks
      .filter((tick) => (!own || isCrossed(plan, own, tick)) && isWanted(tick, items))
      .map((tick) => ({ group, ...tick }))
  })
}

/** The rows of a cross-tab: the segment's option as the group. */
export async function crossFacts(
  filter: ResponseFilter,
  segment: string,
  item: string,
): Promise<FactRow[]> {
  return sumUp(filter, "all", (_, plan, ticks) => {
    const own = ticks.find((tick) => isSegment(plan, tick) && tick.item === segment)
    if (!own) return []
    return ticks
      .filter((tick) => tick.item === item && isCrossed(plan, own, tick))
      .map((tick) => ({ group: own.option, ...tick }))
  })
}

const isSegment = (plan: TallyPlan, { item }: Tick): boolean => plan.get(item)?.isSegment === true
const isSame = (one: Tick, other: Tick): boolean =>
  one.item === other.item && one.option === other.option
const isWanted = ({ item }: Tick, items?: readonly string[]): boolean =>
  !items || item === ANY || items.includes(item)

type Rows = (fact: Fact, plan: TallyPlan, ticks: Tick[]) => Omit<FactRow, "count">[]

/** Reads page by page, so that memory does not grow with the range. */
async function sumUp(filter: ResponseFilter, by: CountBy, rowsOf: Rows): Promise<FactRow[]> {
  const sums = new Map<string, FactRow>()
  const plans = new Map<string, TallyPlan>()
  let after = 0n
  for (;;) {
    const facts = await readFacts(filter, by, after)
    await readPlans(db(), plans, facts)
    for (const fact of facts) {
      const plan = planOf(plans, fact)
      for (const row of rowsOf(fact, plan, ticksOf(plan, fact.answers))) {
        const key = JSON.stringify([row.group, row.item, row.option])
        const sum = sums.get(key) ?? { ...row, count: 0 }
        sums.set(key, { ...sum, count: sum.count + 1 })
      }
    }
    after = facts.at(-1)?.id ?? after
    if (facts.length < RESPONSES_PER_READ) break
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function readFacts(filter: ResponseFilter, by: CountBy, after: bigint): Promise<Fact[]> {
  return db().$queryRaw<Fact[]>`
    SELECT id, ${GROUPS[by].label} AS "group", "versionId"::text AS "versionId", answers
    FROM (SELECT r.*, r."answeredOn" AS day FROM "Response" r
      WHERE r.id > ${after} AND ${matches(filter, "answeredOn")} AND ${COUNTS_NOW}
      ORDER BY r.id LIMIT ${RESPONSES_PER_READ}) facts ORDER BY id`
}
