/** The page of one action: the case at its head, what the action does to the clock, the form, the button. */
import { Form, Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import type { RefusedForm } from "~/domain/outcome"
import type { CaseAction } from "~/domain/petition/casework/may-act"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"
import { DeadlineChip } from "./deadline-chip"

export type ActionHead = {
  number: string
  subject: string
  content: string
  seen: string
  dueOn: CalendarDate
  daysLeft: number | null | undefined
}

type ActionPageProps = {
  action: CaseAction
  head: ActionHead
  refused?: RefusedForm | null | undefined
  /** What is judged, above the form. */
  papers?: ReactNode
  /** Beside the button. */
  otherButton?: ReactNode
  children: ReactNode
}

export function ActionPage({
  action,
  head,
  refused,
  papers,
  otherButton,
  children,
}: ActionPageProps) {
  const { t } = useTranslation("petition-casework")
  const back = (
    <Link to={`/staff/petitions/${head.number}`}>{t("case.title", { number: head.number })}</Link>
  )
  return (
    <StaffPage title={t(`actions.${action}.name`)} lead={back}>
      <section className="action-case">
        <p className="due">
          <DeadlineChip dueOn={head.dueOn} daysLeft={head.daysLeft} />
        </p>
        <p>
          <strong>{head.subject}</strong>
        </p>
        {/* Who decides reads first what was asked. */}
        <details open={papers !== undefined}>
          <summary>{t("case.said")}</summary>
          <p className="prose">{head.content}</p>
        </details>
      </section>
      {papers}
      <Form method="post" className="sheet action" noValidate>
        <ErrorSummary refused={refused} topic="petition-casework" />
        {/* After a conflict the newer version: a refused form in the browser does not load its page anew. */}
        <HiddenField name="seen" value={seenOf(refused) ?? head.seen} />
        {children}
        <p className="notice">
          <strong>{t("clock")}</strong> {t(`actions.${action}.clock`)}
        </p>
        <div className="row">
          <button name="intent" value="submit">
            {t(`actions.${action}.submit`)}
          </button>
          {otherButton}
          <Link to={`/staff/petitions/${head.number}`}>{t("case.back")}</Link>
        </div>
      </Form>
    </StaffPage>
  )
}

const seenOf = (refused: RefusedForm | null | undefined): string | undefined =>
  [refused?.entered["seen"] ?? []].flat()[0]
