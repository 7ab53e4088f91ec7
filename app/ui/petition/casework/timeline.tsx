/** What was said and done to a case, from the first day on; nothing is ever taken out. */
import { useTranslation } from "react-i18next"
import { instantInWords } from "~/domain/deadline/date-words"
import { useEventSentence, wordsWritten } from "./event-words"

export type TimelineLine = {
  id: string
  kind: string
  at: string
  actorName: string | null
  detail: Record<string, unknown>
  isPublic: boolean
}

const BY_PETITIONER = ["filed", "confirmed", "supplement_answered", "withdrawn"]

export function Timeline({ events }: { events: TimelineLine[] }) {
  const { t } = useTranslation("petition-casework")
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t("case.timeline")}</h2>
      <ol className="timeline">
        {events.map((event) => (
          <TimelineItem key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}

function TimelineItem({ event }: { event: TimelineLine }) {
  const { t } = useTranslation("petition-casework")
  const sentence = useEventSentence()
  const actor =
    event.actorName ??
    (BY_PETITIONER.includes(event.kind) ? t("events.by-petitioner") : t("events.by-system"))
  return (
    <li className={event.isPublic ? "shown" : undefined}>
      <p>
        <strong>{sentence(event)}</strong>
        {event.isPublic ? <span className="chip">{t("case.public")}</span> : null}
      </p>
      <p className="soft">
        <time dateTime={event.at}>{instantInWords(new Date(event.at), "zh-TW")}</time> {actor}
      </p>
      {wordsWritten(event.detail).map((words) => (
        <p key={words} className="prose">
          {words}
        </p>
      ))}
    </li>
  )
}
