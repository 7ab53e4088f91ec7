/** The chain of an item: the finding it answers, what it promised, and whether it worked. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { Evidence } from "~/domain/improvement/finding"
import type { Target } from "~/domain/improvement/target"
import { count, percent, points, useDayWords, usePeriodWords } from "~/ui/statistics/share-words"
import { type EffectShown, EffectView } from "./effect-view"
import { trendAddress } from "../statistics/trend-address"

const wholePercent = (share: number) => `${Math.round(share * 100)}%`

type Props = {
  finding: { id: string; evidence: Evidence }
  itemName: string
  target: Target
  isLocked: boolean
  check: EffectShown | null
}

export function ChainView({ finding, itemName, target, isLocked, check }: Props) {
  const { t } = useTranslation("improvement")
  const { span } = usePeriodWords()
  const { before, after, difference, filter } = finding.evidence
  return (
    <div className="chain">
      <section>
        <h2>{t("item.why")}</h2>
        <p>
          {t("item.seen", {
            periods: span(after.periods),
            item: itemName,
            before: percent(before.count / before.n),
            after: percent(after.count / after.n),
            points: points(difference.value),
          })}
        </p>
        <p className="row">
          <Link to={`/staff/findings/${finding.id}`}>{t("item.toFinding")}</Link>
          <Link to={trendAddress(filter)}>{t("item.toTrend")}</Link>
        </p>
      </section>
      <PromiseView target={target} itemName={itemName} isLocked={isLocked} />
      {check ? <EffectView check={check} target={target} /> : null}
    </div>
  )
}

function PromiseView({
  target,
  itemName,
  isLocked,
}: Pick<Props, "target" | "itemName" | "isLocked">) {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const { baseline, window, test } = target
  const days = ({ from, to }: { from: string; to: string }) =>
    t("item.windowWords", { from: dayWords(from), to: dayWords(to) })
  return (
    <section>
      <h2>
        {t("item.promise")}{" "}
        <span className="chip">{t(isLocked ? "item.locked" : "item.notLocked")}</span>
      </h2>
      <dl className="facts">
        <dt>{t("item.metric")}</dt>
        <dd>{t("item.metricWords", { item: itemName })}</dd>
        <dt>{t("item.threshold")}</dt>
        <dd>{t("item.thresholdWords", { points: points(target.minimumChange) })}</dd>
        <dt>{t("item.baseline")}</dt>
        <dd>
          {t("finding.counted", {
            periods: days(baseline.span),
            share: percent(baseline.count / baseline.n),
            count: count(baseline.count),
            n: count(baseline.n),
          })}
        </dd>
        <dt>{t("item.window")}</dt>
        <dd>{days(window)}</dd>
        <dt>{t("item.test")}</dt>
        <dd>
          {t("item.testWords", {
            version: test.version,
            level: wholePercent(test.level),
            power: wholePercent(test.power),
          })}
        </dd>
      </dl>
    </section>
  )
}
