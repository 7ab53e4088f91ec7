/** The table behind a chart: every number that was drawn, newest first. */
import { useTranslation } from "react-i18next"
import type { LinePoint } from "~/domain/statistics/trend-line"
import { ScrollRegion } from "../page/scroll-region"
import { count, percent, usePeriodWords } from "./share-words"

export function TrendTable({ points, caption }: { points: LinePoint[]; caption: string }) {
  const { t } = useTranslation("statistics-trends")
  return (
    <ScrollRegion className="scroll" label={caption}>
      <table className="numbers">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.period")}</th>
            <th scope="col">{t("table.n")}</th>
            <th scope="col">{t("table.satisfied")}</th>
            <th scope="col">{t("table.share")}</th>
            <th scope="col">{t("table.interval")}</th>
            <th scope="col">{t("table.limits")}</th>
            <th scope="col" className="words">
              {t("table.signal")}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <Row key={point.period} point={point} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({ point }: { point: LinePoint }) {
  const { t } = useTranslation("statistics-trends")
  const { long } = usePeriodWords()
  const range = (ends: { low: number; high: number } | null) =>
    ends ? t("table.range", { low: percent(ends.low), high: percent(ends.high) }) : ""
  const signals = point.signals.map(({ rule, side }) => t(`signals.${rule}`) + t(`side.${side}`))
  return (
    <tr className={signals.length > 0 ? "special" : undefined}>
      <th scope="row">{long(point.period)}</th>
      <td>{point.counted ? count(point.counted.n) : t("table.too-few")}</td>
      <td>{point.counted ? count(point.counted.count) : ""}</td>
      <td>{point.share === null ? "" : percent(point.share)}</td>
      <td>{range(point.interval)}</td>
      <td>{range(point.limits)}</td>
      <td className="words">{signals.join("、")}</td>
    </tr>
  )
}
