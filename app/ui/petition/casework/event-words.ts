/** The sentences of the timeline, from the kind of an event and its facts. */
import { useTranslation } from "react-i18next"
import { isCalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { petitionEventName, type PetitionHappened } from "~/domain/petition/events"

/** The short name of an event, without its facts. */
export function useEventName(): (kind: string) => string {
  const { t } = useTranslation("petition-casework")
  return (kind) => {
    const name = petitionEventName(kind)
    return name ? t(`event-names.${name}`) : kind
  }
}

/** The sentence of an event, with its facts. */
export function useEventSentence(): (happened: PetitionHappened) => string {
  const { t } = useTranslation("petition-casework")
  return ({ kind, detail }) => {
    if ("underMain" in detail) return t("events.under-main")
    const note = noteOnLetter(detail)
    if (note) return t(note.words, { letter: t(`letter-kinds.${note.letter}`) })
    const name = petitionEventName(kind)
    return name ? t(`events.${name}`, { replace: inWords(detail) }) : kind
  }
}

/** A note about a letter: that it goes on paper, that e-mail did not deliver it, that it was sent again. */
function noteOnLetter(detail: PetitionHappened["detail"]) {
  if ("onPaper" in detail) return { words: "events.on-paper", letter: detail.onPaper } as const
  if ("sentAgain" in detail)
    return { words: "events.sent-again", letter: detail.sentAgain } as const
  if (!("undelivered" in detail)) return null
  return { words: `events.undelivered.${detail.task}`, letter: detail.undelivered } as const
}

function inWords(detail: PetitionHappened["detail"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      const text = typeof value === "string" || typeof value === "number" ? String(value) : ""
      return [name, isCalendarDate(text) ? dateInWords(text, "zh-TW") : text]
    }),
  )
}

/** What somebody wrote in the event: shown as a paragraph under the sentence. */
export function wordsWritten(detail: PetitionHappened["detail"]): string[] {
  const written = [
    "reason" in detail && detail.reason,
    "question" in detail && detail.question,
    "answer" in detail && detail.answer,
    "remark" in detail && detail.remark,
    "text" in detail && detail.text,
    "said" in detail && detail.said,
  ]
  return written.flatMap((words) => words || [])
}
