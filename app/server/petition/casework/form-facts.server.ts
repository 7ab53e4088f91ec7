/** What the forms of casework show besides the head of the case. */
import { isLateReassignment, reassignBy } from "~/domain/petition/casework/actions/reassignment"
import { papersOf } from "~/domain/petition/casework/papers"
import { officeCalendar } from "../../deadline/calendar.server"
import { today } from "../../tools/clock.server"
import type { Desk } from "./desk.server"
import { listMergeCandidates, listOfficeCategories, listSections } from "./office-lists.server"

export const nothingMore = () => ({})

export async function choicesForTriage({ petition }: Desk) {
  const { officeId, categoryId, nature, confidential } = petition
  const [sections, categories] = await Promise.all([
    listSections(officeId),
    listOfficeCategories(officeId),
  ])
  return { given: { categoryId, nature, confidential }, sections, categories }
}

export async function choicesForReassignment({ petition }: Desk) {
  const [sections, calendar] = await Promise.all([
    listSections(petition.officeId),
    officeCalendar(petition.officeId),
  ])
  const limit = reassignBy(petition, calendar)
  return { sections, limit, isLate: isLateReassignment(petition, today(), calendar) }
}

export function draftSoFar({ petition }: Desk) {
  const { reply, remark } = papersOf(petition)
  return { draft: reply, remark }
}

export const legalBound = ({ petition }: Desk) => ({
  statutoryDueOn: petition.clock.statutoryDueOn,
})

export const casesToJoin = async (desk: Desk) => ({ candidates: await listMergeCandidates(desk) })

export const whetherReplied = ({ petition }: Desk) => ({ isReplied: petition.status === "replied" })

/** What a second person reads before the verdict. */
export const papersToJudge = ({ petition }: Desk) => ({ papers: papersOf(petition) })
