/** 分派: what the case is about, and who handles it. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { NATURES } from "~/domain/petition/petition"
import { caseDoor } from "~/server/petition/casework/door.server"
import { choicesForTriage } from "~/server/petition/casework/form-facts.server"
import { Choices } from "~/ui/form/choices"
import { Select } from "~/ui/form/field"
import { OfficerSelect } from "~/ui/petition/casework/officer-select"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("triage", choicesForTriage)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Triage() {
  const { head, given, sections, categories } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
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
