/** Why this date: every day from receipt on, counted or not, and why. */
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import type { Deadline, TraceDay } from "~/domain/deadline/count-deadline"

export function DeadlineTrace({ counts }: { counts: Deadline[] }) {
  const { t } = useTranslation("petition-casework")
  const { t: d } = useTranslation("deadline")
  return (
    <details className="trace">
      <summary>{t("deadline.trace")}</summary>
      {counts.map((count, position) => (
        <section key={`${count.receivedOn} ${count.dueOn}`}>
          {position > 0 ? <h3>{t("deadline.extension-trace", { count: position })}</h3> : null}
          <p className="soft">{d(`rules.${count.rule.unit}`, { count: count.rule.count })}</p>
          <ol>
            {count.trace.map((day) => (
              <TraceLine key={day.date} day={day} />
            ))}
          </ol>
        </section>
      ))}
    </details>
  )
}

function TraceLine({ day }: { day: TraceDay }) {
  const { t } = useTranslation("deadline")
  const reason = t(`reasons.${day.reason}`)
  return (
    <li className={day.counted ? "counted" : "soft"}>
      <time dateTime={day.date}>{dateInWords(day.date, "zh-TW")}</time>
      <span>{day.nth === null ? t("notCounted") : t("nth", { nth: day.nth })}</span>
      <span>{day.name ? t("named", { reason, name: day.name }) : reason}</span>
    </li>
  )
}
