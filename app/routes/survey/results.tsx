/** What the answers of a period say, item by item, and what people wrote. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { type Period, periodOf, shiftPeriod } from "~/domain/statistics/period"
import { SMALLEST_SHOWN } from "~/domain/statistics/suppression"
import { resultsSentences } from "~/domain/survey/results-report"
import { requireStaff } from "~/server/access/session.server"
import { readComments, readResultsReport } from "~/server/survey/results.server"
import { today } from "~/server/tools/clock.server"
import { wordsFor } from "~/server/tools/locale.server"
import { StaffPage } from "~/ui/page/staff-page"
import { ReportFile } from "~/ui/statistics/report-file"
import { percent, usePeriodWords } from "~/ui/statistics/share-words"
import { Spoken } from "~/ui/statistics/spoken"
import { Comments } from "~/ui/survey/comments"
import styles from "~/ui/survey/results.css?url"
import { Show } from "~/ui/survey/kinds/views"
import { ScaleTable } from "~/ui/survey/result-tables"
import { ResultsFilter } from "~/ui/survey/results-filter"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const QUARTERS_OFFERED = 9

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "survey.results")
  const asked = new URL(request.url).searchParams
  const report = await readResultsReport(params["slug"] ?? "", asked, staff)
  if (!report) throw new Response("survey-unknown", { status: 404 })
  const { survey, office, offices, filter, period, channel, mode, responses, items } = report
  const masks = wordsFor("zh-TW", "statistics")("masked", { returnObjects: true })
  const isOwn = office.id === staff.officeId
  // What people wrote is for the office they wrote to; with few responses it could tell who wrote.
  const mayRead = isOwn && responses >= SMALLEST_SHOWN
  return {
    title: wordsFor("zh-TW", "survey-results")("results.title", { title: survey.title }),
    chosen: { office: office.id, period, channel, mode },
    slug: survey.slug,
    offices,
    periods: periodsOffered(period),
    channels: survey.channels.map(({ code }) => code),
    officeName: office.name,
    responses,
    items,
    opinions: mayRead ? await readComments(survey.content, filter, masks) : null,
    isOwn,
  }
}

function periodsOffered(chosen: Period): Period[] {
  const newest = periodOf(today(), "quarter")
  const quarters = Array.from({ length: QUARTERS_OFFERED }, (_, back) => shiftPeriod(newest, -back))
  return quarters.includes(chosen) ? quarters : [chosen, ...quarters]
}

export default function ResultsPage() {
  const { title, officeName, chosen, slug, items, responses, opinions, isOwn, ...offered } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation("survey-results")
  const { long } = usePeriodWords()
  const rated = items.filter(({ isRated }) => isRated)
  const asked = items.filter(({ isRated, isSegment }) => !isRated && !isSegment)
  const people = items.filter(({ isSegment }) => isSegment)
  const sentences = resultsSentences(rated, responses, {
    period: long(chosen.period),
    named: (name, share) => t("results.lowestItem", { name, percent: percent(share) }),
    join: "、",
  })
  return (
    <StaffPage
      title={title}
      lead={t("results.lead", { office: officeName, period: long(chosen.period) })}
    >
      <ResultsFilter chosen={chosen} {...offered} />
      <Spoken sentences={sentences} definition={t("results.definition")} />
      {responses >= SMALLEST_SHOWN ? (
        <>
          <h2>{t("results.satisfaction")}</h2>
          <ScaleTable rows={rated} />
          <ReportFile report="results" filter={new URLSearchParams({ ...chosen, survey: slug })} />
          <div className="people">
            {asked.map((row) => (
              <Show key={row.key} row={row} />
            ))}
          </div>
          <h2>{t("results.people")}</h2>
          <div className="people">
            {people.map((row) => (
              <Show key={row.key} row={row} />
            ))}
          </div>
          <Comments opinions={opinions} isOwn={isOwn} />
        </>
      ) : null}
    </StaffPage>
  )
}
