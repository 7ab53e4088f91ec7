/** 核定回復: a second person sends the reply or returns the draft. */
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseDoor } from "~/server/petition/casework/door.server"
import { papersToJudge } from "~/server/petition/casework/form-facts.server"
import { actionLinks, actionMeta } from "~/ui/petition/casework/action-page"
import { ReplyShown } from "~/ui/petition/casework/case-papers"
import { VerdictPage } from "~/ui/petition/casework/verdict-page"

const door = caseDoor("approval", papersToJudge)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function Approval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const judged = papers.reply ? (
    <ReplyShown reply={papers.reply} title={t("case.replies.submitted")} />
  ) : null
  return <VerdictPage head={head} papers={judged} approve="approve-reply" refuse="return-reply" />
}
