/** A year on one page: twelve months, each day marked by what it is for this office, never by colour alone. */
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import type { DayStatus } from "~/domain/deadline/office-calendar"
import type { MonthDay, MonthView } from "~/domain/deadline/year-view"

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const
const LEGEND = {
  working: "",
  off: "day-off",
  closed: "day-closed",
  partial: "day-partial",
  open: "day-open",
} as const
const LEGEND_NAMES = ["working", "off", "closed", "partial", "open"] as const

export function YearView({ months, today }: { months: MonthView[]; today: CalendarDate }) {
  const { t } = useTranslation("deadline-calendar")
  return (
    <>
      <ul className="legend">
        {LEGEND_NAMES.map((name) => (
          <li key={name} className={LEGEND[name]}>
            {t(`legend.${name}`)}
          </li>
        ))}
      </ul>
      <div className="months">
        {months.map((view) => (
          <Month key={view.month} view={view} today={today} />
        ))}
      </div>
    </>
  )
}

function Month({ view, today }: { view: MonthView; today: CalendarDate }) {
  const { t } = useTranslation("deadline-calendar")
  return (
    <table className="month">
      <caption>
        {t("month", { month: Number(view.month.slice(5)) })}
        <small>{t("workingDays", { count: view.workingDays })}</small>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.weeks.map((week, position) => (
          <tr key={position}>
            {week.map((day, weekday) =>
              day ? <DayCell key={weekday} day={day} today={today} /> : <td key={weekday} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, today }: { day: MonthDay; today: CalendarDate }) {
  const { t } = useTranslation("deadline")
  const { date, status } = day
  const reason = status && t(`reasons.${status.reason}`)
  const title =
    status && reason && (status.name ? t("named", { reason, name: status.name }) : reason)
  const classes = [
    classOf(status),
    status?.name ? "day-named" : "",
    date === today ? "day-today" : "",
  ]
  return (
    <td className={classes.filter(Boolean).join(" ") || undefined} title={title ?? undefined}>
      <time dateTime={date}>{Number(date.slice(8))}</time>
      {status && !status.isWorkingDay ? <span className="sr">{title}</span> : null}
    </td>
  )
}

function classOf(status: DayStatus | null): string {
  if (!status) return "day-unknown"
  if (status.reason === "closed") return "day-closed"
  if (status.reason === "closed-afternoon") return "day-partial"
  if (status.reason === "make-up-day" || status.reason === "extra-opening") return "day-open"
  return status.isWorkingDay ? "" : "day-off"
}
