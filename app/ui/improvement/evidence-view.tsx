/** A finding's frozen evidence: the sentence, the numbers behind it, the line in which it was seen. */
import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Evidence } from "~/domain/improvement/finding"
import {
  count,
  percent,
  points,
  pValue,
  signedPoints,
  useDayWords,
  usePeriodWords,
} from "~/ui/statistics/share-words"
import { TrendChart } from "~/ui/statistics/trend-chart"
import { trendAddress } from "../statistics/trend-address"

type Props = { evidence: Evidence; itemName: string }

export function EvidenceView({ evidence, itemName }: Props) {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const { before, after, difference, filter } = evidence
  return (
    <div>
      <p className="say">
        {t("finding.say", {
          item: itemName,
          before: percent(before.count / before.n),
          after: percent(after.count / after.n),
          points: points(difference.value),
          low: points(difference.interval.high),
          high: points(difference.interval.low),
        })}
      </p>
      <TrendChart
        title={t("finding.chart")}
        itemName={itemName}
        question={evidence.question}
        points={evidence.line}
      />
      <p>
        <Link to={trendAddress(filter)}>{t("finding.seeTrend")}</Link>
      </p>
      <h2>{t("finding.evidence", { day: dayWords(evidence.seenOn) })}</h2>
      <Facts evidence={evidence} />
    </div>
  )
}

function Facts({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation("improvement")
  const { span } = usePeriodWords()
  const { difference, method, design } = evidence
  const counted = ({ periods, count: satisfied, n }: Evidence["before"]) =>
    t("finding.counted", {
      periods: span(periods),
      share: percent(satisfied / n),
      count: count(satisfied),
      n: count(n),
    })
  return (
    <dl className="facts">
      <Fact name={t("finding.question")}>{evidence.question}</Fact>
      <Fact name={t("finding.before")}>{counted(evidence.before)}</Fact>
      <Fact name={t("finding.after")}>{counted(evidence.after)}</Fact>
      <Fact name={t("finding.difference")}>
        {t("finding.differenceWords", {
          points: signedPoints(difference.value),
          low: signedPoints(difference.interval.low),
          high: signedPoints(difference.interval.high),
        })}
      </Fact>
      <Fact name={t("finding.chance")}>
        {t("finding.chanceWords", { p: pValue(evidence.p), adjusted: pValue(evidence.adjustedP) })}
      </Fact>
      <Fact name={t("finding.spread")}>
        {t("finding.spreadWords", { value: evidence.overdispersion.toFixed(2) })}
      </Fact>
      <Fact name={t("finding.method")}>{t("finding.methodWords", method)}</Fact>
      <Fact name={t("finding.sample")}>
        {t(design === "probability" ? "finding.probability" : "finding.selfSelected")}
        {evidence.isTrial ? <small className="block">{t("finding.trial")}</small> : null}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
