import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { beforeAll, describe, expect, test } from "vitest"
import { type Role, ROLES, type Staff } from "~/domain/access/permission"
import * as approval from "~/routes/improvement/approval"
import * as dismissal from "~/routes/improvement/dismissal"
import * as finding from "~/routes/improvement/finding"
import * as findings from "~/routes/improvement/findings"
import * as newItem from "~/routes/improvement/new-item"
import * as plan from "~/routes/improvement/plan"
import * as planItem from "~/routes/improvement/plan-item"
import * as planStart from "~/routes/improvement/plan-start"
import * as planning from "~/routes/improvement/planning"
import * as plans from "~/routes/improvement/plans"
import * as trends from "~/routes/statistics/trends"
import { findFinding } from "~/server/improvement/findings.server"
import { addPlanItem } from "~/server/improvement/plan-items.server"
import { listPlans, startPlan } from "~/server/improvement/plans.server"
import { statusOf } from "../../support/answers"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, post, signedIn, type TestOffice, visit } from "../../support/people"
import { anItem, aProposedFinding, onThatDay } from "./answers"

useDatabase()

let office: TestOffice
let findingId = ""
let planId = ""
const cookies = new Map<Role, string>()

beforeAll(async () => {
  const decline = await aProposedFinding()
  ;({ office, findingId } = decline)
  const started = await startPlan({ rocYear: 116, basis: [], fromPlanId: null }, decline.chief)
  planId = started.ok ? started.value.id : ""
  await addPlanItem(planId, anItem("一般項目"), decline.chief)
  for (const role of ROLES) cookies.set(role, await signedIn(await aStaff(office, role)))
})

const args = (request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as LoaderFunctionArgs & ActionFunctionArgs

const CASE_STAFF: Role[] = ROLES.filter((role) => role !== "administrator")
const DECIDERS: Role[] = ["director", "secretary", "section_chief", "planning_officer"]
const MAY = {
  "trend.view": CASE_STAFF,
  "finding.view": CASE_STAFF,
  "finding.decide": DECIDERS,
  "plan.view": CASE_STAFF,
  "plan.edit": DECIDERS,
  "plan.approve": ["director"],
} satisfies Record<string, Role[]>
const mayDo = (role: Role, needed: keyof typeof MAY) => MAY[needed].some((one) => one === role)

type Door = { name: string; needs: keyof typeof MAY; knock: (cookie: string) => unknown }
const id = () => ({ id: findingId })
const inPlan = () => ({ id: planId })

const PAGES: Door[] = [
  {
    name: "trends",
    needs: "trend.view",
    knock: (c) => trends.loader(args(visit("/staff/trends", c))),
  },
  { name: "findings", needs: "finding.view", knock: (c) => findings.loader(args(visit("/f", c))) },
  {
    name: "finding",
    needs: "finding.view",
    knock: (c) => finding.loader(args(visit("/f", c), id())),
  },
  {
    name: "dismissal",
    needs: "finding.decide",
    knock: (c) => dismissal.loader(args(visit("/f", c), id())),
  },
  {
    name: "planning",
    needs: "plan.edit",
    knock: (c) => planning.loader(args(visit("/f", c), id())),
  },
  { name: "plans", needs: "plan.view", knock: (c) => plans.loader(args(visit("/p", c))) },
  { name: "start", needs: "plan.edit", knock: (c) => planStart.loader(args(visit("/p", c))) },
  { name: "plan", needs: "plan.view", knock: (c) => plan.loader(args(visit("/p", c), inPlan())) },
  {
    name: "approval",
    needs: "plan.approve",
    knock: (c) => approval.loader(args(visit("/p", c), inPlan())),
  },
  {
    name: "new item",
    needs: "plan.edit",
    knock: (c) => newItem.loader(args(visit("/p", c), inPlan())),
  },
  {
    name: "item",
    needs: "plan.view",
    knock: (c) => planItem.loader(args(visit("/p", c), { ...inPlan(), number: "1" })),
  },
]

/** Forms that are refused for what they say (422), so that every permitted role can knock and nothing changes. */
const ACTIONS: Door[] = [
  {
    name: "dismiss",
    needs: "finding.decide",
    knock: (c) => dismissal.action(args(post("/f", {}, c), id())),
  },
  {
    name: "confirm",
    needs: "finding.decide",
    knock: (c) => finding.action(args(post("/f", {}, c), { id: crypto.randomUUID() })),
  },
  {
    name: "plan it",
    needs: "plan.edit",
    knock: (c) => planning.action(args(post("/f", {}, c), id())),
  },
  { name: "start", needs: "plan.edit", knock: (c) => planStart.action(args(post("/p", {}, c))) },
  {
    name: "approve",
    needs: "plan.approve",
    knock: (c) => approval.action(args(post("/p", {}, c), inPlan())),
  },
  {
    name: "add item",
    needs: "plan.edit",
    knock: (c) => newItem.action(args(post("/p", {}, c), inPlan())),
  },
  {
    name: "note months",
    needs: "plan.edit",
    knock: (c) => planItem.action(args(post("/p", {}, c), inPlan())),
  },
]

describe.each(ROLES)("a %s", (role) => {
  test.each(PAGES)("sees $name only when permitted", async ({ needs, knock }) => {
    const expected = mayDo(role, needs) ? 200 : 403
    expect(await onThatDay(() => statusOf(() => knock(cookies.get(role) ?? "")))).toBe(expected)
  })

  test.each(ACTIONS)("may $name only when permitted", async ({ needs, knock }) => {
    const expected = mayDo(role, needs) ? 422 : 403
    expect(await onThatDay(() => statusOf(() => knock(cookies.get(role) ?? "")))).toBe(expected)
  })
})

describe("whoever", () => {
  test.each([...PAGES, ...ACTIONS])(
    "is not signed in goes to the sign-in page ($name)",
    async ({ knock }) => {
      expect(await statusOf(() => knock(""))).toBe(302)
    },
  )

  test("belongs to another office finds nothing", async () => {
    const stranger: Staff = await aStaff(await anOffice(), "director")
    const cookie = await signedIn(stranger)
    expect(await statusOf(() => finding.loader(args(visit("/f", cookie), id())))).toBe(404)
    expect(await statusOf(() => plan.loader(args(visit("/p", cookie), inPlan())))).toBe(404)
    expect(await statusOf(() => finding.action(args(post("/f", {}, cookie), id())))).toBe(422)
    expect(await statusOf(() => planItem.loader(args(visit("/p", cookie), inPlan())))).toBe(404)
  })

  test("types nonsense into an address gets a page or a 404, never an error", async () => {
    const cookie = cookies.get("director") ?? ""
    const nonsense = "/staff/trends?period=999-99&unit=x&mode=%00&item=%27--"
    expect(await statusOf(() => trends.loader(args(visit(nonsense, cookie))))).toBe(200)
    expect(await statusOf(() => findings.loader(args(visit("/f?state=lost", cookie))))).toBe(200)
    const unknown = { ...inPlan(), number: "x" }
    expect(await statusOf(() => planItem.loader(args(visit("/p", cookie), unknown)))).toBe(404)
    expect(await statusOf(() => plan.loader(args(visit("/p", cookie), { id: "1" })))).toBe(404)
  })
})

describe("a supervisor's forms", () => {
  const cookie = () => cookies.get("section_chief") ?? ""

  test("a refused form keeps what was typed and names each field", async () => {
    const fields = {
      title: "縮短等候",
      "workRows[0].work": "",
      minimumChange: "x",
      windowFrom: "2027-02-30",
    }
    const answer = await planning.action(args(post("/f", fields, cookie()), id()))
    const { data } = answer as { data: { problems: { field: string }[]; entered: object } }
    expect(data.entered).toMatchObject({ title: "縮短等候", minimumChange: "x" })
    expect(data.problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["owner", "planId", "minimumChange", "windowFrom", "windowTo"]),
    )
  })

  test("one more row of work shows the page again with what was typed, and writes nothing", async () => {
    const items = async () => (await plan.loader(args(visit("/p", cookie()), inPlan()))).plan.items
    const before = await items()
    const fields = { title: "縮短等候", "workRows[0].work": "增開櫃檯", "add-row": "workRows" }
    const answer = await newItem.action(args(post("/p", fields, cookie()), inPlan()))
    expect(answer).toMatchObject({
      data: { problems: [], entered: { ...fields, "workRows[1]": "" } },
      init: { status: 200 },
    })
    expect(await items()).toEqual(before)
  })

  test("confirming, planning and following the redirect lead to the item", async () => {
    expect(await statusOf(() => finding.action(args(post("/f", {}, cookie()), id())))).toBe(302)
    const fields = {
      planId,
      title: "縮短等候",
      owner: "行政庶務課",
      "workRows[0].work": "增開櫃檯",
      "workRows[0].plannedMonths": ["1", "2"],
      "workRows[1].work": "",
      "workRows[1].plannedMonths": "3",
      minimumChange: "5",
      windowFrom: "2027-04-01",
      windowTo: "2027-06-30",
    }
    const answer = await onThatDay(
      () => planning.action(args(post("/f", fields, cookie()), id())) as Promise<Response>,
    )
    expect(answer.headers.get("location")).toBe(`/staff/plans/${planId}/items/2`)
    const shown = await onThatDay(() =>
      planItem.loader(args(visit("/p", cookie()), { id: planId, number: "2" })),
    )
    expect(shown.item.workRows).toMatchObject([{ work: "增開櫃檯", plannedMonths: [1, 2] }])
    expect(await findFinding(findingId, office.id)).toMatchObject({ status: "planned" })
  })

  test("a new year's plan is started, and the year is taken from then on", async () => {
    const fields = { rocYear: "117", fromPlanId: planId, basis: "一號函\n\n 二號函 " }
    expect(await statusOf(() => planStart.action(args(post("/p", fields, cookie()))))).toBe(302)
    expect(await statusOf(() => planStart.action(args(post("/p", fields, cookie()))))).toBe(422)
    expect((await listPlans(office.id)).map(({ rocYear }) => rocYear)).toEqual([117, 116])
  })
})

test("the director approves no item that was added after the page was opened", async () => {
  const director = await aStaff(office, "director")
  const cookie = await signedIn(director)
  const started = await startPlan({ rocYear: 130, basis: [], fromPlanId: null }, director)
  if (!started.ok) throw new Error("refused")
  const at = { id: started.value.id }
  await addPlanItem(at.id, anItem("看過的項目"), director)
  const page = await approval.loader(args(visit("/p", cookie), at))
  await addPlanItem(at.id, anItem("之後才加入的項目"), director)
  const send = (seen: string) =>
    approval.action(args(post("/p", { documentNo: "117年字第1號", seen }, cookie), at))
  const refused = await send(page.plan.seen)
  expect(refused).toMatchObject({ data: { problems: [{ code: "already-changed" }] } })
  expect(await statusOf(() => refused)).toBe(422)
  const fresh = await approval.loader(args(visit("/p", cookie), at))
  expect(await statusOf(() => send(fresh.plan.seen))).toBe(302)
})
