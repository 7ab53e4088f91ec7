/** 不予處理, asked for: one of the three grounds of §173 and no other. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CASEWORK_RULES } from "~/domain/petition/casework/rules"
import { DECLINE_GROUNDS } from "~/domain/letter/statements"
import { DeclineForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { requestDecline } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { Choices } from "~/ui/form/choices"
import { TextArea } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "decline")
  return { head: await readActionHead(desk, "decline") }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "decline")
  const form = await readForm(request, DeclineForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await requestDecline({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Decline() {
  const { head } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="decline" head={head} refused={refused}>
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
