/** 加註: for the office only. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { nothingMore } from "~/server/petition/casework/form-facts.server"
import { TextArea } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("note", nothingMore)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Note() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <TextArea name="text" label={t("fields.note")} {...field} />
    </ActionPage>
  )
}
