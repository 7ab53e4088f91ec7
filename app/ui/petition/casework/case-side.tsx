/** The right column of a case: its deadline, its people, what it is, and what may be done next. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import type { Deadline } from "~/domain/deadline/count-deadline"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"
import type { OfferedAction } from "~/domain/petition/casework/actions/all"
import type { Nature, Source, Status } from "~/domain/petition/petition"
import { DeadlineChip } from "./deadline-chip"
import { DeadlineTrace } from "./deadline-trace"

type ClockProps = {
  dueOn: CalendarDate
  statutoryDueOn: CalendarDate
  receivedOn: CalendarDate
  daysLeft: number | null | undefined
  extensionCount: number
  counts: Deadline[]
}

export function CaseClock({
  dueOn,
  daysLeft,
  statutoryDueOn,
  receivedOn,
  extensionCount,
  counts,
}: ClockProps) {
  const { t } = useTranslation("petition-casework")
  return (
    <section className="side-clock" aria-labelledby="clock">
      <h2 id="clock">{t("deadline.title")}</h2>
      <p className="due">
        <DeadlineChip dueOn={dueOn} daysLeft={daysLeft} />
      </p>
      <dl className="facts">
        <dt>{t("deadline.received")}</dt>
        <dd>{dateInWords(receivedOn, "zh-TW")}</dd>
        <dt>{t("deadline.statutory")}</dt>
        <dd>{dateInWords(statutoryDueOn, "zh-TW")}</dd>
      </dl>
      {extensionCount > 0 ? <p>{t("deadline.extended", { count: extensionCount })}</p> : null}
      <DeadlineTrace counts={counts} />
    </section>
  )
}

export function CaseActions({ number, offered }: { number: string; offered: OfferedAction[] }) {
  const { t } = useTranslation("petition-casework")
  return (
    <section className="next" aria-labelledby="next">
      <h2 id="next">{t("case.actions")}</h2>
      {offered.length === 0 ? <p className="soft">{t("case.no-actions")}</p> : null}
      <ul>
        {offered.map(({ action, clock }) => (
          <li key={action}>
            <Link to={`/staff/petitions/${number}/${action}`}>{t(`actions.${action}.name`)}</Link>
            <small>{t(`clock-effects.${clock}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

type AboutProps = {
  status: Status
  category: string
  nature: Nature
  source: Source
  filedAt: string
  section: string | null
  officer: string | null
  confidential: boolean
}

export function CaseAbout(about: AboutProps) {
  const { t } = useTranslation("petition-casework")
  const facts = [
    ["status", t(`status.${about.status}`)],
    ["section", about.section ?? t("case.none")],
    ["officer", about.officer ?? t("case.none")],
    ["category", about.category],
    ["nature", t(`natures.${about.nature}`)],
    ["source", t(`sources.${about.source}`)],
    ["filed", instantInWords(new Date(about.filedAt), "zh-TW")],
  ] as const
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t("case.about")}</h2>
      {about.confidential ? <p className="chip late">{t("case.confidential")}</p> : null}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`case.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
