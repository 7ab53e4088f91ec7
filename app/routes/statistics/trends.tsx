import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { lineOf } from "~/domain/improvement/trend-line"
import { compareItems, inQuarters } from "~/domain/improvement/trend-report"
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
import { wordsFor } from "~/server/locale.server"
import { requireStaff } from "~/server/session.server"
import { lastWholePeriod, readTrends } from "~/server/trends.server"
import { StaffPage } from "~/ui/page/staff-page"
import { CompareTable } from "~/ui/statistics/compare-table"
import { usePeriodWords } from "~/ui/statistics/share-words"
import styles from "~/ui/statistics/statistics.css?url"
import { TrendChart } from "~/ui/statistics/trend-chart"
import { TrendFilter } from "~/ui/statistics/trend-filter"
import { TrendSentence } from "~/ui/statistics/trend-sentence"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The item that stands for the whole; a questionnaire without it is led by its first. */
const OVERALL = "overall"
const PERIODS_OFFERED = { month: 24, quarter: 8 }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "trend.view")
  const asked = readAddress(new URL(request.url).searchParams)
  const until = periodOf(lastDayOf(asked.period), "month")
  const trends = await readTrends({ officeId: staff.officeId, until, mode: asked.mode })
  const keys = trends.items.map(({ key }) => key)
  const lead = keys.includes(OVERALL) ? OVERALL : (keys[0] ?? "")
  const compared = asked.unit === "quarter" ? inQuarters(trends.series) : trends.series
  const changes = compareItems(compared, asked.period)
  const worst = [...changes].sort(
    (a, b) => (a.difference?.value ?? 0) - (b.difference?.value ?? 0),
  )[0]
  const item = keys.includes(asked.item)
    ? asked.item
    : worst?.verdict === "worsened"
      ? worst.item
      : lead
  const series = trends.series.find((one) => one.item === item)
  const [findings, starts] = await Promise.all([
    listFindingsOfItem(staff.officeId, item),
    listPlanStarts(staff.officeId, item),
  ])
  const { title, period, unit, mode } = {
    title: wordsFor("zh-TW", "improvement")("trends.title"),
    ...asked,
  }
  const items = trends.items.map(({ key, shortName, question }) => {
    return { key, name: shortName["zh-TW"], question: question["zh-TW"] }
  })
  return {
    title,
    chosen: { item, unit, period, mode },
    periods: offered(unit),
    items,
    lead,
    changes,
    line: series && series.points.length > 0 ? lineOf(series) : null,
    findings,
    starts,
  }
}

/** What the address asks for; what it does not say, or says wrongly, is the newest whole quarter of everybody. */
function readAddress(params: URLSearchParams) {
  const unit = params.get("unit") === "month" ? "month" : "quarter"
  const asked = params.get("period") ?? ""
  const period = isPeriod(asked) && unitOf(asked) === unit ? asked : lastWholePeriod(unit)
  const mode = MODES.find((one) => one === params.get("mode")) ?? null
  return { unit, period, mode, item: params.get("item") ?? "" } as const
}

function offered(unit: "month" | "quarter"): Period[] {
  const newest = lastWholePeriod(unit)
  return Array.from({ length: PERIODS_OFFERED[unit] }, (_, back) => shiftPeriod(newest, -back))
}

export default function Trends() {
  const { t } = useTranslation("improvement")
  const { title, chosen, periods, items, lead, changes, line } = useLoaderData<typeof loader>()
  const nameOf = (item: string) => items.find(({ key }) => key === item)?.name ?? item
  const addressOf = (item: string) =>
    `?${new URLSearchParams({ item, unit: chosen.unit, period: chosen.period, mode: chosen.mode ?? "" })}`
  const leading = changes.find(({ item }) => item === lead)
  if (!leading || !line) {
    return (
      <StaffPage title={title}>
        <TrendFilter items={items} periods={periods} chosen={chosen} />
        <h2>{t("trends.empty.title")}</h2>
        <p>{t("trends.empty.body")}</p>
      </StaffPage>
    )
  }
  return (
    <StaffPage title={title}>
      <TrendSentence
        lead={leading}
        others={changes.filter(({ item }) => item !== lead)}
        nameOf={nameOf}
        period={chosen.period}
      />
      <p className="soft design">
        {t("trends.design")}
        {t("trends.definition")}
      </p>
      <TrendFilter items={items} periods={periods} chosen={chosen} />
      <div className="report">
        <ChosenItem />
        <CompareTable changes={changes} shown={chosen.item} nameOf={nameOf} addressOf={addressOf} />
      </div>
    </StaffPage>
  )
}

function ChosenItem() {
  const { t } = useTranslation("improvement")
  const { long } = usePeriodWords()
  const { chosen, items, line, findings, starts } = useLoaderData<typeof loader>()
  const item = items.find(({ key }) => key === chosen.item)
  if (!line || !item) return null
  const events = starts.map(({ period, rocYear, number }) => {
    return { period, label: t("trends.event.planItem", { year: rocYear, number }) }
  })
  return (
    <div>
      <TrendChart
        title={t("trends.chart.title", { item: item.name, unit: t("trends.filter.unitMonth") })}
        itemName={item.name}
        question={item.question}
        points={line.points}
        brokenAt={line.brokenAt}
        events={events}
      />
      <section className="item-findings">
        <h3>{t("trends.findings.title")}</h3>
        {findings.length === 0 ? <p className="soft">{t("trends.findings.none")}</p> : null}
        <ul>
          {findings.map(({ id, period, status }) => (
            <li key={id}>
              <Link to={`/staff/findings/${id}`}>
                {t("trends.findings.one", {
                  period: long(period),
                  state: t(`findings.states.${status}`),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
