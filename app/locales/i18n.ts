/** The i18next instance of a request or a page. Chinese gives the types and fills what another language lacks. */
import { createInstance, type i18n, type Resource, type TFunction } from "i18next"
import { initReactI18next } from "react-i18next"
import { DEFAULT_LOCALE, type Locale, LOCALES } from "~/domain/language"
import type { catalog } from "./zh-TW/catalog"

export type Topic = keyof typeof catalog
/** What gives the words of a topic. */
export type WordsOf<T extends Topic> = TFunction<T>

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "page"
    resources: typeof catalog
    returnNull: false
  }
}

/** Makes the one instance that holds the catalogs; ask `inLanguage` for a request's own. */
export function openWords(resources: Resource): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    resources,
    lng: DEFAULT_LOCALE,
    fallbackLng: DEFAULT_LOCALE,
    supportedLngs: [...LOCALES],
    defaultNS: "page",
    interpolation: { escapeValue: false }, // React and the letters escape
    initAsync: false,
    react: { useSuspense: false },
  })
  return words
}

export const inLanguage = (words: i18n, locale: Locale): i18n =>
  words.cloneInstance({ lng: locale })
