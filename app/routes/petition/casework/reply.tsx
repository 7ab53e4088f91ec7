/** 撰擬回復: the draft is kept, or handed to a second person for approval. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { draftSoFar } from "~/server/petition/casework/form-facts.server"
import { ReplyFields } from "~/ui/petition/casework/reply-fields"
import {
  ActionPage,
  actionLinks,
  actionMeta,
  useActionForm,
} from "~/ui/petition/casework/action-page"

const door = caseDoor("reply", draftSoFar)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Reply() {
  const { head, draft, remark } = useLoaderData<typeof loader>()
  const { refused } = useActionForm()
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
    <ActionPage head={head} papers={returned} otherButton={keep}>
      <ReplyFields draft={draft} refused={refused} />
    </ActionPage>
  )
}
