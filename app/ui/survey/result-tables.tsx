/** Results as tables: what is rated with its bars, the other items with their counts. */
import { useTranslation } from "react-i18next"
import type { ResultRow } from "~/domain/survey/results-report"
import { SMALLEST_SHOWN } from "~/domain/statistics/suppression"
import { ScrollRegion } from "~/ui/page/scroll-region"
import { count, percent } from "~/ui/statistics/share-words"

/** Narrower parts of a bar carry no label; the table behind it does. */
const LABELLED_FROM = 0.09

export function ScaleTable({ rows }: { rows: ResultRow[] }) {
  const { t } = useTranslation("survey-results")
  const points = rows.find(({ spread }) => spread.length > 0)?.spread ?? []
  return (
    <>
      <ul className="key" aria-hidden="true">
        {points.map(({ option, name }) => (
          <li key={option}>
            <span style={{ background: `var(--s${option})` }} />
            {name}
          </li>
        ))}
      </ul>
      <ScrollRegion className="table-wrap" label={t("results.satisfaction")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("results.item")}</th>
              <th scope="col" className="number">
                {t("results.n")}
              </th>
              <th scope="col">{t("results.spread")}</th>
              <th scope="col">{t("results.share")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ScaleRow key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <details>
        <summary>{t("results.table")}</summary>
        <SpreadTable rows={rows} heads={points.map(({ name }) => name)} />
      </details>
    </>
  )
}

function ScaleRow({ row }: { row: ResultRow }) {
  const { t } = useTranslation("survey-results")
  const { satisfaction, weight } = row
  const caution = {
    small: t("results.small"),
    hidden: t("results.hidden"),
    none: t("results.nobody"),
    enough: "",
  }
  return (
    <tr className="results-row">
      <th scope="row">
        {row.name}
        {row.question === row.name ? null : <small>{row.question}</small>}
      </th>
      <td className="number">
        {weight === "hidden" ? null : count(row.n)}
        {row.notApplicable >= SMALLEST_SHOWN ? (
          <small>{t("results.na", { count: row.notApplicable })}</small>
        ) : null}
      </td>
      <td>{row.spread.length > 0 ? <Bar row={row} /> : null}</td>
      <td className="nowrap">
        {satisfaction
          ? t("results.interval", {
              percent: percent(satisfaction.value),
              low: percent(satisfaction.low),
              high: percent(satisfaction.high),
            })
          : null}
        {caution[weight] ? <small>{caution[weight]}</small> : null}
      </td>
    </tr>
  )
}

function Bar({ row }: { row: ResultRow }) {
  const said = row.spread.map(({ name, share }) => `${name} ${percent(share)}`).join("、")
  return (
    <div className="spread" role="img" aria-label={said}>
      {row.spread.map(({ option, share }) => (
        <span key={option} className={`p${option}`} style={{ width: `${share * 100}%` }}>
          {share >= LABELLED_FROM ? percent(share) : null}
        </span>
      ))}
    </div>
  )
}

function SpreadTable({ rows, heads }: { rows: ResultRow[]; heads: string[] }) {
  const { t } = useTranslation("survey-results")
  return (
    <ScrollRegion className="table-wrap" label={t("results.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("results.item")}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, spread }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {spread.map((one) => (
                <td key={one.option} className="number">
                  {t("results.count", { count: one.count, percent: percent(one.share) })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** How many chose each option. */
export function Counts({ row, note }: { row: ResultRow; note?: string }) {
  const { t } = useTranslation("survey-results")
  if (row.spread.length === 0) return null
  return (
    <ScrollRegion className="table-wrap" label={row.name}>
      <table>
        <caption>
          {`${row.name}（n=${count(row.n)}）`}
          {note ? <small> {note}</small> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("results.option")}</th>
            <th scope="col" className="number">
              {t("results.times")}
            </th>
            <th scope="col" className="number">
              {t("results.percent")}
            </th>
          </tr>
        </thead>
        <tbody>
          {row.spread.map(({ option, name, count: times, share }) => (
            <tr key={option}>
              <th scope="row">{name}</th>
              <td className="number">{count(times)}</td>
              <td className="number">{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
