import { describe, expect, test } from "vitest"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { listEvents } from "~/server/tools/events.server"
import { findPlanItem, listFindingsOfItem, listPlanStarts } from "~/server/improvement/chain.server"
import {
  confirmFinding,
  countFindings,
  dismissFinding,
  findFinding,
  listFindings,
} from "~/server/improvement/findings.server"
import { addPlanItem, planFinding } from "~/server/improvement/plan-items.server"
import { approvePlan, startPlan } from "~/server/improvement/plans.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { anItem, answer, aPromise, aProposedFinding, type Decline, onThatDay } from "./answers"

useDatabase()

const codesOf = (outcomes: { ok: boolean; problems?: { code: string }[] }[]) =>
  outcomes.flatMap((outcome) => outcome.problems?.map(({ code }) => code) ?? [])

async function aDraft({ chief }: Decline, rocYear = 116): Promise<string> {
  const started = await startPlan({ rocYear, basis: [], fromPlanId: null }, chief)
  if (!started.ok) throw new Error("the plan was not started")
  return started.value.id
}

describe("judging a finding", () => {
  test("two supervisors at once: one decision, one event, the other is told", async () => {
    const { chief, director, findingId } = await aProposedFinding()
    const both = await Promise.all([
      confirmFinding(findingId, chief),
      confirmFinding(findingId, director),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(codesOf(both)).toEqual(["finding-already-confirmed"])
    const events = await listEvents("finding", findingId)
    expect(events.map(({ kind }) => kind)).toEqual(["finding.proposed", "finding.confirmed"])
  })

  test("a dismissal keeps its reason in the finding and in its event", async () => {
    const { office, chief, findingId } = await aProposedFinding()
    await dismissFinding(findingId, "二號櫃檯整修", chief)
    expect(await findFinding(findingId, office.id)).toMatchObject({
      status: "dismissed",
      reason: "二號櫃檯整修",
      decidedBy: "林課長",
    })
    const events = await listEvents("finding", findingId)
    expect(events.at(-1)).toMatchObject({
      kind: "finding.dismissed",
      actorName: "林課長",
      detail: { reason: "二號櫃檯整修" },
    })
    expect(await countFindings(office.id)).toEqual({
      proposed: 0,
      confirmed: 0,
      planned: 0,
      dismissed: 1,
    })
    expect(await listFindings(office.id, "dismissed")).toHaveLength(1)
  })

  test("a refusal changes nothing and writes nothing", async () => {
    const { chief, findingId } = await aProposedFinding()
    expect(codesOf([await dismissFinding(findingId, "  ", chief)])).toEqual(["reason-required"])
    expect(await listEvents("finding", findingId)).toHaveLength(1)
  })

  test("another office's finding, and what is no finding, cannot be decided or seen", async () => {
    const { findingId } = await aProposedFinding()
    const elsewhere = await anOffice()
    const stranger = await aStaff(elsewhere, "director")
    for (const id of [findingId, crypto.randomUUID(), "x' or 1=1"]) {
      expect(codesOf([await confirmFinding(id, stranger)])).toEqual(["finding-not-found"])
      expect(await findFinding(id, elsewhere.id)).toBeNull()
    }
  })
})

describe("from a finding to a plan item", () => {
  test("item, promise, the finding's state and both events belong together", async () => {
    const decline = await aProposedFinding()
    const { office, chief, director, findingId } = decline
    const planId = await aDraft(decline)
    await confirmFinding(findingId, chief)
    const wish = { findingId, planId, item: anItem(), target: aPromise }
    const planned = await onThatDay(() => planFinding(wish, chief))
    expect(planned).toEqual({ ok: true, value: { planId, number: 1 } })
    await onThatDay(() => approvePlan(planId, "116年字第1號", director))
    const chain = await onThatDay(() => findPlanItem(planId, 1, office.id))
    expect(chain).toMatchObject({
      finding: { id: findingId, status: "planned" },
      item: { target: { item: "waiting", direction: "rise", minimumChange: 0.05 } },
      check: { window: "before", n: 0, effect: null },
    })
    expect(chain?.item.target?.baseline).toEqual({
      count: 756, // July to September; nobody answered in October
      n: 900,
      span: { from: "2026-07-01", to: "2026-10-31" },
    })
    const found = await findFinding(findingId, office.id)
    expect(found?.plannedIn).toMatchObject([{ planId, rocYear: 116, number: 1 }])
    const kinds = (await listEvents("plan", planId)).map(({ kind }) => kind)
    expect(kinds).toEqual(["plan.started", "plan.item-added", "plan.approved"])
    expect(await listPlanStarts(office.id, "waiting")).toEqual([
      { period: "116-01", rocYear: 116, number: 1 },
    ])
    expect(await listFindingsOfItem(office.id, "waiting")).toMatchObject([{ id: findingId }])
  })

  test("when the window is over the effect is judged as promised, not before", async () => {
    const decline = await aProposedFinding()
    const { office, chief, director, findingId } = decline
    const planId = await aDraft(decline)
    await confirmFinding(findingId, chief)
    const wish = { findingId, planId, item: anItem(), target: aPromise }
    await onThatDay(() => planFinding(wish, chief))
    await approvePlan(planId, "116年字第1號", director)
    for (const month of ["116-04", "116-05", "116-06"]) {
      await answer(office, "waiting", month, { satisfied: 276, n: 300 })
    }
    await answer(office, "waiting", "116-07", { satisfied: 0, n: 300 }) // after the window: not counted
    const checkOn = (day: string) =>
      atTime(new Date(`${day}T01:00:00Z`), () => findPlanItem(planId, 1, office.id))
    expect((await checkOn("2027-06-30"))?.check).toMatchObject({ window: "running", effect: null })
    expect((await checkOn("2027-07-01"))?.check).toMatchObject({
      window: "over",
      n: 900,
      effect: {
        verdict: "improved",
        reachedThreshold: true,
        difference: { before: { count: 756, n: 900 }, after: { count: 828, n: 900 } },
      },
    })
  })

  test("two people at once make one item of it", async () => {
    const decline = await aProposedFinding()
    const { chief, director, findingId } = decline
    const planId = await aDraft(decline)
    await confirmFinding(findingId, chief)
    const wish = { findingId, planId, item: anItem(), target: aPromise }
    const both = await Promise.all([planFinding(wish, chief), planFinding(wish, director)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(codesOf(both)).toEqual(["finding-already-planned"])
    expect(await db().planItem.count({ where: { findingId } })).toBe(1)
  })

  test("an unconfirmed finding, a bad window and an approved plan are refused and leave no trace", async () => {
    const decline = await aProposedFinding()
    const { chief, director, findingId } = decline
    const planId = await aDraft(decline)
    const wish = { findingId, planId, item: anItem(), target: aPromise }
    expect(codesOf([await planFinding(wish, chief)])).toEqual(["finding-not-confirmed"])
    await confirmFinding(findingId, chief)
    const early = { ...aPromise, windowFrom: aPromise.windowTo, windowTo: aPromise.windowFrom }
    expect(codesOf([await planFinding({ ...wish, target: early }, chief)])).toEqual([
      "window-reversed",
    ])
    await addPlanItem(planId, anItem("一般項目"), chief)
    await approvePlan(planId, "116年字第1號", director)
    expect(codesOf([await planFinding(wish, chief)])).toEqual(["plan-approved"])
    expect(await db().planItem.count({ where: { findingId } })).toBe(0)
    expect(await db().finding.findUnique({ where: { id: findingId } })).toMatchObject({
      status: "confirmed",
    })
  })
})
