import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"
import { requireStaff } from "~/server/access/session.server"
import { listFlagged } from "~/server/survey/flagged.server"
import { wordsFor } from "~/server/tools/locale.server"
import { StaffPage } from "~/ui/page/staff-page"
import { count } from "~/ui/statistics/share-words"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Bursts of answers that wait for somebody to look at them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { officeId } = await requireStaff(request, "survey.results")
  const flagged = await listFlagged(officeId)
  return {
    title: wordsFor("zh-TW", "survey-results")("flagged.title"),
    groups: flagged.map(({ code, day, reason, label, count: answers }) => ({
      to: `${code}/${day}/${reason}`,
      day: dateInWords(calendarDate(day), "zh-TW"),
      place: label["zh-TW"],
      reason,
      answers,
    })),
  }
}

export default function FlaggedPage() {
  const { title, groups } = useLoaderData<typeof loader>()
  const { t } = useTranslation("survey-results")
  return (
    <StaffPage title={title} lead={<Link to="/staff/surveys">{t("surveys.title")}</Link>}>
      <p className="prose">{t("flagged.about")}</p>
      {groups.length === 0 ? (
        <p>{t("flagged.none")}</p>
      ) : (
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("flagged.reason")}</th>
                <th scope="col">{t("surveys.channel")}</th>
                <th scope="col">{t("flagged.day")}</th>
                <th scope="col" className="number">
                  {t("surveys.responses")}
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ to, day, place, reason, answers }) => (
                <tr key={to}>
                  <th scope="row">
                    <Link to={to}>{t(`flagged.reasons.${reason}`)}</Link>
                  </th>
                  <td>{place}</td>
                  <td>{day}</td>
                  <td className="number">{count(answers)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </StaffPage>
  )
}
