import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { lineOf } from "~/domain/statistics/trend-line"
import { compareItems, inQuarters, type ItemChange } from "~/domain/statistics/trend-report"
import {
  isPeriod,
  lastDayOf,
  type Period,
  periodOf,
  shiftPeriod,
  unitOf,
} from "~/domain/statistics/period"
import { MODES } from "~/domain/survey/channel"
import { listFindingsOfItem, listPlanStarts } from "~/server/improvement/chain.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { countFlagged } from "~/server/survey/flagged.server"
import { lastWholePeriod, readTrends } from "~/server/statistics/trends.server"
import { StaffPage } from "~/ui/page/staff-page"
import { CompareTable } from "~/ui/statistics/compare-table"
import { ItemReport } from "~/ui/statistics/item-report"
import { usePeriodWords } from "~/ui/statistics/share-words"
import styles from "~/ui/statistics/statistics.css?url"
import { TrendFilter } from "~/ui/statistics/trend-filter"
import { TrendSentence } from "~/ui/statistics/trend-sentence"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The item that stands for the whole; a questionnaire without it is led by its first. */
const OVERALL = "overall"
const PERIODS_OFFERED = { month: 24, quarter: 8 }

export async function loader({ request }: LoaderFunctionArgs) {
  const { officeId } = await requireStaff(request, "trend.view")
  const { unit, period, mode, item: asked } = readAddress(new URL(request.url).searchParams)
  const until = periodOf(lastDayOf(period), "month")
  const trends = await readTrends({ officeId, until, mode })
  const keys = trends.items.map(({ key }) => key)
  const lead = keys.includes(OVERALL) ? OVERALL : (keys[0] ?? "")
  const compared = unit === "quarter" ? inQuarters(trends.series) : trends.series
  const changes = compareItems(compared, period)
  const item = keys.includes(asked) ? asked : (worstOf(changes) ?? lead)
  const series = trends.series.find((one) => one.item === item)
  const [findings, starts, flagged] = await Promise.all([
    listFindingsOfItem(officeId, item),
    listPlanStarts(officeId, item),
    countFlagged(officeId),
  ])
  return {
    title: wordsFor("zh-TW", "improvement")("trends.title"),
    officeName: trends.officeName,
    slug: trends.slug,
    chosen: { item, unit, period, mode },
    periods: offered(unit),
    items: trends.items.map(({ key, shortName, question }) => {
      return { key, name: shortName["zh-TW"], question: question["zh-TW"] }
    }),
    lead,
    changes,
    line: series && series.points.length > 0 ? lineOf(series) : null,
    findings,
    starts,
    flagged,
  }
}

/** What the address asks for; what it does not say, or says wrongly, is the newest whole quarter of everybody. */
function readAddress(params: URLSearchParams) {
  const unit = params.get("unit") === "month" ? "month" : "quarter"
  const asked = params.get("period") ?? ""
  const isOffered = isPeriod(asked) && unitOf(asked) === unit && asked <= lastWholePeriod(unit)
  const period = isOffered ? asked : lastWholePeriod(unit)
  const mode = MODES.find((one) => one === params.get("mode")) ?? null
  return { unit, period, mode, item: params.get("item") ?? "" } as const
}

/** The item that really fell most: what a supervisor should see first. */
function worstOf(changes: ItemChange[]): string | null {
  const fallen = changes.filter(({ verdict }) => verdict === "worsened")
  const [worst] = fallen.sort((a, b) => (a.difference?.value ?? 0) - (b.difference?.value ?? 0))
  return worst?.item ?? null
}

function offered(unit: "month" | "quarter"): Period[] {
  const newest = lastWholePeriod(unit)
  return Array.from({ length: PERIODS_OFFERED[unit] }, (_, back) => shiftPeriod(newest, -back))
}

export default function Trends() {
  const { t } = useTranslation("improvement")
  const { long } = usePeriodWords()
  const { title, officeName, chosen, periods, items, line, flagged } =
    useLoaderData<typeof loader>()
  const mode = chosen.mode ? t(`trends.modes.${chosen.mode}`) : t("trends.filter.allModes")
  const filter = <TrendFilter items={items} periods={periods} chosen={chosen} />
  return (
    <StaffPage
      title={title}
      lead={t("trends.about", { office: officeName, period: long(chosen.period), mode })}
    >
      {flagged > 0 ? (
        <p className="notice">
          {t("trends.flagged", { count: flagged })}{" "}
          <Link to="/staff/surveys/flagged">{t("trends.flagged-link")}</Link>
        </p>
      ) : null}
      {line ? (
        <Report filter={filter} />
      ) : (
        <>
          {filter}
          <h2>{t("trends.empty.title")}</h2>
          <p>{t("trends.empty.body")}</p>
        </>
      )}
    </StaffPage>
  )
}

function Report({ filter }: { filter: ReactNode }) {
  const { t } = useTranslation("improvement")
  const { chosen, slug, items, lead, changes, line, findings, starts } =
    useLoaderData<typeof loader>()
  const nameOf = (key: string) => items.find((one) => one.key === key)?.name ?? key
  const addressOf = (item: string) =>
    `?${new URLSearchParams({ ...chosen, item, mode: chosen.mode ?? "" })}`
  const answersBehind = new URLSearchParams({ period: chosen.period, mode: chosen.mode ?? "" })
  const item = items.find(({ key }) => key === chosen.item)
  const leading = changes.find((change) => change.item === lead)
  return (
    <>
      {leading ? (
        <TrendSentence
          lead={leading}
          others={changes.filter((change) => change.item !== lead)}
          nameOf={nameOf}
          period={chosen.period}
        />
      ) : null}
      <p className="soft design">
        {t("trends.design")}
        {t("trends.definition")}
      </p>
      {filter}
      <div className="report">
        {line && item ? (
          <ItemReport item={item} line={line} findings={findings} starts={starts} />
        ) : null}
        <div>
          <CompareTable
            changes={changes}
            shown={chosen.item}
            nameOf={nameOf}
            addressOf={addressOf}
          />
          <p>
            <Link to={`/staff/surveys/${slug}/results?${answersBehind}`}>
              {t("trends.answers")}
            </Link>
          </p>
        </div>
      </div>
    </>
  )
}
