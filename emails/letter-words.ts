/** The words of the letters in the petitioner's language, and how dates read in it. */
import { createInstance, type TFunction } from "i18next"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import en from "~/locales/en/letter.json"
import id from "~/locales/id/letter.json"
import vi from "~/locales/vi/letter.json"
import { DEFAULT_LOCALE, isLocale, type Locale } from "~/locales/languages"
import zhTW from "~/locales/zh-TW/letter.json"

const catalogs = createInstance({
  lng: DEFAULT_LOCALE,
  fallbackLng: DEFAULT_LOCALE,
  ns: "letter",
  defaultNS: "letter",
  resources: {
    "zh-TW": { letter: zhTW },
    en: { letter: en },
    vi: { letter: vi },
    id: { letter: id },
  },
  // React escapes what goes into the page, and a subject line must not be escaped.
  interpolation: { escapeValue: false },
  initAsync: false,
})
void catalogs.init()

export type LetterWords = {
  locale: Locale
  t: TFunction<"letter">
  date: (date: CalendarDate) => string
  instant: (at: Date) => string
}

/** An unknown language reads as zh-TW. */
export function letterWords(locale: string): LetterWords {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE
  return {
    locale: known,
    t: catalogs.getFixedT(known, "letter"),
    date: (date) => dateInWords(date, known),
    instant: (at) => instantInWords(at, known),
  }
}
