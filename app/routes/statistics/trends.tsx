/** The trend sheet: what changed from one period to the next, the line of an item, and the findings on it. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { lineOf } from "~/domain/statistics/trend-line"
import { type Period, shiftPeriod } from "~/domain/statistics/period"
import {
  readTrendAddress,
  trendSentences,
  type TrendUnit,
  worstItem,
} from "~/domain/statistics/reports/trend"
import { MODES } from "~/domain/survey/channel"
import { listFindingsOfItem, listPlanStarts } from "~/server/improvement/chain.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { countFlagged } from "~/server/survey/flagged.server"
import { lastWholePeriod, readTrendReport } from "~/server/statistics/trends.server"
import { StaffPage } from "~/ui/page/staff-page"
import { CompareTable } from "~/ui/statistics/compare-table"
import { ReportFile } from "~/ui/statistics/report-file"
import { Spoken } from "~/ui/statistics/spoken"
import { ItemReport } from "~/ui/statistics/item-report"
import { usePeriodWords } from "~/ui/statistics/share-words"
import styles from "~/ui/statistics/statistics.css?url"
import { TrendFilter } from "~/ui/statistics/trend-filter"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const PERIODS_OFFERED = { month: 24, quarter: 8 }

export async function loader({ request }: LoaderFunctionArgs) {
  const { officeId } = await requireStaff(request, "trend.view")
  const asked = readTrendAddress(new URL(request.url).searchParams, MODES, lastWholePeriod)
  const { items, series, changes, lead, officeName, slug } = await readTrendReport(officeId, asked)
  const isThere = items.some(({ key }) => key === asked.item)
  const item = isThere ? asked.item : (worstItem(changes) ?? lead)
  const line = series.find((one) => one.item === item)
  const [findings, starts, flagged] = await Promise.all([
    listFindingsOfItem(officeId, item),
    listPlanStarts(officeId, item),
    countFlagged(officeId),
  ])
  return {
    title: wordsFor("zh-TW", "statistics-trends")("title"),
    officeName,
    slug,
    chosen: { ...asked, item },
    periods: offered(asked.unit),
    items: items.map(({ key, shortName, question }) => {
      return { key, name: shortName["zh-TW"], question: question["zh-TW"] }
    }),
    lead,
    changes,
    line: line && line.points.length > 0 ? lineOf(line) : null,
    findings,
    starts,
    flagged,
  }
}

function offered(unit: TrendUnit): Period[] {
  const newest = lastWholePeriod(unit)
  return Array.from({ length: PERIODS_OFFERED[unit] }, (_, back) => shiftPeriod(newest, -back))
}

export default function Trends() {
  const { t } = useTranslation("statistics-trends")
  const { long } = usePeriodWords()
  const { title, officeName, chosen, periods, items, line, flagged } =
    useLoaderData<typeof loader>()
  const mode = chosen.mode ? t(`modes.${chosen.mode}`) : t("filter.all-modes")
  const filter = <TrendFilter items={items} periods={periods} chosen={chosen} />
  return (
    <StaffPage
      title={title}
      lead={t("about", { office: officeName, period: long(chosen.period), mode })}
    >
      {flagged > 0 ? (
        <p className="notice">
          {t("flagged", { count: flagged })}{" "}
          <Link to="/staff/surveys/flagged">{t("flagged-link")}</Link>
        </p>
      ) : null}
      {line ? (
        <Report filter={filter} />
      ) : (
        <>
          {filter}
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.body")}</p>
        </>
      )}
    </StaffPage>
  )
}

function Report({ filter }: { filter: ReactNode }) {
  const { t } = useTranslation("statistics-trends")
  const { chosen, slug, items, lead, changes, line, findings, starts } =
    useLoaderData<typeof loader>()
  const nameOf = (key: string) => items.find((one) => one.key === key)?.name ?? key
  const addressOf = (item: string) =>
    `?${new URLSearchParams({ ...chosen, item, mode: chosen.mode ?? "" })}`
  const { unit, period } = chosen
  const answersBehind = new URLSearchParams({ period, mode: chosen.mode ?? "" })
  const shown = new URLSearchParams({ unit, period, mode: chosen.mode ?? "" })
  const item = items.find(({ key }) => key === chosen.item)
  const { long } = usePeriodWords()
  const sentences = trendSentences(changes, lead, { period: long(chosen.period), nameOf })
  return (
    <>
      <Spoken sentences={sentences} definition={t("definition")} />
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
            <Link to={`/staff/surveys/${slug}/results?${answersBehind}`}>{t("answers")}</Link>
          </p>
          <ReportFile report="trends" filter={shown} />
        </div>
      </div>
    </>
  )
}
