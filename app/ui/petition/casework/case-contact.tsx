/** Who petitions, and the letters that went to them: only for those who may know. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { isLetterKind, isLetterState } from "~/domain/letter/letters"

export type ContactShown = {
  name: string
  email: string | null
  phone: string | null
  address: string | null
}
export type LetterShown = {
  id: string
  kind: string
  status: string
  createdAt: string
  mayRead: boolean
}

/** With the case's number, a way to tell its owner the access code again. */
export function CaseContact({
  contact,
  number,
}: {
  contact: ContactShown | null
  number?: string
}) {
  const { t } = useTranslation("petition-casework")
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t("case.contact")}</h2>
      {contact ? (
        <dl className="facts">
          {(["name", "email", "phone", "address"] as const).map((field) =>
            contact[field] ? (
              <div key={field}>
                <dt>{t(`case.${field}`)}</dt>
                <dd>{contact[field]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : null}
      {contact && number ? (
        <p>
          <Link to={`/staff/petitions/${number}/code`}>{t("code.title")}</Link>
        </p>
      ) : null}
      {contact ? null : <p className="soft">{t("case.contact-hidden")}</p>}
    </section>
  )
}

export function CaseLetters({ number, letters }: { number: string; letters: LetterShown[] }) {
  const { t } = useTranslation("petition-casework")
  // What an older or newer program wrote is shown by the name it has in the records.
  const kindInWords = (kind: string) => (isLetterKind(kind) ? t(`letter-kinds.${kind}`) : kind)
  const stateInWords = (state: string) =>
    isLetterState(state) ? t(`letter-status.${state}`) : state
  if (letters.length === 0) return null
  return (
    <section className="case-letters" aria-labelledby="letters">
      <h2 id="letters">{t("case.letters")}</h2>
      <ul className="letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            {letter.mayRead ? (
              <Link to={`/staff/petitions/${number}/letters/${letter.id}`}>
                {kindInWords(letter.kind)}
              </Link>
            ) : (
              kindInWords(letter.kind)
            )}
            <small>
              {dateInWords(taipeiDate(new Date(letter.createdAt)), "zh-TW")}{" "}
              {stateInWords(letter.status)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
