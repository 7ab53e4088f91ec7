/** 作業時程管制表: items, their work, and twelve months with planned bars above what was really done. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { ScrollRegion } from "~/ui/page/scroll-region"
import { MONTHS } from "~/domain/improvement/plan"

export type ScheduledItem = {
  number: number
  title: string
  owner: string
  findingId: string | null
  workRows: { id: string; work: string; plannedMonths: number[]; actualMonths: number[] }[]
}

type Props = {
  planId: string
  rocYear: number
  title: string
  note: string | null
  items: ScheduledItem[]
}

export function ScheduleTable({ planId, rocYear, title, note, items }: Props) {
  const { t } = useTranslation("improvement")
  const rows = items.reduce((sum, item) => sum + item.workRows.length, 0)
  return (
    <section className="schedule">
      <h2 id="schedule-title">{title}</h2>
      <p className="soft">
        {t("plan.counts", { items: items.length, rows })} {t("plan.legend")}
      </p>
      {note ? <p className="notice">{note}</p> : null}
      <ScrollRegion label={title}>
        <table aria-labelledby="schedule-title">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("plan.number")}
              </th>
              <th scope="col" rowSpan={2}>
                {t("plan.item")}
              </th>
              <th scope="col" rowSpan={2}>
                {t("plan.work")}
              </th>
              <th scope="colgroup" colSpan={12} className="year">
                {t("plan.months", { year: rocYear })}
              </th>
            </tr>
            <tr>
              {MONTHS.map((month) => (
                <th key={month} scope="col" className="month">
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          {items.map((item) => (
            <Item key={item.number} planId={planId} item={item} />
          ))}
        </table>
      </ScrollRegion>
    </section>
  )
}

function Item({ planId, item }: { planId: string; item: ScheduledItem }) {
  const { t } = useTranslation("improvement")
  const height = Math.max(1, item.workRows.length)
  return (
    <tbody>
      {item.workRows.map((row, i) => (
        <tr key={row.id}>
          {i === 0 ? (
            <>
              <td rowSpan={height} className="number">
                {item.number}
              </td>
              <th scope="rowgroup" rowSpan={height}>
                <Link to={`/staff/plans/${planId}/items/${item.number}`}>{item.title}</Link>
                <small className="block">{item.owner}</small>
                {item.findingId ? (
                  <Link className="chip" to={`/staff/findings/${item.findingId}`}>
                    {t("plan.fromFinding")}
                  </Link>
                ) : null}
              </th>
            </>
          ) : null}
          <td className="work">{row.work}</td>
          {MONTHS.map((month) => (
            <Month
              key={month}
              month={month}
              isPlanned={row.plannedMonths.includes(month)}
              isDone={row.actualMonths.includes(month)}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

type MonthProps = { month: number; isPlanned: boolean; isDone: boolean }

/** A bar above, a dot below: told apart by shape and place, so that black-and-white paper shows both. */
function Month({ month, isPlanned, isDone }: MonthProps) {
  const { t } = useTranslation("improvement")
  return (
    <td className="month">
      {isPlanned ? (
        <span className="planned">
          <span className="sr">{t("plan.plannedMark", { month })}</span>
        </span>
      ) : null}
      {isDone ? (
        <span className="done">
          <span className="sr">{t("plan.actualMark", { month })}</span>
        </span>
      ) : null}
    </td>
  )
}
