/** 不予處理, asked for: one of the three grounds of §173 and no other. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CASEWORK_RULES } from "~/domain/petition/casework/rules"
import { DECLINE_GROUNDS } from "~/domain/letter/statements"
import { caseDoor } from "~/server/petition/casework/door.server"
import { nothingMore } from "~/server/petition/casework/form-facts.server"
import { Choices } from "~/ui/form/choices"
import { TextArea } from "~/ui/form/field"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("decline", nothingMore)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Decline() {
  const { head } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      <Choices
        name="ground"
        label={t("fields.ground")}
        options={DECLINE_GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
        {...field}
      />
      <TextArea name="reason" label={t("fields.reason")} hint={t("fields.told-hint")} {...field} />
      <TextArea
        name="earlier"
        label={t("fields.earlier")}
        hint={t("fields.earlier-hint", { count: CASEWORK_RULES.repeatedAnswers })}
        rows={2}
        {...field}
        required={false}
      />
    </ActionPage>
  )
}
