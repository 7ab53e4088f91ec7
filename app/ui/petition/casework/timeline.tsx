/** What was said and done to a case, from the first day on; nothing is ever taken out. */
import { useTranslation } from "react-i18next"
import { instantInWords } from "~/domain/deadline/date-words"
import type { PetitionEventKind, PetitionHappened } from "~/domain/petition/events"
import { useEventName, useEventSentence, wordsWritten } from "./event-words"

export type TimelineLine = {
  id: string
  kind: string
  /** Null of what this program cannot read: then its kind is shown as it stands in the records. */
  happened: PetitionHappened | null
  at: string
  actorName: string | null
  isPublic: boolean
}

const BY_PETITIONER: readonly string[] = [
  "petition.filed",
  "petition.confirmed",
  "petition.supplement_answered",
  "petition.withdrawn",
] satisfies PetitionEventKind[]

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
  const name = useEventName()
  const actor =
    event.actorName ??
    (BY_PETITIONER.includes(event.kind) ? t("events.by-petitioner") : t("events.by-system"))
  return (
    <li className={event.isPublic ? "shown" : undefined}>
      <p>
        <strong>{event.happened ? sentence(event.happened) : name(event.kind)}</strong>
        {event.isPublic ? <span className="chip">{t("case.public")}</span> : null}
      </p>
      <p className="soft">
        <time dateTime={event.at}>{instantInWords(new Date(event.at), "zh-TW")}</time> {actor}
      </p>
      {(event.happened ? wordsWritten(event.happened.detail) : []).map((words) => (
        <p key={words} className="prose">
          {words}
        </p>
      ))}
    </li>
  )
}
