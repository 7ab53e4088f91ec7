/** Several options, any number of answers. */
import { useTranslation } from "react-i18next"
import { count } from "~/ui/statistics/share-words"
import { Counts } from "../result-tables"
import type { KindView } from "./kind-view"
import { Options } from "./options"
import type { ResultRow } from "~/domain/survey/results-report"

export const multipleView: KindView<"multiple"> = {
  frame: "group",
  told: () => null,
  Ask: (asking) => <Options {...asking} type="checkbox" />,
  Show: OverlappingCounts,
}

/** Shares that add up to more than a whole say so. */
function OverlappingCounts({ row }: { row: ResultRow }) {
  const { t } = useTranslation("survey-results")
  return <Counts row={row} note={t("results.multipleNote", { n: count(row.n) })} />
}
