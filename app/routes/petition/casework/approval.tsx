/** 核定回復: a second person sends the reply or returns the draft. */
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
import { judgeReply } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { ActionPage } from "~/ui/petition/casework/action-page"
import { ReplyShown } from "~/ui/petition/casework/case-papers"
import { VerdictFields } from "~/ui/petition/casework/verdict-fields"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "approval")
  return { head: await readActionHead(desk, "approval"), papers: papersOf(desk.petition) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "approval")
  const form = await readForm(request, VerdictForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await judgeReply({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Approval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  return (
    <ActionPage
      action="approval"
      head={head}
      refused={refused}
      papers={
        papers.reply ? (
          <ReplyShown reply={papers.reply} title={t("case.replies.submitted")} />
        ) : null
      }
    >
      <VerdictFields
        approve={t("fields.approve-reply")}
        refuse={t("fields.return-reply")}
        refused={refused}
      />
    </ActionPage>
  )
}
