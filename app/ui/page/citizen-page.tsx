/** The frame of every citizen page: skip link, office, languages, text size, access keys at the landmarks. */
import { useLocation, useRouteLoaderData } from "@remix-run/react"
import type { AnchorHTMLAttributes, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { DEFAULT_LOCALE, type Locale, LOCALES } from "~/domain/language"
import { LANGUAGE_NAMES, LANGUAGE_TAGS } from "~/locales/languages"

type Preferences = { locale: Locale; textSize: "small" | "normal" | "large" }

const SIZES = { small: "A−", normal: "A", large: "A+" } as const
const SIZE_NAMES = ["small", "normal", "large"] as const

type CitizenPageProps = {
  office?: { name: string }
  /** Only the first page leads staff to their sign-in. */
  hasStaffLink?: boolean
  /** The form on this page that is kept first, whatever is pressed; without one the frame has links. */
  keeps?: string
  children: ReactNode
}

export function CitizenPage({ office, hasStaffLink = false, keeps, children }: CitizenPageProps) {
  const { t } = useTranslation("page")
  const preferences = useRouteLoaderData<Preferences>("root")
  const current = preferences?.locale ?? DEFAULT_LOCALE
  return (
    <>
      {keeps ? <DefaultButton form={keeps} /> : null}
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header>
        <b>
          <WayOut keeps={keeps} go="home" href="/" accessKey="U">
            {office?.name ?? t("portal")}
          </WayOut>
        </b>
        <nav aria-label={t("languages-and-size")}>
          {LOCALES.map((locale) => (
            <Preference
              key={locale}
              {...{ keeps, name: "lang", value: locale, isCurrent: locale === current }}
            >
              <span lang={LANGUAGE_TAGS[locale]}>{LANGUAGE_NAMES[locale]}</span>
            </Preference>
          ))}
          <span className="z">
            {SIZE_NAMES.map((size) => (
              <Preference
                key={size}
                {...{ keeps, name: "size", value: size, isCurrent: size === preferences?.textSize }}
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
        <WayOut keeps={keeps} go="privacy" href="/privacy" accessKey="Z">
          {t("privacy.title")}
        </WayOut>
        {hasStaffLink ? <a href="/staff">{t("home-page.staff")}</a> : null}
      </footer>
    </>
  )
}

type PreferenceProps = {
  keeps?: string
  name: "lang" | "size"
  value: string
  isCurrent: boolean
  children: ReactNode
}

function Preference({ keeps, name, value, isCurrent, children }: PreferenceProps) {
  const { pathname, search } = useLocation() // the search holds the office, or the receipt
  const href = `/preferences?${name}=${value}&to=${encodeURIComponent(pathname + search)}`
  return (
    <WayOut
      {...{ keeps, href, go: `${name}:${value}`, rel: "nofollow" }}
      aria-current={isCurrent ? "true" : undefined}
    >
      {children}
    </WayOut>
  )
}

type WayOutProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  keeps?: string
  go: string
  href: string
}

/** A link; on a page with a form to keep, a button that sends the form along, so that nothing typed is lost. */
function WayOut({ keeps, go, href, rel, accessKey, children, ...shown }: WayOutProps) {
  const current = { accessKey, "aria-current": shown["aria-current"] }
  if (!keeps) {
    return (
      <a href={href} rel={rel} {...current}>
        {children}
      </a>
    )
  }
  return (
    <button form={keeps} name="go" value={go} className="link" {...current}>
      {children}
    </button>
  )
}

/** Enter in a field presses the form's first button, wherever it stands: that must not be a language. */
function DefaultButton({ form }: { form: string }) {
  return <button className="default" form={form} name="go" value="next" tabIndex={-1} aria-hidden />
}
