/** The sentences of the timeline, from the kind of an event and its facts. */
import { useTranslation } from "react-i18next"
import { isCalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { PETITION_EVENTS } from "~/domain/petition/petition-change"

type Detail = Record<string, unknown>
type Sentence = { kind: string; detail: Detail }

const kindOf = (kind: string) =>
  PETITION_EVENTS.find((one) => one === kind.replace(/^petition\./, ""))

/** The short name of an event, without its facts. */
export function useEventName(): (kind: string) => string {
  const { t } = useTranslation("petition-casework")
  return (kind) => {
    const known = kindOf(kind)
    return known ? t(`event-names.${known}`) : kind
  }
}

/** The sentence of an event, with its facts. */
export function useEventSentence(): (event: Sentence) => string {
  const { t } = useTranslation("petition-casework")
  return ({ kind, detail }) => {
    const known = kindOf(kind)
    if (!known) return kind
    if (detail["underMain"] === true) return t("events.under-main")
    const about = aboutLetter(detail)
    if (about) return t(about.words, { letter: t(`letter-kinds.${about.letter}` as never) })
    return String(t(`events.${known}` as never, inWords(detail) as never))
  }
}

const TASKS = ["post", "ask", "telephone"] as const

/** A note about a letter: that it goes on paper, that e-mail did not deliver it, that it was sent again. */
function aboutLetter({ onPaper, undelivered, task, sentAgain }: Detail) {
  if (typeof onPaper === "string") return { words: "events.on-paper", letter: onPaper } as const
  if (typeof sentAgain === "string")
    return { words: "events.sent-again", letter: sentAgain } as const
  const known = TASKS.find((one) => one === task)
  if (typeof undelivered !== "string" || !known) return null
  return { words: `events.undelivered.${known}`, letter: undelivered } as const
}

function inWords(detail: Detail): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      const text = typeof value === "string" || typeof value === "number" ? String(value) : ""
      return [name, isCalendarDate(text) ? dateInWords(text, "zh-TW") : text]
    }),
  )
}

/** What somebody wrote in the event: shown as a paragraph under the sentence. */
export function wordsWritten(detail: Detail): string[] {
  return ["reason", "question", "answer", "remark", "text", "said"].flatMap((name) => {
    const value = detail[name]
    return typeof value === "string" && value !== "" ? [value] : []
  })
}
