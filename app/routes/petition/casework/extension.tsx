/** 展期: more time, asked for with the reason that the petitioner will read. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import { caseDoor } from "~/server/petition/casework/door.server"
import { legalBound } from "~/server/petition/casework/form-facts.server"
import { Choices } from "~/ui/form/choices"
import { TextArea, TextField } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("extension", legalBound)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Extension() {
  const { head, statutoryDueOn } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <TextField
        name="workingDays"
        type="number"
        inputMode="numeric"
        label={t("fields.working-days")}
        hint={t("fields.working-days-hint", {
          dueOn: dateInWords(head.dueOn, "zh-TW"),
          statutoryDueOn: dateInWords(statutoryDueOn, "zh-TW"),
        })}
        {...field}
      />
      <TextArea
        name="reason"
        label={t("fields.reason")}
        hint={t("fields.extension-reason-hint")}
        {...field}
      />
      <Choices
        name="isSpecial"
        label={t("fields.special")}
        several
        options={[{ value: "yes", label: t("fields.special-option") }]}
        {...field}
        required={false}
      />
    </ActionPage>
  )
}
