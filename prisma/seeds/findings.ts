/** What the nightly job finds in the seeded answers; the first one is confirmed, as a supervisor would. */
import { confirmFinding, listFindings } from "~/server/improvement/findings.server"
import { proposeFindings } from "~/server/improvement/proposals.server"
import { must, seededPerson } from "./plan"

/** Needs the tallies to be up to date. Again, it proposes nothing new and confirms nothing more. */
export async function seedFindings(office: { id: string }): Promise<{ proposed: number }> {
  const found = await proposeFindings(office.id)
  const confirmed = await listFindings(office.id, "confirmed")
  const [first] = await listFindings(office.id, "proposed")
  if (found.proposed > 0 && confirmed.length === 0 && first) {
    must(await confirmFinding(first.id, await seededPerson(office.id, "section_chief")))
  }
  return found
}
