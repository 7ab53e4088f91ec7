import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { wordsIn } from "~/domain/words"
import { NATURES } from "~/domain/petition/petition"
import { listCategories, PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { keepStep, openStep, readStep } from "~/server/petition/filing/steps.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { StepPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, office, refused, copy, replaced } = await openStep(request, "what")
  const language = localeOf(request)
  const t = wordsFor(language, "petition")
  const categories = await listCategories(office.id)
  return {
    title: t("portalTitle", { title: t("what.title") }),
    page: { id, office, refused, copy, replaced },
    categories: categories.map(({ id, label }) => ({ value: id, label: wordsIn(label, language) })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const step = await readStep(request, "what")
  const categories = await listCategories(step.office.id)
  const isKnown = categories.some(({ id }) => id === step.form.entered["categoryId"])
  return keepStep(step, isKnown ? [] : [{ code: "category-required", field: "categoryId" }])
}

export default function WhatPage() {
  const { page, categories } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  const field = { refused: page.refused, topic: "petition", required: true } as const
  const natures = NATURES.map((nature) => ({
    value: nature,
    label: t(`natures.${nature}`),
    hint: t(`natureHints.${nature}`),
  }))
  return (
    <StepPage step="what" title={t("what.title")} {...page}>
      <Choices {...field} name="nature" label={t("what.nature")} options={natures} />
      <Choices {...field} name="categoryId" label={t("what.category")} options={categories} />
    </StepPage>
  )
}
