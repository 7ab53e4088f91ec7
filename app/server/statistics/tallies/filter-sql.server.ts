/** A response filter as SQL: the same conditions over rollups and over the responses themselves. */
import { Prisma } from "#prisma/client/client"
import type { CountBy, ResponseFilter } from "~/domain/statistics/response-filter"

/** What both rollup tables and responses have in common; `day` is the column that holds it. */
export function matches(filter: ResponseFilter, day: "day" | "answeredOn"): Prisma.Sql {
  const column = day === "day" ? Prisma.sql`day` : Prisma.sql`"answeredOn"`
  const conditions = [
    filter.officeIds && Prisma.sql`"officeId" = ANY(${filter.officeIds}::text[])`,
    filter.versionIds && Prisma.sql`"versionId" = ANY(${filter.versionIds}::uuid[])`,
    filter.questionnaireId &&
      Prisma.sql`"versionId" = ANY(ARRAY(
        SELECT v.id FROM "QuestionnaireVersion" v WHERE v."questionnaireId" = ${filter.questionnaireId}::uuid))`,
    filter.channelIds && Prisma.sql`"channelId" = ANY(${filter.channelIds}::uuid[])`,
    filter.modes && Prisma.sql`mode = ANY(${filter.modes}::text[])`,
    filter.from && Prisma.sql`${column} >= ${filter.from}::date`,
    filter.to && Prisma.sql`${column} <= ${filter.to}::date`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ")
}

/** The column that is summed first, and what its value is called: names are made per day, not per row. */
type Grouping = { column: Prisma.Sql; label: Prisma.Sql }

const ROC_YEAR = Prisma.sql`lpad((extract(year FROM day)::int - 1911)::text, 3, '0')`
const perDay = (label: Prisma.Sql): Grouping => ({ column: Prisma.sql`day`, label })
const perKey = (column: Prisma.Sql): Grouping => ({ column, label: Prisma.sql`${column}::text` })

/** What rows are grouped by. Periods are the codes of domain/statistics/period: "115-11", "115-Q4", "115-H2", "115". */
export const GROUPS: Record<CountBy, Grouping> = {
  all: perDay(Prisma.sql`'all'`),
  day: perDay(Prisma.sql`day::text`),
  month: perDay(Prisma.sql`${ROC_YEAR} || to_char(day, '-MM')`),
  quarter: perDay(Prisma.sql`${ROC_YEAR} || to_char(day, '"-Q"Q')`),
  half: perDay(
    Prisma.sql`${ROC_YEAR} || CASE WHEN extract(month FROM day) <= 6 THEN '-H1' ELSE '-H2' END`,
  ),
  year: perDay(ROC_YEAR),
  version: perKey(Prisma.sql`"versionId"`),
  channel: perKey(Prisma.sql`"channelId"`),
  mode: perKey(Prisma.sql`mode`),
  office: perKey(Prisma.sql`"officeId"`),
}
