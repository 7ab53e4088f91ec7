import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { branchingCss } from "~/domain/survey/branching"
import { officeNameIn } from "~/domain/survey/channel"
import { wordsIn } from "~/domain/survey/words"
import { readFields, showProblems } from "~/server/tools/form.server"
import { localeOf } from "~/server/tools/locale.server"
import { mayAnswer, submitResponse } from "~/server/survey/responses.server"
import {
  keepSubmissionKey,
  newSubmissionKey,
  submissionKeyOf,
} from "~/server/survey/page-cache.server"
import { openChannelOr404 } from "~/server/survey/questionnaires.server"
import { clientAddress } from "~/server/tools/throttle.server"
import { CitizenPage } from "~/ui/page/citizen-page"
import { SurveyApology } from "~/ui/survey/survey-apology"
import surveyCss from "~/ui/survey/survey.css?inline"
import { SurveyForm, SurveyProblems } from "~/ui/survey/survey-form"

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  loaded
    ? [{ title: `${wordsIn(loaded.content.title, loaded.language)}｜${loaded.officeName}` }]
    : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const channel = await openChannelOr404(params.code ?? "")
  const { content, code } = channel
  const language = localeOf(request)
  const headers = new Headers({ "Cache-Control": "private, no-cache" })
  if (!submissionKeyOf(request))
    headers.set("Set-Cookie", keepSubmissionKey(code, newSubmissionKey()))
  return data(
    {
      content,
      officeName: officeNameIn(channel, language),
      language,
      place: wordsIn(channel.label, language),
      // What one person typed on a tablet must not be found there by the next.
      isShared: channel.mode === "tablet",
    },
    { headers },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const channel = await openChannelOr404(params.code ?? "")
  const form = await readFields(request)
  if (!form.ok) return showProblems(form)
  if (!mayAnswer(clientAddress(request))) {
    return showProblems(
      { ok: false, problems: [{ code: "answer-too-often" }], status: 429 },
      form.entered,
    )
  }
  const submissionKey = submissionKeyOf(request) ?? newSubmissionKey()
  const kept = await submitResponse({
    channel,
    submissionKey,
    entered: form.value,
    locale: localeOf(request),
  })
  if (!kept.ok) return showProblems(kept, form.entered)
  return redirect(`/s/${channel.code}/thanks?receipt=${kept.value.receipt}`, 303)
}

export default function AnswerPage() {
  const { content, language, officeName, place, isShared } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("survey")
  const asking = { content, language, refused }
  return (
    <CitizenPage office={{ name: officeName }}>
      <style dangerouslySetInnerHTML={{ __html: surveyCss + branchingCss(content) }} />
      <SurveyProblems {...asking} />
      <h1>{wordsIn(content.title, language)}</h1>
      <p>{t("lead", { place, introduction: wordsIn(content.introduction, language) })}</p>
      <section className="notice soft" aria-label={t("notice.label")}>
        {t("notice.text", { office: officeName })}
      </section>
      <SurveyForm {...asking} />
      {isShared ? null : <script type="module" src="/survey.js" />}
    </CitizenPage>
  )
}

export function ErrorBoundary() {
  return <SurveyApology />
}
