/** Every language's words. A language without its catalog, or without a topic or a key citizens read, does not compile. */
import type { Locale } from "~/domain/language"
import { catalog as en } from "./en/catalog"
import { catalog as id } from "./id/catalog"
import type { CITIZEN_TOPICS } from "./languages"
import { catalog as vi } from "./vi/catalog"
import { catalog as zhTW } from "./zh-TW/catalog"

/** The same keys as in Chinese, with any text. */
type Translated<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>
}
type CitizenCatalog = {
  [Topic in (typeof CITIZEN_TOPICS)[number]]: Translated<(typeof zhTW)[Topic]>
}

export const CATALOGS = { "zh-TW": zhTW, en, vi, id } satisfies Record<Locale, CitizenCatalog>
