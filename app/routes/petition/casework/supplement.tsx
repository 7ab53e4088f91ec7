/** 補陳: what is unclear is asked once and completely. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CASEWORK_RULES } from "~/domain/petition/casework/rules"
import { SupplementForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { requestSupplement } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { TextArea } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "supplement")
  return { head: await readActionHead(desk, "supplement") }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "supplement")
  const form = await readForm(request, SupplementForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await requestSupplement({ id: desk.petition.id, seen }, asked.question, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Supplement() {
  const { head } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="supplement" head={head} refused={refused}>
      <TextArea
        name="question"
        label={t("fields.question")}
        hint={t("fields.question-hint", { count: CASEWORK_RULES.supplementWorkingDays })}
        {...field}
      />
    </ActionPage>
  )
}
