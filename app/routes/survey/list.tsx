import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { type Mode, MODES } from "~/domain/survey/channel"
import { WordsSchema } from "~/domain/words.schema"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { countFlagged } from "~/server/survey/flagged.server"
import { listSurveys } from "~/server/survey/results.server"
import { StaffPage } from "~/ui/page/staff-page"
import { count } from "~/ui/statistics/share-words"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "survey.view")
  const [surveys, flagged] = await Promise.all([
    listSurveys(staff.officeId),
    countFlagged(staff.officeId),
  ])
  return {
    flagged,
    title: wordsFor("zh-TW", "survey-results")("surveys.title"),
    surveys: surveys.map(({ version, channels, ...survey }) => ({
      ...survey,
      version: version?.publishedAt
        ? { number: version.number, date: dateInWords(taipeiDate(version.publishedAt), "zh-TW") }
        : null,
      channels: channels.map(({ label, ...channel }) => ({
        ...channel,
        label: WordsSchema.parse(label)["zh-TW"],
      })),
    })),
  }
}

export default function SurveysPage() {
  const { title, surveys, flagged } = useLoaderData<typeof loader>()
  const { t } = useTranslation("survey-results")
  return (
    <StaffPage title={title} lead={t("surveys.lead")}>
      {flagged > 0 ? (
        <p className="notice">
          <Link to="flagged">{t("flagged.waiting", { count: flagged })}</Link>
        </p>
      ) : null}
      {surveys.length === 0 ? (
        <p>
          {t("surveys.empty")}
          {t("surveys.emptyNext")}
        </p>
      ) : null}
      {surveys.map((survey) => (
        <section key={survey.slug} aria-labelledby={`survey-${survey.slug}`}>
          <div className="title-row">
            <div>
              <h2 id={`survey-${survey.slug}`}>{survey.title}</h2>
              {survey.version ? (
                <p className="soft">{t("surveys.version", survey.version)}</p>
              ) : null}
            </div>
            <Link className="button quiet" to={`${survey.slug}/results`}>
              {t("surveys.results")}
            </Link>
          </div>
          {survey.channels.length === 0 ? (
            <p>{t("surveys.noChannels")}</p>
          ) : (
            <Channels channels={survey.channels} />
          )}
        </section>
      ))}
    </StaffPage>
  )
}

type ChannelRow = ReturnType<
  typeof useLoaderData<typeof loader>
>["surveys"][number]["channels"][number]

function Channels({ channels }: { channels: ChannelRow[] }) {
  const { t } = useTranslation("survey-results")
  const modeWords = (mode: string) =>
    t(`modes.${MODES.find((one): one is Mode => one === mode) ?? "web"}`)
  const total = channels.reduce((sum, { responses }) => sum + responses, 0)
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("surveys.channel")}</th>
            <th scope="col">{t("surveys.address")}</th>
            <th scope="col">{t("surveys.mode")}</th>
            <th scope="col">{t("surveys.state")}</th>
            <th scope="col" className="number">
              {t("surveys.responses")}
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel.code}>
              <th scope="row">
                <Link to={`/staff/channels/${channel.code}`}>{channel.label}</Link>
              </th>
              <td>{`/s/${channel.code}`}</td>
              <td className="nowrap">{modeWords(channel.mode)}</td>
              <td className="nowrap">{t(channel.isOpen ? "surveys.open" : "surveys.closed")}</td>
              <td className="number">{count(channel.responses)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t("surveys.total")}
            </th>
            <td className="number">{count(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
