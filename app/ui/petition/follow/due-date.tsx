/** The promised date, and the day-by-day count that explains it. */
import { useTranslation } from "react-i18next"
import type { DeadlineUnit } from "~/domain/deadline/rule"
import type { TraceDay } from "~/domain/deadline/count-deadline"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { Day } from "~/ui/page/dates"

export type Count = {
  unit: DeadlineUnit
  count: number
  dueOn: CalendarDate
  until: "end-of-day" | "noon"
  days: TraceDay[]
}

/** Each count in its turn: the promise, then every extension from where the one before ended. */
export function DueDateCounts({ counts }: { counts: Count[] }) {
  const { t } = useTranslation("deadline")
  return (
    <details>
      <summary>{t("howCounted")}</summary>
      {counts.map((count, position) => (
        <OneCount key={count.dueOn} count={count} isExtension={position > 0} />
      ))}
    </details>
  )
}

function OneCount({ count, isExtension }: { count: Count; isExtension: boolean }) {
  const { t, i18n } = useTranslation("deadline")
  const date = dateInWords(count.dueOn, i18n.language)
  const rule = isExtension
    ? t("extended", { count: count.count })
    : t(`rules.${count.unit}`, { count: count.count })
  return (
    <table className="count">
      <caption className="sr">{t("howCounted")}</caption>
      <thead>
        <tr>
          <td colSpan={3}>
            {rule} {t("promised")} {count.until === "noon" ? t("untilNoon", { date }) : date}
          </td>
        </tr>
        <tr>
          <th scope="col">{t("columns.date")}</th>
          <th scope="col">{t("columns.count")}</th>
          <th scope="col">{t("columns.why")}</th>
        </tr>
      </thead>
      <tbody>
        {count.days.map((day) => (
          <CountedDay key={day.date} day={day} isLast={day.date === count.dueOn} />
        ))}
      </tbody>
    </table>
  )
}

function CountedDay({ day, isLast }: { day: TraceDay; isLast: boolean }) {
  const { t } = useTranslation("deadline")
  const reason = t(`reasons.${day.reason}`)
  return (
    <tr className={isLast ? "on" : day.counted ? undefined : "off"}>
      <td>
        <Day on={day.date} />
      </td>
      <td>{day.nth === null ? t("notCounted") : t("nth", { nth: day.nth })}</td>
      <td>{day.name ? t("named", { reason, name: day.name }) : reason}</td>
    </tr>
  )
}
