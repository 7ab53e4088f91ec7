/** The languages of the portal. Whatever is written once for each of them is a Record<Locale, …>, so that none is forgotten. */

export const LOCALES = ["zh-TW", "en", "vi", "id"] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE = "zh-TW" satisfies Locale

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text)

/** A language as it was stored or asked for; what we do not speak reads as Chinese. */
export const localeFrom = (text: unknown): Locale => (isLocale(text) ? text : DEFAULT_LOCALE)
