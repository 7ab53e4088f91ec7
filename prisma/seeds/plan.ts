/** The plan that 中正 really had in 107, approved as it was; and next year's draft, carried over from it. */
import { type Role, ROLES, type Staff } from "~/domain/access/permission"
import { rocYearOf } from "~/domain/deadline/calendar-date"
import { PlanDocumentSchema } from "~/domain/improvement/plan.schema"
import type { Outcome } from "~/domain/outcome"
import { atTime, today } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { approvePlan, listPlans, startPlan, takeInPlan } from "~/server/improvement/plans.server"
import document from "./plan-zhongzheng-107.json"

/** The day on which the office issued it. */
const ISSUED = new Date("2018-02-26T09:00:00+08:00")

/** Takes in the 107 plan, approves it, and starts next year's draft from it. Again, it changes nothing. */
export async function seedPlan(office: { id: string }): Promise<void> {
  const planner = await seededPerson(office.id, "planning_officer")
  const director = await seededPerson(office.id, "director")
  const years = (await listPlans(office.id)).map(({ rocYear }) => rocYear)
  const { documentNo, ...plan } = PlanDocumentSchema.parse(document)
  if (!years.includes(plan.rocYear)) {
    await atTime(ISSUED, async () => {
      const { id } = must(await takeInPlan({ ...plan, documentNo: null }, planner))
      must(await approvePlan(id, documentNo ?? "", director))
    })
  }
  const nextYear = rocYearOf(today()) + 1
  if (years.includes(nextYear)) return
  const earlier = (await listPlans(office.id)).find(({ rocYear }) => rocYear === plan.rocYear)
  must(await startPlan({ rocYear: nextYear, basis: [], fromPlanId: earlier?.id ?? null }, planner))
}

/** A seeded person of that role, as the server knows people. */
export async function seededPerson(officeId: string, role: Role): Promise<Staff> {
  const person = await db().staff.findFirstOrThrow({
    where: { officeId, role },
    orderBy: { username: "asc" },
    select: { id: true, name: true, role: true, officeId: true, sectionId: true },
  })
  return { ...person, role: ROLES.find((one) => one === person.role) ?? role }
}

export function must<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`A seed was refused: ${JSON.stringify(outcome.problems)}`)
}
