/** The result in a sentence that can be read aloud, and what the numbers are. */
import { useTranslation } from "react-i18next"
import { count, percent } from "~/ui/statistics/share-words"
import type { ResultRow } from "./result-rows"

/** The item that stands for the whole; a questionnaire without it is led by its first. */
const OVERALL = "overall"
const LOWEST_NAMED = 3

type Props = { scales: ResultRow[]; responses: number; period: string }

export function ResultsSentence({ scales, responses, period }: Props) {
  const { t } = useTranslation("survey-results")
  const lead = scales.find(({ key }) => key === OVERALL) ?? scales[0]
  if (responses === 0) return <p className="spoken">{t("results.none")}</p>
  if (!lead?.satisfaction || responses < 5) return <p className="spoken">{t("results.tooFew")}</p>
  const { value, low, high } = lead.satisfaction
  const lowest = scales
    .flatMap(({ name, satisfaction }) =>
      satisfaction ? [{ name, value: satisfaction.value }] : [],
    )
    .sort((one, other) => one.value - other.value)
    .slice(0, LOWEST_NAMED)
    .map((one) => t("results.lowestItem", { name: one.name, percent: percent(one.value) }))
  const said = {
    period,
    item: lead.name,
    percent: percent(value),
    low: percent(low),
    high: percent(high),
    n: count(lead.n),
    responses: count(responses),
  }
  return (
    <>
      <p className="spoken">
        {t("results.sentence", said)}
        {t("results.lowest", { items: lowest.join("、") })}
      </p>
      <p className="soft">
        {t("results.selfSelected")}
        {t("results.definition")}
      </p>
    </>
  )
}
