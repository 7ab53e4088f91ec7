/** The tables of a report as a file: one door for all of them, each with its own permission. */
import type { LoaderFunctionArgs } from "@remix-run/node"
import type { Permission, Staff } from "~/domain/access/permission"
import { REPORTS, type ReportName, type Table } from "~/domain/statistics/reports/report"
import { readTrendAddress, trendTable } from "~/domain/statistics/reports/trend"
import { SMALLEST_SHOWN } from "~/domain/statistics/suppression"
import { MODES } from "~/domain/survey/channel"
import { resultsTable } from "~/domain/survey/results-report"
import { requireStaff } from "~/server/access/session.server"
import { lastWholePeriod, readTrendReport } from "~/server/statistics/trends.server"
import { readResultsReport } from "~/server/survey/results.server"
import { csvFile } from "~/server/tools/exports.server"
import { wordsFor } from "~/server/tools/locale.server"

type ReportFile = {
  permission: Permission
  /** Null when there is no such report. */
  read: (asked: URLSearchParams, staff: Staff) => Promise<Table | null>
}

const FILES: Record<ReportName, ReportFile> = {
  trends: { permission: "trend.view", read: readTrendTable },
  results: { permission: "survey.results", read: readResultsTable },
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = REPORTS.find((one) => one === params["report"])
  const staff = await requireStaff(request, name ? FILES[name].permission : "trend.view")
  const table = name ? await FILES[name].read(new URL(request.url).searchParams, staff) : null
  if (!table) throw new Response("report-unknown", { status: 404 })
  return csvFile(table.name, table)
}

async function readTrendTable(asked: URLSearchParams, { officeId }: Staff): Promise<Table> {
  const filter = readTrendAddress(asked, MODES, lastWholePeriod)
  const { changes, items, officeName } = await readTrendReport(officeId, filter)
  const names = new Map(items.map(({ key, shortName }) => [key, shortName["zh-TW"]]))
  const t = wordsFor("zh-TW", "statistics-trends")
  return trendTable(changes, {
    name: `${officeName}${t("file.name")}${filter.period}`,
    columns: Object.values(t("file.columns", { returnObjects: true })),
    nameOf: (item) => names.get(item) ?? item,
    verdicts: t("verdict", { returnObjects: true }),
  })
}

async function readResultsTable(asked: URLSearchParams, staff: Staff): Promise<Table | null> {
  const report = await readResultsReport(asked.get("survey") ?? "", asked, staff)
  if (!report) return null
  const { office, survey, period, items, responses } = report
  const t = wordsFor("zh-TW", "survey-results")
  const columns = Object.values(t("results.file.columns", { returnObjects: true }))
  const shown = responses >= SMALLEST_SHOWN ? items : []
  return resultsTable(shown, { name: `${office.name}${survey.title}${period}`, columns })
}
