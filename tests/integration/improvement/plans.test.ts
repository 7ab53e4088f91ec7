import { describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { PlanDocumentSchema } from "~/domain/improvement/plan.schema"
import { db } from "~/server/tools/db.server"
import { listEvents } from "~/server/tools/events.server"
import { addPlanItem, markMonths } from "~/server/improvement/plan-items.server"
import {
  approvePlan,
  findPlan,
  listOwners,
  listPlans,
  startPlan,
  takeInPlan,
} from "~/server/improvement/plans.server"
import document from "#prisma/seeds/plan-zhongzheng-107.json"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { anItem, onThatDay } from "./answers"

useDatabase()

const plan107 = PlanDocumentSchema.parse(document)
const codesOf = (outcomes: { ok: boolean; problems?: { code: string }[] }[]) =>
  outcomes.flatMap((outcome) => outcome.problems?.map(({ code }) => code) ?? [])

async function people(): Promise<{ chief: Staff; director: Staff; officeId: string }> {
  const office = await anOffice("中正區戶政事務所")
  const chief = await aStaff(office, "section_chief", "郭課長")
  return { chief, director: await aStaff(office, "director", "周主任"), officeId: office.id }
}

async function aPlan(by: Staff): Promise<string> {
  const taken = await takeInPlan(plan107, by)
  if (!taken.ok) throw new Error("the plan was not taken in")
  return taken.value.id
}

describe("a plan as a document", () => {
  test("comes back with its 49 items and 86 rows, in order", async () => {
    const { chief, officeId } = await people()
    const plan = await findPlan(await aPlan(chief), officeId)
    expect(plan?.items.map(({ number }) => number)).toEqual(
      plan107.items.map(({ number }) => number),
    )
    expect(plan?.items.flatMap(({ workRows }) => workRows)).toHaveLength(86)
    expect(plan?.items[0]?.workRows.map(({ work }) => work)).toEqual(
      plan107.items[0]?.workRows.map(({ work }) => work),
    )
    expect(plan?.content).toEqual(plan107.content)
    expect(await listPlans(officeId)).toMatchObject([
      { rocYear: 107, status: "draft", itemCount: 49 },
    ])
    expect(await listOwners(officeId)).toContain("戶籍登記、資料課")
  })

  test("two plans of one year at once: one is there, the other is refused", async () => {
    const { chief, director, officeId } = await people()
    const start = { rocYear: 116, basis: [], fromPlanId: null }
    const both = await Promise.all([startPlan(start, chief), startPlan(start, director)])
    expect(codesOf(both)).toEqual(["plan-year-taken"])
    expect(codesOf([await takeInPlan({ ...plan107, rocYear: 116 }, chief)])).toEqual([
      "plan-year-taken",
    ])
    expect(await listPlans(officeId)).toHaveLength(1)
  })

  test("is carried over to a later year with its years moved", async () => {
    const { chief, officeId } = await people()
    const fromPlanId = await aPlan(chief)
    const started = await startPlan({ rocYear: 116, basis: ["116年函"], fromPlanId }, chief)
    const plan = started.ok ? await findPlan(started.value.id, officeId) : null
    expect(plan).toMatchObject({
      title: "中正區戶政事務所116年度提升服務品質執行計畫",
      documentNo: null,
      content: { basis: ["116年函"], note: null },
    })
    expect(plan?.items).toHaveLength(49)
    expect(plan?.items[25]?.title).toBe("117年度預算之籌編")
  })

  test("another office's plan is neither seen nor carried over", async () => {
    const { chief } = await people()
    const fromPlanId = await aPlan(chief)
    const other = await people()
    expect(await findPlan(fromPlanId, other.officeId)).toBeNull()
    const started = await startPlan({ rocYear: 116, basis: [], fromPlanId }, other.chief)
    expect(codesOf([started])).toEqual(["plan-not-found"])
    expect(codesOf([await approvePlan(fromPlanId, "字號", other.director)])).toEqual([
      "plan-not-found",
    ])
  })
})

describe("items of a plan", () => {
  test("two people add an item at once: both are there, numbered 50 and 51", async () => {
    const { chief, director } = await people()
    const planId = await aPlan(chief)
    const both = await Promise.all([
      addPlanItem(planId, anItem("甲"), chief),
      addPlanItem(planId, anItem("乙"), director),
    ])
    expect(both.map((outcome) => (outcome.ok ? outcome.value.number : 0)).sort()).toEqual([50, 51])
  })

  test("after the director's approval nothing is added, and it is approved once", async () => {
    const { chief, director, officeId } = await people()
    const planId = await aPlan(chief)
    expect(codesOf([await approvePlan(planId, "字號", chief)])).toEqual(["not-permitted"])
    const twice = await Promise.all([
      approvePlan(planId, "107年字第1號", director),
      approvePlan(planId, "107年字第1號", director),
    ])
    expect(codesOf(twice)).toEqual(["plan-approved"])
    expect(codesOf([await addPlanItem(planId, anItem(), chief)])).toEqual(["plan-approved"])
    const plan = await findPlan(planId, officeId)
    expect(plan).toMatchObject({ status: "approved", documentNo: "107年字第1號" })
    expect(await db().event.count({ where: { subjectId: planId, kind: "plan.approved" } })).toBe(1)
  })

  test("months are noted only in an approved plan, and the event keeps what stood before", async () => {
    const { chief, director, officeId } = await people()
    const planId = await aPlan(chief)
    const row = (await findPlan(planId, officeId))?.items[7]?.workRows[1]
    const mark = { planId, workRowId: row?.id ?? "", actualMonths: [1, 2] }
    expect(codesOf([await markMonths(mark, chief)])).toEqual(["plan-not-approved"])
    await approvePlan(planId, "字號", director)
    expect(await onThatDay(() => markMonths(mark, chief))).toMatchObject({ ok: true })
    await onThatDay(() => markMonths({ ...mark, actualMonths: [1, 2, 3] }, chief))
    const plan = await findPlan(planId, officeId)
    expect(plan?.items[7]?.workRows[1]?.actualMonths).toEqual([1, 2, 3])
    const last = (await listEvents("plan", planId)).at(-1)
    expect(last).toMatchObject({
      kind: "plan.work-noted",
      detail: { number: 8, before: [1, 2], after: [1, 2, 3] },
    })
    const elsewhere = { ...mark, workRowId: crypto.randomUUID() }
    expect(codesOf([await markMonths(elsewhere, chief)])).toEqual(["work-not-found"])
  })
})
