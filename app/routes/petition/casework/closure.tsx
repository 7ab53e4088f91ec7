/** 結案: after the reply, or on the spot with what was said. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CaseClosureForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { closePetition } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { TextArea } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "closure")
  const head = await readActionHead(desk, "closure")
  return { head, isReplied: desk.petition.status === "replied" }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "closure")
  const form = await readForm(request, CaseClosureForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await closePetition({ id: desk.petition.id, seen }, asked.remark, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Closure() {
  const { head, isReplied } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="closure" head={head} refused={refused}>
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
