/** 核定展期: a supervisor other than the asker grants more time or does not. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { papersOf } from "~/domain/petition/case-papers"
import { VerdictForm } from "~/domain/petition/casework-forms"
import { readForm, showProblems } from "~/server/form.server"
import { judgeExtension } from "~/server/petitions/deeds.server"
import { afterDeed, requireCase, readDeedHead } from "~/server/petitions/desk.server"
import { DeedPage } from "~/ui/petition/staff-deed-page"
import { ExtensionShown } from "~/ui/petition/staff-case-papers"
import { VerdictFields } from "~/ui/petition/staff-verdict-fields"
import styles from "~/ui/petition/staff-casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension-approval")
  return { head: await readDeedHead(desk, "extension-approval"), papers: papersOf(desk.petition) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "extension-approval")
  const form = await readForm(request, VerdictForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await judgeExtension({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterDeed(done, desk, form.entered)
}

export default function ExtensionApproval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("casework")
  return (
    <DeedPage
      deed="extension-approval"
      head={head}
      refused={refused}
      papers={papers.extension ? <ExtensionShown extension={papers.extension} /> : null}
    >
      <VerdictFields
        approve={t("fields.approve-extension")}
        refuse={t("fields.refuse-extension")}
        refused={refused}
      />
    </DeedPage>
  )
}
