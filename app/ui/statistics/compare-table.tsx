/** Every item of the questionnaire: this period, its difference from the one before, and what that is worth. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { ItemChange } from "~/domain/statistics/trend-report"
import { worstFirst } from "~/domain/statistics/reports/trend"
import { SMALL_SAMPLE } from "~/domain/statistics/sentences"
import { count, percent, points, signedPoints } from "./share-words"

type Props = {
  changes: ItemChange[]
  shown: string
  nameOf: (item: string) => string
  addressOf: (item: string) => string
}

export function CompareTable({ changes, shown, nameOf, addressOf }: Props) {
  const { t } = useTranslation("statistics-trends")
  const compared = changes.filter(({ difference }) => difference !== null).length
  const chosen = changes.find(({ item }) => item === shown)
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{t("compare.title")}</h2>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t("compare.item")}</th>
            <th scope="col">{t("compare.now")}</th>
            <th scope="col">{t("compare.n")}</th>
            <th scope="col">{t("compare.difference")}</th>
            <th scope="col" className="words">
              {t("compare.verdict")}
            </th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(changes).map((change) => (
            <tr key={change.item} aria-current={change.item === shown ? "true" : undefined}>
              <th scope="row">
                <Link to={addressOf(change.item)} preventScrollReset>
                  {nameOf(change.item)}
                </Link>
              </th>
              <td>{change.now ? percent(change.now.count / change.now.n) : ""}</td>
              <td className="soft">{change.now ? count(change.now.n) : ""}</td>
              <td>{change.difference ? signedPoints(change.difference.value) : ""}</td>
              <td className={`words ${change.verdict}`}>{t(`verdict.${change.verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen?.visible ? <Visible visible={chosen.visible} name={nameOf(chosen.item)} /> : null}
      <p className="soft">{t("compare.many", { count: compared })}</p>
      {changes.some(({ now }) => now && now.n < SMALL_SAMPLE) ? (
        <p className="soft">{t("compare.small")}</p>
      ) : null}
    </section>
  )
}

function Visible({ visible, name }: { visible: NonNullable<ItemChange["visible"]>; name: string }) {
  const { t } = useTranslation("statistics-trends")
  const size = (change: number | null) =>
    change === null ? t("compare.not-visible") : points(change)
  return (
    <p className="soft">
      {t("compare.visible", {
        item: name,
        fall: size(visible.fall),
        rise: size(visible.rise),
      })}
    </p>
  )
}
