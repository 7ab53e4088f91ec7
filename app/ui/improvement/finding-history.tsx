/** What happened to a finding, in order: who decided what, when and why. */
import { useTranslation } from "react-i18next"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { findingEventKind } from "~/domain/improvement/events"
import { FINDING_STATES } from "~/domain/improvement/finding"
import { useDayWords } from "~/ui/statistics/share-words"

type Props = {
  events: { kind: string; at: string; actorName: string | null }[]
  reason: string | null
}

export function FindingHistory({ events, reason }: Props) {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t("finding.history")}</h2>
      <ol className="history">
        {events.map(({ kind, at, actorName }) => {
          const state = FINDING_STATES.find((one) => kind === findingEventKind(one))
          return (
            <li key={kind + at}>
              <time dateTime={at}>{dayWords(taipeiDate(new Date(at)))}</time>{" "}
              {state ? t(`finding.events.${state}`) : null} {actorName}
            </li>
          )
        })}
      </ol>
      {reason ? <p>{t("finding.reason", { reason })}</p> : null}
    </section>
  )
}
