import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { SupplementAnswerForm } from "~/domain/petition/filing"
import { requireCase } from "~/server/filing/follow.server"
import { PRIVATE_PAGE } from "~/server/filing/pages.server"
import { readForm, showProblems } from "~/server/form.server"
import { localeOf, wordsFor } from "~/server/locale.server"
import { answerSupplement } from "~/server/petitions/deeds.server"
import { TextArea } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { Day } from "~/ui/page/dates"
import { PetitionPage } from "~/ui/petition/citizen-filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { petition, office } = await requireCase(request)
  if (!petition.question) throw redirect("/petitions/case")
  const t = wordsFor(localeOf(request), "petition")
  return {
    title: t("portalTitle", { title: t("answer.title") }),
    office,
    question: petition.question,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { id, officeId } = await requireCase(request)
  const form = await readForm(request, SupplementAnswerForm)
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
