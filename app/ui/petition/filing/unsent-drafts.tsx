/** What this browser has begun and not sent: to go on with, or to throw away, since the next person may sit here. */
import { useTranslation } from "react-i18next"
import { FormGuard } from "~/ui/form/summary"
import { Instant } from "~/ui/page/dates"
import { officeNameIn } from "./office-name"

type Draft = {
  id: string
  office: { name: string; nameEn: string } | null
  subject: string
  writtenAt: string
  path: string
  /** Whether its writer is asked once more before it is thrown away. */
  isLeaving: boolean
}

export function UnsentDrafts({ drafts }: { drafts: Draft[] }) {
  const { t, i18n } = useTranslation("petition")
  if (drafts.length === 0) return null
  return (
    <section className="notice" aria-labelledby="unsent">
      <h2 id="unsent">{t("start.resume")}</h2>
      {drafts.map(({ id, office, subject, writtenAt, path, isLeaving }) => (
        <form method="post" className="unsent" key={id}>
          <FormGuard />
          <p id={`unsent-${id}`}>
            {office ? officeNameIn(office, i18n.language) : null} <Instant at={writtenAt} />
            {subject ? <b>{subject}</b> : null}
          </p>
          <p className="row">
            <a href={path} aria-describedby={`unsent-${id}`}>
              {t("start.continue")}
            </a>
            {isLeaving ? (
              <button className="danger" name="discard" value={id}>
                {t("start.discard-now")}
              </button>
            ) : (
              <a href={`/petitions/new?discard=${id}`} aria-describedby={`unsent-${id}`}>
                {t("start.discard")}
              </a>
            )}
          </p>
        </form>
      ))}
    </section>
  )
}
