/** Which language and text size a reader wants, and the words in it. */
import type { i18n } from "i18next"
import { inLanguage, openWords, type Topic } from "~/locales/i18n"
import { DEFAULT_LOCALE, isLocale, type Locale, LOCALES } from "~/domain/language"
import { CATALOGS } from "~/locales/catalogs"
import { secureSuffix } from "./cookie.server"

const words = openWords(CATALOGS)

export const TEXT_SIZES = ["small", "normal", "large"] as const
export type TextSize = (typeof TEXT_SIZES)[number]

const YEAR_SECONDS = 365 * 24 * 3600

/**
 * The query's language, else the cookie's, else the browser's; English for who reads none of the four, Chinese for a
 * browser that says nothing. Staff pages are Chinese.
 */
export function localeOf(request: Request): Locale {
  const url = new URL(request.url)
  if (url.pathname === "/staff" || url.pathname.startsWith("/staff/")) return DEFAULT_LOCALE
  const asked = url.searchParams.get("lang")
  if (isLocale(asked)) return asked
  const kept = cookieValue(request, "locale")
  return isLocale(kept) ? kept : (acceptedLocale(request) ?? DEFAULT_LOCALE)
}

function acceptedLocale(request: Request): Locale | null {
  const accepted = (request.headers.get("accept-language") ?? "").slice(0, 200).split(",")
  for (const one of accepted) {
    const tag = (one.split(";")[0] ?? "").trim().toLowerCase()
    const base = tag.split("-")[0]
    if (base === "zh") return "zh-TW"
    const found = LOCALES.find((locale) => locale === base)
    if (found) return found
  }
  return accepted.some((tag) => /^\s*[a-z]{2,3}\b/i.test(tag)) ? "en" : null
}

export function textSizeOf(request: Request): TextSize {
  const kept = cookieValue(request, "text_size")
  return TEXT_SIZES.find((size) => size === kept) ?? "normal"
}

function cookieValue(request: Request, name: string): string | null {
  const found = new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(request.headers.get("cookie") ?? "")
  return found?.[1] ?? null
}

/** The Set-Cookie headers that keep a choice. The values are our own words, so they need no encoding. */
export const keepLocale = (locale: Locale): string =>
  `locale=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secureSuffix()}`
export const keepTextSize = (size: TextSize): string =>
  `text_size=${size}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secureSuffix()}`

export const i18nFor = (locale: Locale): i18n => inLanguage(words, locale)

/** The words of one topic, for letters and titles. */
export function wordsFor<T extends Topic>(locale: Locale, topic: T) {
  return words.getFixedT(locale, topic)
}
