/** Dates as people in Taiwan read them; the machine's form stays in `datetime`. */
import { useTranslation } from "react-i18next"
import { type CalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"

/** A legal day: 115年11月20日（五） */
export function Day({ on }: { on: CalendarDate }) {
  const { i18n } = useTranslation()
  return <time dateTime={on}>{dateInWords(on, i18n.language)}</time>
}

/** An instant, with its time in Taiwan: 115年11月20日（五）下午3:05 */
export function Instant({ at }: { at: Date | string }) {
  const { i18n } = useTranslation()
  const instant = new Date(at)
  return <time dateTime={instant.toISOString()}>{instantInWords(instant, i18n.language)}</time>
}
