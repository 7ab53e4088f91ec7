import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { firstOpenStep } from "~/domain/petition/filing/filing"
import { wordsIn } from "~/domain/words"
import { STEP_SCHEMAS } from "~/domain/petition/filing/filing.schema"
import { NATURES } from "~/domain/petition/petition"
import { saveAnswers } from "~/server/petition/filing/drafts.server"
import {
  listCategories,
  PRIVATE_PAGE,
  requireDraft,
  stepPath,
} from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { FormGuard } from "~/ui/form/summary"
import { StepPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { draft, office } = await requireDraft(request, "what")
  const language = localeOf(request)
  const t = wordsFor(language, "petition")
  const categories = await listCategories(office.id)
  return {
    title: t("portalTitle", { title: t("what.title") }),
    office,
    answers: draft.what,
    categories: categories.map(({ id, label }) => ({ value: id, label: wordsIn(label, language) })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { id, draft, office } = await requireDraft(request, "what")
  const form = await readForm(request, STEP_SCHEMAS.what)
  if (!form.ok) return showProblems(form)
  const categories = await listCategories(office.id)
  if (!categories.some((category) => category.id === form.value.categoryId)) {
    return showProblems(
      { ok: false, problems: [{ code: "category-required", field: "categoryId" }] },
      form.entered,
    )
  }
  await saveAnswers(id, { what: form.value })
  return redirect(stepPath(firstOpenStep({ ...draft, what: form.value })), 303)
}

export default function WhatPage() {
  const { office, answers, categories } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  const field = { refused, topic: "petition", required: true } as const
  const natures = NATURES.map((nature) => ({
    value: nature,
    label: t(`natures.${nature}`),
    hint: t(`natureHints.${nature}`),
  }))
  return (
    <StepPage step="what" title={t("what.title")} office={office} refused={refused}>
      <form method="post" noValidate>
        <FormGuard />
        <Choices
          {...field}
          name="nature"
          label={t("what.nature")}
          options={natures}
          value={answers?.nature}
        />
        <Choices
          {...field}
          name="categoryId"
          label={t("what.category")}
          options={categories}
          value={answers?.categoryId}
        />
        <button>{t("next")}</button>
      </form>
    </StepPage>
  )
}
