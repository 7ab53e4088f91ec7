/** 核定不予處理: decided by another person than the asker; the case stays registered. */
import { useLoaderData } from "@remix-run/react"
import { caseDoor } from "~/server/petition/casework/door.server"
import { papersToJudge } from "~/server/petition/casework/form-facts.server"
import { actionLinks, actionMeta } from "~/ui/petition/casework/action-page"
import { DeclineShown } from "~/ui/petition/casework/case-papers"
import { VerdictPage } from "~/ui/petition/casework/verdict-page"

const door = caseDoor("decline-approval", papersToJudge)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function DeclineApproval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const judged = papers.decline ? <DeclineShown decline={papers.decline} /> : null
  return (
    <VerdictPage head={head} papers={judged} approve="approve-decline" refuse="refuse-decline" />
  )
}
