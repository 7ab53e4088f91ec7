/** One office in which every address of the back office leads somewhere, and its people's cookies. */
import { addPlanItem } from "~/server/improvement/plan-items.server"
import { confirmFinding } from "~/server/improvement/findings.server"
import { startPlan } from "~/server/improvement/plans.server"
import { db } from "~/server/tools/db.server"
import { signedIn } from "../../support/people"
import { PEOPLE, type Person, type Sample } from "../../support/staff-doors"
import { anItem, aProposedFinding } from "../improvement/answers"
import {
  aDeclineAskedCase,
  aNewCase,
  anAssignedCase,
  anExtensionAskedCase,
  anOfficeAtWork,
  anOralCase,
  aRepliedCase,
  aSubmittedCase,
  type Case,
  type OfficeAtWork,
} from "../petition/casework/office-at-work"
import { granted } from "../../support/outcomes"

export type Cookies = Record<Person, string>

const SAMPLES: Record<Sample, (office: OfficeAtWork) => Promise<Case>> = {
  new: aNewCase,
  assigned: anAssignedCase,
  submitted: aSubmittedCase,
  "decline-asked": aDeclineAskedCase,
  "extension-asked": anExtensionAskedCase,
  replied: aRepliedCase,
  oral: anOralCase,
}

export async function cookiesOf(office: OfficeAtWork): Promise<Cookies> {
  const staffOf = { ...office.people, colleague: office.colleague }
  const pairs = await Promise.all(
    PEOPLE.map(async (person) => [person, await signedIn(staffOf[person])] as const),
  )
  return Object.fromEntries(pairs) as Cookies
}

/** A case of each kind twice: open to the office, and confidential. */
export async function casesOf(office: OfficeAtWork) {
  const made = async (isConfidential: boolean) => {
    const cases = {} as Record<Sample, Case>
    for (const sample of Object.keys(SAMPLES) as Sample[]) {
      cases[sample] = await SAMPLES[sample](office)
      if (isConfidential)
        await db().petition.update({
          where: { id: cases[sample].id },
          data: { confidential: true },
        })
    }
    return cases
  }
  return { ordinary: await made(false), confidential: await made(true) }
}

/** What the addresses outside casework lead to: the value of each parameter, by the beginning of the address. */
export async function placesOf(office: OfficeAtWork): Promise<Record<string, string>> {
  const { section_chief } = office.people
  const { findingId } = await aProposedFinding(office)
  granted(await confirmFinding(findingId, section_chief))
  const plan = granted(
    await startPlan({ rocYear: 116, basis: [], fromPlanId: null }, section_chief),
  )
  granted(await addPlanItem(plan.id, anItem("縮短等候"), section_chief))
  const letter = await db().letter.findFirstOrThrow({ where: { officeId: office.id } })
  return {
    "staff/surveys/:slug": "staff/surveys/visit",
    "staff/surveys/flagged/:code": "staff/surveys/flagged/t-nowhere/2026-11-20/too-quick",
    "staff/reports/:report": "staff/reports/trends",
    "staff/kept/:id": `staff/kept/${letter.id}`,
    "staff/unconfirmed/:id": `staff/unconfirmed/${letter.id}`,
    "staff/channels/:code": `staff/channels/t-${office.code.toLowerCase()}`,
    "staff/findings/:id": `staff/findings/${findingId}`,
    "staff/plans/:id": `staff/plans/${plan.id}`,
    "staff/outbox/:id": `staff/outbox/${letter.id}`,
  }
}

export { anOfficeAtWork }
