/** The work of one item: planned months in words, and a form for each row to note the months in which it was done. */
import { Form } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { MONTHS } from "~/domain/improvement/plan"
import { HiddenField } from "~/ui/form/summary"
import { Months } from "./item-fields"

type WorkRow = { id: string; work: string; plannedMonths: number[]; actualMonths: number[] }
type Props = { rows: WorkRow[]; begun: number[]; mayNote: boolean; isDraft: boolean }

export function WorkProgress({ rows, begun, mayNote, isDraft }: Props) {
  const { t } = useTranslation("improvement")
  const monthWords = (months: number[]) => months.map((month) => t("month", { month })).join("、")
  const closed = MONTHS.filter((month) => !begun.includes(month))
  return (
    <section aria-labelledby="work-title">
      <h2 id="work-title">{t("item.work")}</h2>
      {isDraft ? <p className="soft">{t("item.draft")}</p> : null}
      {!isDraft && closed.length > 0 ? <p className="soft">{t("item.future")}</p> : null}
      {rows.map((row) => (
        <div key={row.id} className="work-row">
          <h3>{row.work}</h3>
          <p className="soft">
            {row.plannedMonths.length === 0
              ? t("item.noPlanned")
              : t("item.plannedMonths", { months: monthWords(row.plannedMonths) })}
          </p>
          {mayNote && begun.length > 0 ? (
            <Form method="post" key={row.actualMonths.join()}>
              <HiddenField name="workRowId" value={row.id} />
              <Months
                name="actualMonths"
                legend={t("item.actual")}
                chosen={row.actualMonths}
                closed={closed}
              />
              <button className="quiet" aria-label={`${t("item.save")}：${row.work}`}>
                {t("item.save")}
              </button>
            </Form>
          ) : null}
        </div>
      ))}
    </section>
  )
}
