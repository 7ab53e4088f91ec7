/** How much is written and may be: counted by petition.js while one types; without script the hint says the limit. */
import { useTranslation } from "react-i18next"

export function Meter({ of, max }: { of: string; max: number }) {
  const { t } = useTranslation("petition")
  return (
    <p
      className="meter"
      data-meter={of}
      data-max={max}
      data-words={t("content.meter")}
      data-over={t("content.meter-over")}
      hidden
    />
  )
}
