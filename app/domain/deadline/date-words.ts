/** Dates as people here write them: 115年11月20日（五）下午3:05; in other languages the common era. */
import { type Locale, localeFrom } from "../language"
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

type DateWords = { date: (date: CalendarDate) => string; time: (instant: Date) => string }

const DATE_WORDS: Record<Locale, DateWords> = {
  "zh-TW": { date: dateInRoc, time: timeInChinese },
  /** British order: day before month, as letters here do. */
  en: inCommonEra("en-GB"),
  vi: inCommonEra("vi"),
  id: inCommonEra("id"),
}

/** A legal day in the reader's language. */
export const dateInWords = (date: CalendarDate, locale: string): string =>
  DATE_WORDS[localeFrom(locale)].date(date)

/** An instant, to the minute, on Taiwan's clocks. */
export function instantInWords(instant: Date, locale: string): string {
  const words = DATE_WORDS[localeFrom(locale)]
  return words.date(taipeiDate(instant)) + words.time(instant)
}

/** 115年11月20日（五） */
function dateInRoc(date: CalendarDate): string {
  return `${rocYearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日（${weekdayInWords(date)}）`
}

/** 下午3:05 */
function timeInChinese(instant: Date): string {
  const clock = new Intl.DateTimeFormat("en-GB", TIME).format(instant)
  const hour = Number(clock.slice(0, 2))
  return `${hour < 12 ? "上午" : "下午"}${hour % 12 === 0 ? 12 : hour % 12}:${clock.slice(3)}`
}

function inCommonEra(tag: string): DateWords {
  return {
    date: (date) => new Intl.DateTimeFormat(tag, DATE).format(taipeiInstant(date, "12:00")),
    time: (instant) => `, ${new Intl.DateTimeFormat(tag, TIME).format(instant)}`,
  }
}

/** 日 to 六 */
export function weekdayInWords(date: CalendarDate): string {
  return WEEKDAYS[weekday(date)] ?? ""
}
