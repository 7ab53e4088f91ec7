/** 展期: more time, asked for with the reason that the petitioner will read. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import { ExtensionForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { requestExtension } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { Choices } from "~/ui/form/choices"
import { TextArea, TextField } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension")
  const head = await readActionHead(desk, "extension")
  return { head, statutoryDueOn: desk.petition.clock.statutoryDueOn }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension")
  const form = await readForm(request, ExtensionForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await requestExtension({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Extension() {
  const { head, statutoryDueOn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="extension" head={head} refused={refused}>
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
