/** What is read out on the telephone once the petition is accepted: number and code, shown this once. */
import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { StaffPage } from "~/ui/page/staff-page"

type PhoneConfirmedProps = { number: string; accessCode: string; back: ReactNode }

export function PhoneConfirmed({ number, accessCode, back }: PhoneConfirmedProps) {
  const { t } = useTranslation("petition-casework")
  return (
    <StaffPage title={t("unconfirmed.done", { number })} lead={back}>
      <p>{t("unconfirmed.tell")}</p>
      <p className="record-code">{number}</p>
      <p>{t("unconfirmed.code")}</p>
      <p className="record-code">{accessCode}</p>
      <p className="row actions">
        <Link to={`/staff/petitions/${number}`}>{t("record.open")}</Link>
      </p>
    </StaffPage>
  )
}
