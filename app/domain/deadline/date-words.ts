/** Dates as people here write them: 115年11月20日（五）下午3:05; in other languages the common era. */
import { type CalendarDate, rocYearOf, taipeiDate, taipeiInstant, weekday } from "./calendar-date"

const TAIPEI = "Asia/Taipei"
const WEEKDAYS = "日一二三四五六"
/** Long enough to be plain, with the weekday, in the order each language uses. */
const DATE = {
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: TAIPEI,
} as const
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: TAIPEI } as const
/** British order in English: day before month, as letters here do. */
const TAGS: Record<string, string> = { en: "en-GB", vi: "vi", id: "id" }

/** A legal day in the reader's language. A language without a rule of its own reads as zh-TW. */
export function dateInWords(date: CalendarDate, locale: string): string {
  const tag = TAGS[locale]
  if (tag) return new Intl.DateTimeFormat(tag, DATE).format(taipeiInstant(date, "12:00"))
  return `${rocYearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日（${weekdayInWords(date)}）`
}

/** An instant, to the minute, on Taiwan's clocks. */
export function instantInWords(instant: Date, locale: string): string {
  const date = dateInWords(taipeiDate(instant), locale)
  const tag = TAGS[locale]
  if (tag) return `${date}, ${new Intl.DateTimeFormat(tag, TIME).format(instant)}`
  const clock = new Intl.DateTimeFormat("en-GB", TIME).format(instant)
  const hour = Number(clock.slice(0, 2))
  return `${date}${hour < 12 ? "上午" : "下午"}${hour % 12 === 0 ? 12 : hour % 12}:${clock.slice(3)}`
}

/** 日 to 六 */
export function weekdayInWords(date: CalendarDate): string {
  return WEEKDAYS[weekday(date)] ?? ""
}
