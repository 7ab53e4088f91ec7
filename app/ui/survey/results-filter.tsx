/** Which responses are shown: a plain form that changes the address, so that a view can be kept and sent. */
import { Form } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { Period } from "~/domain/statistics/period"
import { MODES } from "~/domain/survey/channel"
import { usePeriodWords } from "~/ui/statistics/share-words"

type Props = {
  chosen: { office: string; period: Period; channel: string; mode: string }
  offices: { id: string; name: string }[]
  periods: Period[]
  channels: string[]
}

export function ResultsFilter({ chosen, offices, periods, channels }: Props) {
  const { t } = useTranslation("survey-results")
  const { long } = usePeriodWords()
  const all = (name: string) => ({ value: "", label: name })
  const fields = [
    {
      name: "office",
      label: t("results.office"),
      options: offices.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: "period",
      label: t("results.period"),
      options: periods.map((value) => ({ value, label: long(value) })),
    },
    {
      name: "channel",
      label: t("results.channel"),
      options: [
        all(t("results.allChannels")),
        ...channels.map((value) => ({ value, label: value })),
      ],
    },
    {
      name: "mode",
      label: t("results.mode"),
      options: [
        all(t("results.allModes")),
        ...MODES.map((value) => ({ value, label: t(`modes.${value}`) })),
      ],
    },
  ] as const
  return (
    <Form
      method="get"
      className="filter"
      aria-label={t("results.filter")}
      key={JSON.stringify(chosen)}
    >
      {fields.map(({ name, label, options }) => (
        <label key={name}>
          <span>{label}</span>
          <select name={name} defaultValue={chosen[name]}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button>{t("results.show")}</button>
    </Form>
  )
}
