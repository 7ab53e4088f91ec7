/** Open petitions whose promised day the calendar of today would count differently. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { DueDateMove } from "~/domain/petition/filing/recount"
import { Day } from "~/ui/page/dates"
import { ScrollRegion } from "~/ui/page/scroll-region"

export function MovedDueDates({ moves }: { moves: DueDateMove[] }) {
  const { t } = useTranslation("deadline-calendar")
  if (moves.length === 0) return null
  return (
    <section className="notice" aria-labelledby="moved">
      <h2 id="moved">{t("moved.title")}</h2>
      <p>
        {t("moved.lead")} {t("moved.count", { count: moves.length })}
      </p>
      <ScrollRegion label={t("moved.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("moved.number")}</th>
              <th scope="col">{t("moved.dueOn")}</th>
              <th scope="col">{t("moved.wouldBe")}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ number, dueOn, wouldBe }) => (
              <tr key={number}>
                <td className="nowrap">
                  <Link to={`/staff/petitions/${number}`}>{number}</Link>
                </td>
                <td className="nowrap">
                  <Day on={dueOn} />
                </td>
                <td className="nowrap">
                  <Day on={wouldBe} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
