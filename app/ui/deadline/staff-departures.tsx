/** The office's closures and openings of a year, and the form that adds one. */
import { Form } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { CLOSURE_KINDS } from "~/domain/deadline/office-calendar"
import type { RefusedForm } from "~/domain/outcome"
import { Choices } from "~/ui/form/choices"
import { TextField } from "~/ui/form/field"
import { HiddenField } from "~/ui/form/summary"
import { Day } from "~/ui/page/dates"
import { ScrollRegion } from "~/ui/page/scroll-region"

export type Departure = { date: CalendarDate; kind: string; reason: string; issuedBy: string }

export function Departures({
  list,
  roc,
  mayEdit,
}: {
  list: Departure[]
  roc: number
  mayEdit: boolean
}) {
  const { t, i18n } = useTranslation("deadline-calendar")
  if (list.length === 0) return <p>{t("departures.empty", { roc })}</p>
  const columns = [
    "date",
    "kind",
    "reason",
    "issuedBy",
    ...(mayEdit ? (["action"] as const) : []),
  ] as const
  return (
    <ScrollRegion label={t("departures.title")}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`departures.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map(({ date, kind, reason, issuedBy }) => (
            <tr key={date}>
              <td className="nowrap">
                <Day on={date} />
              </td>
              <td>{kindInWords(kind)}</td>
              <td>{reason}</td>
              <td>{issuedBy}</td>
              {mayEdit && (
                <td>
                  <Form method="post" action="/staff/calendar/removal">
                    <HiddenField name="date" value={date} />
                    <button
                      className="plain"
                      aria-label={t("departures.removeOf", {
                        date: dateInWords(date, i18n.language),
                      })}
                    >
                      {t("departures.remove")}
                    </button>
                  </Form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )

  function kindInWords(kind: string): string {
    const known = CLOSURE_KINDS.find((one) => one === kind)
    return known ? t(`departures.kinds.${known}`) : ""
  }
}

export function DepartureForm({ refused }: { refused: RefusedForm | null }) {
  const { t } = useTranslation("deadline-calendar")
  const field = { refused, topic: "deadline-calendar", required: true } as const
  const kinds = CLOSURE_KINDS.map((kind) => ({
    value: kind,
    label: t(`departures.kinds.${kind}`),
    hint: t(`departures.kindHints.${kind}`),
  }))
  return (
    <Form method="post" className="sheet">
      <TextField
        {...field}
        {...{ name: "date", type: "date" }}
        label={t("departures.date")}
        hint={t("departures.dateHint")}
      />
      <Choices {...field} name="kind" label={t("departures.kind")} options={kinds} />
      <TextField
        {...field}
        name="reason"
        label={t("departures.reason")}
        hint={t("departures.reasonHint")}
      />
      <TextField
        {...field}
        name="issuedBy"
        label={t("departures.issuedBy")}
        hint={t("departures.issuedByHint")}
      />
      <button>{t("departures.submit")}</button>
    </Form>
  )
}
