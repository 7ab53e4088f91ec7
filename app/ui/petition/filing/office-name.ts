/** What an office is called in the reader's language. */
import type { Locale } from "~/domain/language"

type Named = { name: string; nameEn: string }

/** Vietnamese and Indonesian readers know the office by its English name. */
export const officeNameIn = ({ name, nameEn }: Named, language: string): string =>
  language === ("zh-TW" satisfies Locale) ? name : nameEn
