/** Findings as a list to be worked through: what fell, by how much, of how many answers. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { Evidence } from "~/domain/improvement/finding"
import { count, percent, signedPoints, usePeriodWords } from "~/ui/statistics/share-words"

type Row = { id: string; itemName: string; evidence: Evidence; reason: string | null }

export function FindingTable({ findings }: { findings: Row[] }) {
  const { t } = useTranslation("improvement")
  const { t: trends } = useTranslation("statistics-trends")
  const { span } = usePeriodWords()
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("findings.item")}</th>
            <th scope="col">{t("findings.seen")}</th>
            <th scope="col">{t("findings.change")}</th>
            <th scope="col" className="number">
              {trends("compare.difference")}
            </th>
            <th scope="col" className="number">
              {t("findings.answers")}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id, itemName, evidence, reason }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/staff/findings/${id}`}>{itemName}</Link>
                {reason ? <small className="block">{t("finding.reason", { reason })}</small> : null}
              </th>
              <td>{span(evidence.after.periods)}</td>
              <td className="nowrap">
                {t("findings.changeWords", {
                  before: percent(evidence.before.count / evidence.before.n),
                  after: percent(evidence.after.count / evidence.after.n),
                })}
              </td>
              <td className="number">{signedPoints(evidence.difference.value)}</td>
              <td className="number">{count(evidence.after.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
