/** What each language is called, and the topics of the portal's words. */
import type { Locale } from "~/domain/language"

/** Each language in its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  "zh-TW": "中文",
  en: "English",
  vi: "Tiếng Việt",
  id: "Bahasa Indonesia",
}

/** For the html element. */
export const LANGUAGE_TAGS: Record<Locale, string> = {
  "zh-TW": "zh-Hant-TW",
  en: "en",
  vi: "vi",
  id: "id",
}

/** What citizens read: every language has every key. */
export const CITIZEN_TOPICS = ["page", "form", "survey", "petition", "deadline", "letter"] as const
/** What staff read: Chinese (statistics in English too, for reports). */
export const STAFF_TOPICS = [
  "page-staff",
  "petition-casework",
  "survey-results",
  "statistics",
  "statistics-trends",
  "improvement",
  "access",
  "deadline-calendar",
  "petition-outbox",
] as const
