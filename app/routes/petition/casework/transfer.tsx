/** 移轉: to the agency that is competent, with a notice to the petitioner. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { nothingMore } from "~/server/petition/casework/form-facts.server"
import { TextArea, TextField } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("transfer", nothingMore)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Transfer() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <TextField name="agency" label={t("fields.agency")} {...field} />
      <TextArea
        name="reason"
        label={t("fields.transfer-reason")}
        hint={t("fields.told-hint")}
        {...field}
      />
    </ActionPage>
  )
}
