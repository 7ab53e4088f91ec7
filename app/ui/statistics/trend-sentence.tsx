/** The sentence at the head of the report, made to be read aloud; what really changed is underlined. */
import { Trans, useTranslation } from "react-i18next"
import type { ItemChange } from "~/domain/statistics/trend-report"
import type { Period } from "~/domain/statistics/period"
import { count, percent, points, usePeriodWords } from "./share-words"

type Props = {
  /** The item that stands for the whole, first in the sentence. */
  lead: ItemChange
  others: ItemChange[]
  nameOf: (item: string) => string
  period: Period
}

export function TrendSentence({ lead, others, nameOf, period }: Props) {
  const { t } = useTranslation("improvement")
  const changed = others.filter(({ verdict }) => verdict === "worsened" || verdict === "improved")
  const ordered = [...changed].sort(
    (a, b) => (a.difference?.value ?? 0) - (b.difference?.value ?? 0),
  )
  return (
    <p className="say">
      <Lead change={lead} name={nameOf(lead.item)} period={period} />
      {ordered.slice(0, 3).map((change, i) => (
        <span key={change.item}>
          {t(i === 0 && lead.verdict !== change.verdict ? "trends.say.but" : "trends.say.and")}
          <Changed change={change} name={nameOf(change.item)} />
        </span>
      ))}
      {t(changed.length === 0 && others.length > 0 ? "trends.say.restSame" : "trends.say.stop")}
    </p>
  )
}

function Lead({ change, name, period }: { change: ItemChange; name: string; period: Period }) {
  const { t } = useTranslation("improvement")
  const { long } = usePeriodWords()
  const { now, interval, difference, verdict } = change
  if (!now || !interval) return <>{t("trends.say.noValue", { period: long(period), item: name })}</>
  const value = t("trends.say.value", {
    period: long(period),
    item: name,
    share: percent(now.count / now.n),
    low: percent(interval.low),
    high: percent(interval.high),
    n: count(now.n),
  })
  const by = { points: points(difference?.value ?? 0) }
  if (verdict === "worsened") return <>{value + t("trends.say.fell", by)}</>
  if (verdict === "improved") return <>{value + t("trends.say.rose", by)}</>
  return <>{value + t(verdict === "no-change" ? "trends.say.same" : "trends.say.alone")}</>
}

function Changed({ change, name }: { change: ItemChange; name: string }) {
  const { difference, verdict } = change
  if (!difference) return null
  return (
    <Trans
      ns="improvement"
      i18nKey={verdict === "worsened" ? "trends.say.worse" : "trends.say.better"}
      values={{
        item: name,
        before: percent(difference.before.value),
        after: percent(difference.after.value),
      }}
      components={{ item: <em className={verdict} /> }}
    />
  )
}
