import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { answerKeyOf, type Entered, KEY_FIELD, textsWritten } from "~/domain/survey/answering"
import { branchingCss } from "~/domain/survey/branching"
import { type Channel, officeNameIn } from "~/domain/survey/channel"
import type { Locale } from "~/domain/language"
import { wordsIn } from "~/domain/words"
import { readFields, showProblems } from "~/server/tools/form.server"
import { localeOf } from "~/server/tools/locale.server"
import { mayAnswer, submitResponse } from "~/server/survey/responses.server"
import { newAnswerKey, openedAtOf } from "~/server/survey/answer-key.server"
import { senderOf } from "~/server/survey/sender.server"
import { halfDoneWithin } from "~/server/survey/time-taken.server"
import {
  channelOr404,
  openChannelOr404,
  openOr410,
  questionnaireOf,
} from "~/server/survey/questionnaires.server"
import { keepReceipt } from "~/server/survey/receipt-cookie.server"
import { clientAddress } from "~/server/tools/throttle.server"
import { CitizenPage } from "~/ui/page/citizen-page"
import { enteredText } from "~/ui/form/field"
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
  const language = localeOf(request)
  return {
    content: channel.content,
    officeName: officeNameIn(channel, language),
    language,
    place: wordsIn(channel.label, language),
    isShared: channel.mode === "tablet",
    answerKey: newAnswerKey(),
    minutes: await halfDoneWithin(channel.versionId, channel.officeId),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await channelOr404(params.code ?? "")
  const language = localeOf(request)
  const form = await readFields(request)
  if (!found.isOpen) throw await closedMeanwhile(found, form.entered, language)
  const channel = await openOr410(found)
  if (!form.ok) return showProblems(form)
  if (!mayAnswer(clientAddress(request))) {
    return showProblems(
      { ok: false, problems: [{ code: "answer-too-often" }], status: 429 },
      form.entered,
    )
  }
  const carried = answerKeyOf(form.value)
  const openedAt = carried === null ? null : openedAtOf(carried)
  const submissionKey = carried ?? newAnswerKey()
  const kept = await submitResponse({
    channel,
    submissionKey,
    entered: form.value,
    locale: language,
    openedAt,
    sender: senderOf(clientAddress(request)),
  })
  if (kept.ok) {
    const receipt = await keepReceipt(channel.code, kept.value.receipt)
    const headers = { "Set-Cookie": receipt }
    return redirect(`/s/${channel.code}/thanks`, { status: 303, headers })
  }
  const isUsed = kept.problems.some(({ code }) => code === "form-used")
  // Whether it was kept may not be known: sent again it has the same key, and is counted once.
  if (!isUsed) return showProblems(kept, { ...form.entered, [KEY_FIELD]: submissionKey })
  // Shown again as a new form: only 送出 on a page that says so makes a second response.
  const another = { ...form.entered, [KEY_FIELD]: newAnswerKey(openedAt ?? undefined) }
  return showProblems({ ...kept, status: 409 }, another)
}

/** The survey was closed while somebody answered: told with what they wrote, so that it is not lost. */
async function closedMeanwhile(channel: Channel, entered: Entered, language: Locale) {
  const content = channel.versionId ? await questionnaireOf(channel.versionId) : null
  const written = content ? textsWritten(content, entered) : []
  const texts = written.map(({ item, text }) => ({ question: wordsIn(item.words, language), text }))
  return Response.json({ texts }, { status: 410 })
}

export default function AnswerPage() {
  const { content, language, officeName, place, isShared, answerKey, minutes } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("survey")
  const asking = { content, language, refused }
  return (
    <CitizenPage office={{ name: officeName }}>
      <style dangerouslySetInnerHTML={{ __html: surveyCss + branchingCss(content) }} />
      <h1>{wordsIn(content.headline ?? content.title, language)}</h1>
      <SurveyProblems {...asking} />
      <p>
        {t("lead", { place, introduction: wordsIn(content.introduction, language) })}{" "}
        {minutes === null ? null : t("half-done", { count: minutes })}
      </p>
      <section className="notice soft" aria-label={t("notice.label")}>
        {t("notice.text", { office: officeName })}
      </section>
      <SurveyForm
        {...asking}
        isShared={isShared}
        answerKey={enteredText(refused, KEY_FIELD, answerKey)}
      />
      <script type="module" src="/survey.js" />
    </CitizenPage>
  )
}

export function ErrorBoundary() {
  return <SurveyApology />
}
