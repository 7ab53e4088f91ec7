/** What a reader sees when a page cannot be shown: in their words, with the next step. */
import { useTranslation } from "react-i18next"

const KNOWN = [403, 404, 405, 410, 413, 429] as const

export function Apology({ status, homeLabel }: { status: number; homeLabel: string }) {
  const { t } = useTranslation("page")
  const known = knownStatus(status)
  return (
    <main id="main">
      <h1>{t(`apology.${known}.title`)}</h1>
      <p>{t(`apology.${known}.next`)}</p>
      <p>
        <a href="/">{homeLabel}</a>
      </p>
    </main>
  )
}

/** The statuses that have words of their own; anything else is told as a fault of ours. */
export const knownStatus = (status: number) => KNOWN.find((one) => one === status) ?? 500
