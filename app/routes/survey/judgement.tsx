import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { mayDo } from "~/domain/access/permission"
import { calendarDate, isCalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords, instantInWords } from "~/domain/deadline/date-words"
import { FLAG_REASONS } from "~/domain/survey/bursts"
import { JUDGEMENTS } from "~/domain/survey/judging"
import { JudgementForm } from "~/domain/survey/judging.schema"
import { requireStaff } from "~/server/access/session.server"
import {
  type FlaggedGroup,
  judgeFlagged,
  listFlagged,
  listFlaggedAnswers,
} from "~/server/survey/flagged.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { TextArea } from "~/ui/form/field"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

const LIST = "/staff/surveys/flagged"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "survey.results")
  const group = groupOr404(params)
  const [found] = await listFlagged(staff.officeId, group)
  if (!found) throw redirect(LIST) // judged meanwhile: nothing is left to look at
  const answers = await listFlaggedAnswers(staff.officeId, group)
  const t = wordsFor("zh-TW", "survey-results")
  return {
    title: t(`flagged.reasons.${group.reason}`),
    place: `${found.label["zh-TW"]}・${dateInWords(calendarDate(group.day), "zh-TW")}`,
    reason: group.reason,
    count: found.count,
    from: instantInWords(found.from, "zh-TW"),
    until: instantInWords(found.until, "zh-TW"),
    upTo: String(found.upTo),
    mayJudge: mayDo(staff.role, "survey.manage"),
    answers: answers.map(({ receivedAt, ...one }) => {
      return { ...one, at: instantInWords(receivedAt, "zh-TW") }
    }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "survey.manage")
  const form = await readForm(request, JudgementForm)
  if (!form.ok) return showProblems(form)
  const judged = await judgeFlagged(groupOr404(params), form.value, staff)
  return judged.ok ? redirect(LIST) : showProblems(judged, form.entered)
}

function groupOr404(params: Record<string, string | undefined>): FlaggedGroup {
  const { code = "", day = "" } = params
  const reason = FLAG_REASONS.find((one) => one === params["reason"])
  if (!reason || !isCalendarDate(day)) throw new Response("no such burst", { status: 404 })
  return { code, day, reason }
}

export default function JudgementPage() {
  const { title, place, reason, count, from, until, upTo, mayJudge, answers } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("survey-results")
  const form = { refused, topic: "survey-results" as const, required: true }
  return (
    <StaffPage title={title} lead={<Link to={LIST}>{t("flagged.title")}</Link>}>
      <ErrorSummary refused={refused} topic="survey-results" />
      <p>
        {place}。{t("flagged.told", { count, from, until })}
      </p>
      <p className="prose">{t(`flagged.why.${reason}`)}</p>
      {mayJudge ? (
        <Form method="post" className="sheet" noValidate>
          <HiddenField name="upTo" value={upTo} />
          <Choices
            {...form}
            name="judgement"
            label={t("flagged.judgement", { count })}
            options={JUDGEMENTS.map((value) => ({
              value,
              label: t(`flagged.${value}`),
              hint: t(`flagged.${value}-hint`),
            }))}
          />
          <TextArea
            {...form}
            name="reason"
            label={t("flagged.because")}
            hint={t("flagged.because-hint")}
          />
          <div className="row">
            <button>{t("flagged.send")}</button>
            <Link to={LIST}>{t("flagged.later")}</Link>
          </div>
        </Form>
      ) : (
        <p>{t("flagged.not-yours")}</p>
      )}
      <h2>{t("flagged.answers", { count: answers.length })}</h2>
      <div className="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("flagged.received")}</th>
              <th scope="col">{t("flagged.took")}</th>
              <th scope="col">{t("flagged.said")}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ at, tookUpTo, answers: said }, nth) => (
              <tr key={nth}>
                <td>{at}</td>
                <td>
                  {tookUpTo === null
                    ? t("flagged.took-unknown")
                    : t("flagged.took-up-to", { count: tookUpTo })}
                </td>
                <td>{said.map(({ name, text }) => `${name}：${text}`).join("；")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </StaffPage>
  )
}
