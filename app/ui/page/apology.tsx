/** What a reader sees when a page cannot be shown: in their words, with the next step. */
import { useLocation } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CitizenPage } from "./citizen-page"

const KNOWN = [403, 404, 405, 410, 413, 429] as const

/** A citizen keeps the header, the languages and the way to a telephone; the desk has its own way back. */
export function Apology({ status }: { status: number }) {
  const { t } = useTranslation("page")
  const isDesk = /^\/staff(\/|$)/.test(useLocation().pathname)
  const known = knownStatus(status)
  const words = (
    <>
      <h1>{t(`apology.${known}.title`)}</h1>
      <p>{t(`apology.${known}.next`)}</p>
      <p>
        <a href="/">{t("home")}</a>
      </p>
    </>
  )
  if (isDesk) return <main id="main">{words}</main>
  return (
    <CitizenPage>
      {words}
      <p>
        <a href="/#offices">{t("phones")}</a>
      </p>
    </CitizenPage>
  )
}

/** The statuses that have words of their own; anything else is told as a fault of ours. */
export const knownStatus = (status: number) => KNOWN.find((one) => one === status) ?? 500
