/** The letters of the outbox in a table: when, what, to whom, of which case, and how far it got. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { ShownState } from "~/domain/letter/sending"
import { Instant } from "~/ui/page/dates"

export type LetterLine = {
  id: string
  subject: string
  recipient: string
  createdAt: Date
  state: ShownState
  petition: { number: string | null } | null
}

const CHIPS: Partial<Record<ShownState, string>> = {
  failed: "chip late",
  paper: "chip soon",
  late: "chip soon",
}

export function LetterTable({ letters }: { letters: LetterLine[] }) {
  const { t } = useTranslation("petition-outbox")
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("created")}</th>
            <th scope="col">{t("subject")}</th>
            <th scope="col">{t("recipient")}</th>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("status")}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <td className="nowrap">
                <Instant at={letter.createdAt} />
              </td>
              <td className="subject">
                <Link to={`/staff/outbox/${letter.id}`}>{letter.subject}</Link>
              </td>
              <td className="nowrap">{letter.recipient}</td>
              <td className="nowrap">
                {letter.petition?.number ? (
                  <Link to={`/staff/petitions/${letter.petition.number}`}>
                    {letter.petition.number}
                  </Link>
                ) : null}
              </td>
              <td className="nowrap">
                <span className={CHIPS[letter.state]}>{t(`statuses.${letter.state}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
