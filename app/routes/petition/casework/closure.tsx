/** 結案: after the reply, or on the spot with what was said. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { whetherReplied } from "~/server/petition/casework/form-facts.server"
import { TextArea } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("closure", whetherReplied)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Closure() {
  const { head, isReplied } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <TextArea
        name="remark"
        label={t("fields.closing-remark")}
        hint={t("fields.closing-remark-hint")}
        {...field}
        required={!isReplied}
      />
    </ActionPage>
  )
}
