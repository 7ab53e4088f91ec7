/** 撰擬回復: the draft is kept, or handed to a second person for approval. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { papersOf } from "~/domain/petition/casework/papers"
import { ReplyForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { draftReply, submitReply } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { ActionPage } from "~/ui/petition/casework/action-page"
import { ReplyFields } from "~/ui/petition/casework/reply-fields"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "reply")
  const head = await readActionHead(desk, "reply")
  const { reply, remark } = papersOf(desk.petition)
  return { head, draft: reply, remark }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "reply")
  const form = await readForm(request, ReplyForm)
  if (!form.ok) return showProblems(form)
  const { seen, intent, ...written } = form.value
  const target = { id: desk.petition.id, seen }
  const done =
    intent === "draft"
      ? await draftReply(target, written, desk.staff)
      : await submitReply(target, written, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Reply() {
  const { head, draft, remark } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const returned = remark ? (
    <section className="notice">
      <h2>{t("case.remark")}</h2>
      <p className="prose">{remark}</p>
    </section>
  ) : null
  const keep = (
    <button className="quiet" name="intent" value="draft">
      {t("fields.save-draft")}
    </button>
  )
  return (
    <ActionPage action="reply" head={head} refused={refused} papers={returned} otherButton={keep}>
      <ReplyFields draft={draft} refused={refused} />
    </ActionPage>
  )
}
