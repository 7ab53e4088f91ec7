/** After sending: the receipt to keep, what still has to be done, and the way out of a computer that others use. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { Day, Instant } from "~/ui/page/dates"

type Written = {
  subject: string
  content: string
  name?: string
  email?: string | null
  phone?: string | null
  address?: string | null
}
export type Sent = {
  number: string | null
  accessCode: string | null
  dueOn: CalendarDate | null
  filedAt: string
  confirmBy: string
  email: string
  hasPhone: boolean
  office: { phone: string }
  written: Written | null
}

export function Accepted({ sent }: { sent: Sent }) {
  const { t } = useTranslation(["petition", "deadline"])
  return (
    <>
      <p className="notice">{t(sent.accessCode ? "sent.keep" : "sent.kept-elsewhere")}</p>
      <dl>
        <dt>{t("number")}</dt>
        <dd className="code">{sent.number}</dd>
        {sent.accessCode ? (
          <>
            <dt>{t("accessCode")}</dt>
            <dd className="code">{sent.accessCode}</dd>
          </>
        ) : null}
        {sent.dueOn ? (
          <Fact label={t("deadline:promised")}>
            <Day on={sent.dueOn} />
          </Fact>
        ) : null}
      </dl>
      <WrittenCopy sent={sent} />
      <p>
        <a href="/petitions/follow">{t("followLink")}</a>
      </p>
      <LeaveHere />
    </>
  )
}

export function Waiting({ sent, children }: { sent: Sent; children?: ReactNode }) {
  const { t } = useTranslation("petition")
  return (
    <>
      <p>{t("sent.pending", { email: sent.email })}</p>
      <p className="notice">
        {t("sent.until")}
        <br />
        <strong>
          <Instant at={sent.confirmBy} />
        </strong>
      </p>
      {children}
      <WrittenCopy sent={sent} />
      <LeaveHere />
    </>
  )
}

export function Lapsed() {
  const { t } = useTranslation("petition")
  return (
    <>
      <p>{t("confirm.expired")}</p>
      <p>
        <a href="/petitions/new">{t("newLink")}</a>
      </p>
    </>
  )
}

/** What was sent, to be read again and printed. */
function WrittenCopy({ sent }: { sent: Sent }) {
  const { t } = useTranslation("petition")
  const { written, filedAt } = sent
  if (!written) return null
  return (
    <section aria-labelledby="copy">
      <div className="head">
        <h2 id="copy">{t("sent.copy")}</h2>
        <button type="button" className="link" id="print" hidden>
          {t("sent.print")}
        </button>
      </div>
      <dl>
        <Fact label={t("sent.filed-at")}>
          <Instant at={filedAt} />
        </Fact>
        <Fact label={t("content.subject")}>{written.subject}</Fact>
        <Fact label={t("content.content")}>{written.content}</Fact>
        <Fact label={t("contact.name")}>{written.name}</Fact>
        <Optional label={t("contact.email")} text={written.email} />
        <Optional label={t("contact.phone")} text={written.phone} />
        <Optional label={t("contact.address")} text={written.address} />
      </dl>
    </section>
  )
}

function Optional({ label, text }: { label: string; text?: string | null }) {
  return text ? <Fact label={label}>{text}</Fact> : null
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function LeaveHere() {
  const { t } = useTranslation("petition")
  return (
    <form method="post" action="/petitions/leave">
      <p className="soft">{t("case.leaveHint")}</p>
      <button className="quiet">{t("case.leave")}</button>
    </form>
  )
}
