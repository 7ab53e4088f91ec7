/** Takes a report along: its tables as a file, or the page on paper. */
import { useTranslation } from "react-i18next"
import type { ReportName } from "~/domain/statistics/reports/report"

type Props = { report: ReportName; filter: URLSearchParams }

export function ReportFile({ report, filter }: Props) {
  const { t } = useTranslation("statistics")
  return (
    <p className="take-along">
      <a href={`/staff/reports/${report}?${filter}`} download>
        {t("file.download")}
      </a>
    </p>
  )
}
