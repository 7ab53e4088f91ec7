/** 併案: into an earlier open case on the same facts. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { casesToJoin } from "~/server/petition/casework/form-facts.server"
import { Select, TextField } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("merge", casesToJoin)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Merge() {
  const { head, candidates } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  const options = candidates.flatMap(({ number, subject }) =>
    number ? [{ value: number, label: `${number} ${subject}` }] : [],
  )
  return (
    <ActionPage head={head}>
      {options.length === 0 ? (
        <TextField
          name="mainNumber"
          label={t("fields.main")}
          hint={t("fields.main-hint")}
          {...field}
        />
      ) : (
        <Select
          name="mainNumber"
          label={t("fields.main")}
          hint={t("fields.main-hint")}
          options={options}
          emptyLabel={t("fields.choose")}
          {...field}
        />
      )}
    </ActionPage>
  )
}
