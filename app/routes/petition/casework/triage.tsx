/** 分派: what the case is about, and who handles it. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { NATURES } from "~/domain/petition/petition"
import { TriageForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { triagePetition } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { listOfficeCategories, listSections } from "~/server/petition/casework/office-lists.server"
import { Choices } from "~/ui/form/choices"
import { Select } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import { OfficerSelect } from "~/ui/petition/casework/officer-select"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "triage")
  const { officeId, categoryId, nature, confidential } = desk.petition
  const [head, sections, categories] = await Promise.all([
    readActionHead(desk, "triage"),
    listSections(officeId),
    listOfficeCategories(officeId),
  ])
  return { head, given: { categoryId, nature, confidential }, sections, categories }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "triage")
  const form = await readForm(request, TriageForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await triagePetition({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Triage() {
  const { head, given, sections, categories } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="triage" head={head} refused={refused}>
      <OfficerSelect name="officerId" label={t("fields.officer")} sections={sections} {...field} />
      <Select
        name="categoryId"
        label={t("fields.category")}
        options={categories.map(({ id, label }) => ({ value: id, label }))}
        value={given.categoryId}
        {...field}
      />
      <Choices
        name="nature"
        label={t("fields.nature")}
        options={NATURES.map((value) => ({ value, label: t(`natures.${value}`) }))}
        value={given.nature}
        {...field}
      />
      <Choices
        name="confidential"
        label={t("fields.confidential")}
        several
        options={[{ value: "yes", label: t("fields.confidential-option") }]}
        value={given.confidential ? "yes" : ""}
        {...field}
        required={false}
      />
      <OfficerSelect
        name="respondentId"
        label={t("fields.respondent")}
        hint={t("fields.respondent-hint")}
        sections={sections}
        {...field}
        required={false}
      />
    </ActionPage>
  )
}
