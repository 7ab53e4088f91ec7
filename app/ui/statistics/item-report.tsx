/** The chosen item: its chart, and the findings and plan items that came of it. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { FindingState } from "~/domain/improvement/finding"
import type { TrendLine } from "~/domain/statistics/trend-line"
import type { Period } from "~/domain/statistics/period"
import { usePeriodWords } from "./share-words"
import { TrendChart } from "./trend-chart"

type Props = {
  item: { name: string; question: string }
  line: TrendLine
  findings: { id: string; status: FindingState; period: Period }[]
  /** When work on its plan items began. */
  starts: { period: Period; rocYear: number; number: number }[]
}

export function ItemReport({ item, line, findings, starts }: Props) {
  const { t } = useTranslation("statistics-trends")
  const { t: improvement } = useTranslation("improvement")
  const { long } = usePeriodWords()
  const events = starts.map(({ period, rocYear, number }) => {
    return { period, label: t("event.plan-item", { year: rocYear, number }) }
  })
  return (
    <div>
      <TrendChart
        title={t("chart.title", { item: item.name, unit: t("filter.unit-month") })}
        itemName={item.name}
        question={item.question}
        points={line.points}
        brokenAt={line.brokenAt}
        events={events}
      />
      <section className="item-findings">
        <h3>{t("findings.title")}</h3>
        {findings.length === 0 ? <p className="soft">{t("findings.none")}</p> : null}
        <ul>
          {findings.map(({ id, period, status }) => (
            <li key={id}>
              <Link to={`/staff/findings/${id}`}>
                {t("findings.one", {
                  period: long(period),
                  state: improvement(`findings.states.${status}`),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
