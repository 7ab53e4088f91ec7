import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import {
  firstDayOf,
  isPeriod,
  lastDayOf,
  type Period,
  periodOf,
  shiftPeriod,
  unitOf,
} from "~/domain/statistics/period"
import { MODES } from "~/domain/survey/channel"
import { today } from "~/server/tools/clock.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { findSurvey, listOffices, readComments, readResults } from "~/server/survey/results.server"
import { StaffPage } from "~/ui/page/staff-page"
import { usePeriodWords } from "~/ui/statistics/share-words"
import { Comments } from "~/ui/survey/comments"
import styles from "~/ui/survey/results.css?url"
import { Show } from "~/ui/survey/kinds/views"
import { ScaleTable } from "~/ui/survey/result-tables"
import { ResultsFilter } from "~/ui/survey/results-filter"
import { ResultsSentence } from "~/ui/survey/results-sentence"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const QUARTERS_OFFERED = 9

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "survey.results")
  const asked = new URL(request.url).searchParams
  const offices = await listOffices()
  const office = offices.find(({ id }) => id === (asked.get("office") || staff.officeId))
  const survey = office && (await findSurvey(params.slug ?? "", office.id))
  if (!office || !survey) throw new Response("survey-unknown", { status: 404 })
  const period = periodAsked(asked.get("period") ?? "")
  const channel = survey.channels.find(({ code }) => code === asked.get("channel"))
  const mode = MODES.find((one) => one === asked.get("mode"))
  const filter = {
    officeIds: [office.id],
    questionnaireId: survey.id,
    from: firstDayOf(period),
    to: lastDayOf(period),
    ...(channel ? { channelIds: [channel.id] } : {}),
    ...(mode ? { modes: [mode] } : {}),
  }
  const masks = wordsFor("zh-TW", "statistics")("masked", { returnObjects: true })
  const { responses, items } = await readResults(survey.content, filter)
  const isOwn = office.id === staff.officeId
  return {
    title: wordsFor("zh-TW", "survey-results")("results.title", { title: survey.title }),
    chosen: { office: office.id, period, channel: channel?.code ?? "", mode: mode ?? "" },
    offices,
    periods: periodsOffered(period),
    channels: survey.channels.map(({ code }) => code),
    officeName: office.name,
    responses,
    items,
    // What people wrote is for the office they wrote to; with few responses it could tell who wrote.
    opinions: isOwn && responses >= 5 ? await readComments(survey.content, filter, masks) : null,
    isOwn,
  }
}

/** The quarter or month asked for; otherwise the last whole quarter. */
function periodAsked(text: string): Period {
  const isOffered = isPeriod(text) && (unitOf(text) === "quarter" || unitOf(text) === "month")
  return isOffered ? text : shiftPeriod(periodOf(today(), "quarter"), -1)
}

function periodsOffered(chosen: Period): Period[] {
  const newest = periodOf(today(), "quarter")
  const quarters = Array.from({ length: QUARTERS_OFFERED }, (_, back) => shiftPeriod(newest, -back))
  return quarters.includes(chosen) ? quarters : [chosen, ...quarters]
}

export default function ResultsPage() {
  const { title, officeName, chosen, items, responses, opinions, isOwn, ...offered } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation("survey-results")
  const { long } = usePeriodWords()
  const rated = items.filter(({ isRated }) => isRated)
  const asked = items.filter(({ isRated, isSegment }) => !isRated && !isSegment)
  const people = items.filter(({ isSegment }) => isSegment)
  return (
    <StaffPage
      title={title}
      lead={t("results.lead", { office: officeName, period: long(chosen.period) })}
    >
      <ResultsFilter chosen={chosen} {...offered} />
      <ResultsSentence scales={rated} responses={responses} period={long(chosen.period)} />
      {responses >= 5 ? (
        <>
          <h2>{t("results.satisfaction")}</h2>
          <ScaleTable rows={rated} />
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
