/** The words of the letters in the petitioner's language, and how dates read in it. */
import { createInstance, type TFunction } from "i18next"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { DEFAULT_LOCALE, type Locale, localeFrom, LOCALES } from "~/domain/language"
import { CATALOGS } from "~/locales/catalogs"

const catalogs = createInstance({
  lng: DEFAULT_LOCALE,
  fallbackLng: DEFAULT_LOCALE,
  ns: "letter",
  defaultNS: "letter",
  resources: Object.fromEntries(
    LOCALES.map((locale) => [locale, { letter: CATALOGS[locale].letter }]),
  ),
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
  const known = localeFrom(locale)
  return {
    locale: known,
    t: catalogs.getFixedT(known, "letter"),
    date: (date) => dateInWords(date, known),
    instant: (at) => instantInWords(at, known),
  }
}
