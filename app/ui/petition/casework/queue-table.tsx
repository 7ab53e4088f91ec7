/** The queue: one case a line, the most urgent first. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import type { Status } from "~/domain/petition/petition"
import { DeadlineChip, type Due } from "./deadline-chip"
import { useEventName } from "./event-words"

export type QueueLine = Due & {
  number: string
  subject: string
  status: Status
  category: string
  section: string | null
  officer: string | null
  confidential: boolean
  last: { kind: string; at: string }
}

const COLUMNS = [
  "due",
  "number",
  "subject",
  "category",
  "section",
  "officer",
  "status",
  "last",
] as const

export function QueueTable({ lines }: { lines: QueueLine[] }) {
  const { t } = useTranslation("petition-casework")
  return (
    <div className="table-wrap">
      <table className="queue">
        <caption className="sr">{t("queue.caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`queue.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <QueueRow key={line.number} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function QueueRow({ line }: { line: QueueLine }) {
  const { t } = useTranslation("petition-casework")
  const eventName = useEventName()
  return (
    <tr>
      <td className="due">
        <DeadlineChip dueOn={line.dueOn} daysLeft={line.daysLeft} />
      </td>
      <td className="nowrap">
        <Link to={`/staff/petitions/${line.number}`} data-queue-link>
          {line.number}
        </Link>
      </td>
      <td className="subject">
        {line.confidential ? <span className="chip">{t("queue.confidential")}</span> : null}
        {line.subject}
      </td>
      <td className="category">{line.category}</td>
      <td className="nowrap">{line.section ?? ""}</td>
      <td className="nowrap">{line.officer ?? t("queue.unassigned")}</td>
      <td className="nowrap">{t(`status.${line.status}`)}</td>
      <td>
        {eventName(line.last.kind)}
        <time className="soft nowrap" dateTime={line.last.at}>
          {dateInWords(taipeiDate(new Date(line.last.at)), "zh-TW")}
        </time>
      </td>
    </tr>
  )
}
