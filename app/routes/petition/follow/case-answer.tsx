import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { SupplementAnswerForm } from "~/domain/petition/filing/filing.schema"
import { findOpenCase, requireFollowedCase } from "~/server/petition/filing/follow.server"
import { giveTextBack, PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { answerSupplement } from "~/server/petition/casework/actions.server"
import { TextArea } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { Day } from "~/ui/page/dates"
import { PetitionPage } from "~/ui/petition/filing/filing-page"
import { KeptTextPage } from "~/ui/petition/filing/kept-text"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { petition, office } = await requireFollowedCase(request)
  if (!petition.question) throw redirect("/petitions/case")
  const t = wordsFor(localeOf(request), "petition")
  return {
    title: t("portalTitle", { title: t("answer.title") }),
    office,
    question: petition.question,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, SupplementAnswerForm)
  if (!(await findOpenCase(request))) giveTextBack("pass-over", form.entered.answer)
  const { id, officeId } = await requireFollowedCase(request)
  if (!form.ok) return showProblems(form)
  const answered = await answerSupplement(id, officeId, form.value.answer)
  if (!answered.ok) return showProblems(answered, form.entered)
  return redirect("/petitions/case", 303)
}

export default function AnswerPage() {
  const { office, question } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("answer.title")} office={office} refused={refused}>
      <p className="notice pre">{question.text}</p>
      <p>
        {t("answer.by")} <Day on={question.answerBy} />
      </p>
      <form method="post" noValidate>
        <FormGuard />
        <TextArea
          {...{ name: "answer", refused, topic: "petition", required: true, rows: 8 }}
          label={t("answer.label")}
        />
        <button>{t("answer.submit")}</button>
      </form>
    </PetitionPage>
  )
}

/** Half an hour goes by quickly for who writes much: the text is given back. */
export function ErrorBoundary() {
  return <KeptTextPage />
}
