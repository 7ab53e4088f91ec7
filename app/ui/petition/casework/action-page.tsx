/** The page of one action: the case at its head, what the action does to the clock, the form, the button. */
import { Form, Link, useActionData } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import type { RefusedForm } from "~/domain/outcome"
import type { CaseAction } from "~/domain/petition/casework/actions/all"
import type { ClockEffect } from "~/domain/petition/casework/may-act"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "./casework.css?url"
import { DeadlineChip } from "./deadline-chip"

export type ActionHead = {
  action: CaseAction
  clock: ClockEffect
  title: string
  number: string
  subject: string
  content: string
  seen: string
  dueOn: CalendarDate
  daysLeft: number | null | undefined
}

type ActionPageProps = {
  head: ActionHead
  /** What is judged, above the form. */
  papers?: ReactNode
  /** Beside the button. */
  otherButton?: ReactNode
  children: ReactNode
}

export function ActionPage({ head, papers, otherButton, children }: ActionPageProps) {
  const { t } = useTranslation("petition-casework")
  const { action, clock } = head
  const { refused } = useActionForm()
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
          <strong>{t("clock")}</strong> {t(`clock-effects.${clock}`)}
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

/** What every page of an action is headed by. */
export const actionLinks = () => [{ rel: "stylesheet", href: styles }]
export const actionMeta = ({ data }: { data: { head: ActionHead } | undefined }) => [
  { title: data?.head.title },
]

/** The refused form on its way back, and what each field of the form is told. */
export function useActionForm() {
  const refused = useActionData<RefusedForm>() ?? null
  const field = { refused, topic: "petition-casework", required: true } as const
  return { refused, field }
}
