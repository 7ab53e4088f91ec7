/** Which trend is shown: a plain form that changes the address, so that a view can be kept and sent. */
import { Form } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Period } from "~/domain/statistics/period"
import { MODES } from "~/domain/survey/channel"
import { usePeriodWords } from "./share-words"

type Props = {
  items: { key: string; name: string }[]
  periods: Period[]
  chosen: { item: string; unit: "month" | "quarter"; period: Period; mode: string | null }
}

export function TrendFilter({ items, periods, chosen }: Props) {
  const { t } = useTranslation("statistics-trends")
  const { long } = usePeriodWords()
  return (
    <Form
      method="get"
      className="filter"
      aria-label={t("filter.legend")}
      key={JSON.stringify(chosen)}
    >
      <Choice name="item" label={t("filter.item")} value={chosen.item}>
        {items.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="unit" label={t("filter.unit")} value={chosen.unit}>
        <option value="month">{t("filter.unit-month")}</option>
        <option value="quarter">{t("filter.unit-quarter")}</option>
      </Choice>
      <Choice name="period" label={t("filter.period")} value={chosen.period}>
        {periods.map((period) => (
          <option key={period} value={period}>
            {long(period)}
          </option>
        ))}
      </Choice>
      <Choice name="mode" label={t("filter.mode")} value={chosen.mode ?? ""}>
        <option value="">{t("filter.all-modes")}</option>
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`modes.${mode}`)}
          </option>
        ))}
      </Choice>
      <button>{t("filter.show")}</button>
    </Form>
  )
}

type ChoiceProps = { name: string; label: string; value: string; children: ReactNode }

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {children}
      </select>
    </label>
  )
}
