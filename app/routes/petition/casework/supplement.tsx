/** 補陳: what is unclear is asked once and completely. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CASEWORK_RULES } from "~/domain/petition/casework/rules"
import { caseDoor } from "~/server/petition/casework/door.server"
import { nothingMore } from "~/server/petition/casework/form-facts.server"
import { TextArea } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("supplement", nothingMore)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Supplement() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <TextArea
        name="question"
        label={t("fields.question")}
        hint={t("fields.question-hint", { count: CASEWORK_RULES.supplementWorkingDays })}
        {...field}
      />
    </ActionPage>
  )
}
