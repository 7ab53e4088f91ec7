import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { mayDo } from "~/domain/access/permission"
import { yearOf } from "~/domain/deadline/calendar-date"
import { OfficeClosureForm } from "~/domain/deadline/closure.schema"
import { dateInWords } from "~/domain/deadline/date-words"
import { knownYears } from "~/domain/deadline/office-calendar"
import { REACH_WARNING_DAYS } from "~/domain/deadline/rule"
import { yearView } from "~/domain/deadline/year-view"
import { addClosure, listClosures, listMovedDueDates } from "~/server/deadline/closures.server"
import {
  checkCalendarReach,
  listCalendarYears,
  officeCalendar,
} from "~/server/deadline/calendar.server"
import { today } from "~/server/tools/clock.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { readAccessNotices } from "~/server/access/notices.server"
import { requireStaff } from "~/server/access/session.server"
import { AccessNotices } from "~/ui/access/access-notices"
import calendarCss from "~/ui/deadline/staff-calendar.css?url"
import { DepartureForm, Departures } from "~/ui/deadline/staff-departures"
import { MovedDueDates } from "~/ui/deadline/staff-moved"
import { CalendarVersions } from "~/ui/deadline/staff-versions"
import { YearView } from "~/ui/deadline/staff-year"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: calendarCss }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "calendar.view")
  const { officeId, role } = staff
  const [calendar, versions, reach, moves] = await Promise.all([
    officeCalendar(officeId),
    listCalendarYears(),
    checkCalendarReach(),
    listMovedDueDates(officeId),
  ])
  const year = askedYear(request)
  const t = wordsFor("zh-TW", "deadline-calendar")
  return {
    title: t("portalTitle", { title: t("title") }),
    ...{ year, versions, reach, moves, today: today() },
    years: [...new Set([...knownYears(calendar), year])].toSorted(),
    isKnown: knownYears(calendar).includes(year),
    months: yearView(calendar, year),
    closures: await listClosures(officeId, year),
    mayEdit: mayDo(role, "calendar.edit"),
    // An administrator's first screen is this one; the others have read it on theirs.
    notices: mayDo(role, "work.view") ? null : await readAccessNotices(staff),
  }
}

function askedYear(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("year"))
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : yearOf(today())
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "calendar.edit")
  const form = await readForm(request, OfficeClosureForm)
  if (!form.ok) return showProblems(form)
  const added = await addClosure(form.value, staff)
  if (!added.ok) return showProblems(added, form.entered)
  return redirect(`/staff/calendar?year=${yearOf(form.value.date)}`, 303)
}

export default function CalendarPage() {
  const {
    year,
    years,
    isKnown,
    months,
    closures,
    moves,
    versions,
    reach,
    mayEdit,
    today,
    notices,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t, i18n } = useTranslation("deadline-calendar")
  const roc = year - 1911
  const importLink = <Link to="/staff/calendar/import">{t("import.link")}</Link>
  return (
    <StaffPage title={t("title")} lead={t("lead")} actions={mayEdit ? importLink : null}>
      {notices && <AccessNotices {...notices} />}
      <ErrorSummary refused={refused} topic="deadline-calendar" />
      {reach.endsSoon && (
        <p className="notice">
          {reach.reachesTo
            ? t("endsSoon", {
                date: dateInWords(reach.reachesTo, i18n.language),
                count: REACH_WARNING_DAYS,
              })
            : t("noCalendar")}
        </p>
      )}
      <MovedDueDates moves={moves} />
      <nav aria-label={t("years")} className="row years">
        {years.map((one) => (
          <Link key={one} to={`?year=${one}`} aria-current={one === year ? "page" : undefined}>
            {t("year", { roc: one - 1911, year: one })}
          </Link>
        ))}
      </nav>
      <h2>{t("year", { roc, year })}</h2>
      {isKnown ? (
        <YearView months={months} today={today} />
      ) : (
        <p className="notice">{t("unknownYear")}</p>
      )}
      <h2>{t("departures.title")}</h2>
      <Departures list={closures} roc={roc} mayEdit={mayEdit} />
      {mayEdit && <h2>{t("departures.add")}</h2>}
      {mayEdit && <DepartureForm key={closures.length} refused={refused} />}
      <h2>{t("versions.title")}</h2>
      <CalendarVersions versions={versions} />
    </StaffPage>
  )
}
