/** 核定展期: a supervisor other than the asker grants more time or does not. */
import { useLoaderData } from "@remix-run/react"
import { caseDoor } from "~/server/petition/casework/door.server"
import { papersToJudge } from "~/server/petition/casework/form-facts.server"
import { actionLinks, actionMeta } from "~/ui/petition/casework/action-page"
import { ExtensionShown } from "~/ui/petition/casework/case-papers"
import { VerdictPage } from "~/ui/petition/casework/verdict-page"

const door = caseDoor("extension-approval", papersToJudge)
export const loader = door.loader
export const action = door.action
export const links = actionLinks
export const meta = actionMeta

export default function ExtensionApproval() {
  const { head, papers } = useLoaderData<typeof loader>()
  const judged = papers.extension ? <ExtensionShown extension={papers.extension} /> : null
  return (
    <VerdictPage
      head={head}
      papers={judged}
      approve="approve-extension"
      refuse="refuse-extension"
    />
  )
}
