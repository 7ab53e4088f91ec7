/** 改分: to another section or officer, without touching the clock. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import { caseDoor } from "~/server/petition/casework/door.server"
import { choicesForReassignment } from "~/server/petition/casework/form-facts.server"
import { TextArea } from "~/ui/form/field"
import { OfficerSelect } from "~/ui/petition/casework/officer-select"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("reassignment", choicesForReassignment)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Reassignment() {
  const { head, sections, limit, isLate } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head}>
      {isLate && limit ? (
        <p className="notice">
          {t("fields.late-reassignment", { date: dateInWords(limit, "zh-TW") })}
        </p>
      ) : null}
      <OfficerSelect name="officerId" label={t("fields.officer")} sections={sections} {...field} />
      <TextArea
        name="reason"
        label={t("fields.reason")}
        hint={t("fields.reassign-reason-hint")}
        {...field}
      />
    </ActionPage>
  )
}
