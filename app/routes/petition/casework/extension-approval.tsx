/** 核定展期: a supervisor other than the asker grants more time or does not. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { papersOf } from "~/domain/petition/casework/papers"
import { VerdictForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { judgeExtension } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { ActionPage } from "~/ui/petition/casework/action-page"
import { ExtensionShown } from "~/ui/petition/casework/case-papers"
import { VerdictFields } from "~/ui/petition/casework/verdict-fields"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension-approval")
  return { head: await readActionHead(desk, "extension-approval"), papers: papersOf(desk.petition) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension-approval")
  const form = await readForm(request, VerdictForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await judgeExtension({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function ExtensionApproval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  return (
    <ActionPage
      action="extension-approval"
      head={head}
      refused={refused}
      papers={papers.extension ? <ExtensionShown extension={papers.extension} /> : null}
    >
      <VerdictFields
        approve={t("fields.approve-extension")}
        refuse={t("fields.refuse-extension")}
        refused={refused}
      />
    </ActionPage>
  )
}
