/** The frame of every citizen page: skip link, office, languages, text size, access keys at the landmarks. */
import { useLocation, useRouteLoaderData } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { DEFAULT_LOCALE, type Locale, LOCALES } from "~/domain/language"
import { LANGUAGE_NAMES, LANGUAGE_TAGS } from "~/locales/languages"

type Preferences = { locale: Locale; textSize: "small" | "normal" | "large" }

const SIZES = { small: "A−", normal: "A", large: "A+" } as const
const SIZE_NAMES = ["small", "normal", "large"] as const

export function CitizenPage({
  office,
  children,
}: {
  office?: { name: string }
  children: ReactNode
}) {
  const { t } = useTranslation("page")
  const preferences = useRouteLoaderData<Preferences>("root")
  const current = preferences?.locale ?? DEFAULT_LOCALE
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header>
        <b>
          <a href="/" accessKey="U">
            {office?.name ?? t("portal")}
          </a>
        </b>
        <nav aria-label={t("languages-and-size")}>
          {LOCALES.map((locale) => (
            <Preference key={locale} name="lang" value={locale} isCurrent={locale === current}>
              <span lang={LANGUAGE_TAGS[locale]}>{LANGUAGE_NAMES[locale]}</span>
            </Preference>
          ))}
          <span className="z">
            {SIZE_NAMES.map((size) => (
              <Preference
                key={size}
                name="size"
                value={size}
                isCurrent={size === preferences?.textSize}
              >
                <span className="sr">{t("text-size")} </span>
                {SIZES[size]}
              </Preference>
            ))}
          </span>
        </nav>
      </header>
      <main id="main" accessKey="C" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <a href="/privacy" accessKey="Z">
          {t("privacy.title")}
        </a>
      </footer>
    </>
  )
}

type PreferenceProps = {
  name: "lang" | "size"
  value: string
  isCurrent: boolean
  children: ReactNode
}

function Preference({ name, value, isCurrent, children }: PreferenceProps) {
  const { pathname, search } = useLocation() // the search holds the office, or the receipt
  return (
    <a
      href={`/preferences?${name}=${value}&to=${encodeURIComponent(pathname + search)}`}
      aria-current={isCurrent ? "true" : undefined}
      rel="nofollow"
    >
      {children}
    </a>
  )
}
