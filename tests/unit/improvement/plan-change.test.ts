import { describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { calendarDate } from "~/domain/deadline/calendar-date"
import type { Evidence } from "~/domain/improvement/finding"
import { judgedFinding, type JudgedFinding } from "~/domain/improvement/finding-change"
import {
  decidePlanApproval,
  decideItem,
  decideNewPlan,
  decideProgress,
  type PlanRecord,
} from "~/domain/improvement/plan-change"
import { decidePlanning } from "~/domain/improvement/planning"
import type { PlanContent, PlanDocument } from "~/domain/improvement/plan"

const director: Staff = {
  id: "d",
  name: "周主任",
  role: "director",
  officeId: "zz",
  sectionId: null,
}
const now = new Date("2026-11-20T01:00:00Z")
const by = { staff: director, now }
const draft = {
  title: "縮短等候時間",
  owner: "行政庶務課",
  workRows: [{ work: "增開櫃檯", plannedMonths: [1, 2] }],
}
const work = { id: "w", work: "增開櫃檯", plannedMonths: [1], actualMonths: [1] }
const item = { id: "i", number: 1, title: "一", owner: "甲", findingId: null, target: null }
const plan: PlanRecord = {
  ...{ id: "p", officeId: "zz", rocYear: 115, status: "draft", title: "計畫" },
  ...{ documentNo: null, approvedAt: null, content: {} as PlanContent },
  items: [{ ...item, workRows: [work, { ...work, id: "x" }] }],
}
const approved: PlanRecord = { ...plan, status: "approved" }
const finding: JudgedFinding = {
  ...{ id: "f", officeId: "zz", status: "confirmed", evidence: {} as Evidence },
  ...{ decidedAt: null, decidedBy: null, reason: null },
}

describe("a new plan", () => {
  const document: PlanDocument = {
    ...{ rocYear: 116, title: "計畫", documentNo: null, content: plan.content },
    items: [{ ...draft, number: 7 }],
  }
  let count = 0
  const made = { id: "new", officeId: "zz", newId: () => `id-${++count}` }

  test("is a draft of the office with its items, and the history says so", () => {
    expect(decideNewPlan(document, [115], made)).toMatchObject({
      ok: true,
      value: {
        next: { id: "new", officeId: "zz", status: "draft", items: [{ id: "id-1", number: 7 }] },
        events: [{ kind: "plan.started", detail: { rocYear: 116, items: 1 } }],
      },
    })
  })

  test("of a year that has one already is refused", () => {
    expect(decideNewPlan(document, [115, 116], made)).toEqual({
      ok: false,
      problems: [{ code: "plan-year-taken", field: "rocYear" }],
    })
  })
})

describe("one more item", () => {
  test("stands at the end, and nothing of the others is touched", () => {
    const added = decideItem(plan, { id: "n", draft, origin: null })
    if (!added.ok) throw new Error("refused")
    const { next, events, number } = added.value
    expect(number).toBe(2)
    expect(next.items[0]).toBe(plan.items[0])
    expect(next.items[1]?.workRows).toEqual([
      { id: null, work: "增開櫃檯", plannedMonths: [1, 2], actualMonths: [] },
    ])
    expect(events).toEqual([{ kind: "plan.item-added", detail: { itemId: "n", number: 2 } }])
  })

  test("joins no approved plan", () => {
    expect(decideItem(approved, { id: "n", draft, origin: null })).toMatchObject({
      problems: [{ code: "plan-approved" }],
    })
  })
})

test("an approval changes the plan's state, and the history keeps number and size", () => {
  expect(decidePlanApproval(plan, "115年字第1號", by)).toMatchObject({
    value: {
      next: { status: "approved", documentNo: "115年字第1號", approvedAt: now },
      events: [{ kind: "plan.approved", detail: { documentNo: "115年字第1號", items: 1 } }],
    },
  })
})

describe("progress", () => {
  const today = calendarDate("2026-11-20")

  test("changes one row of work, and the history keeps what stood before", () => {
    const noted = decideProgress(approved, { workRowId: "w", actualMonths: [1, 2] }, today)
    if (!noted.ok) throw new Error("refused")
    const [changed, other] = noted.value.next.items[0]?.workRows ?? []
    expect(changed?.actualMonths).toEqual([1, 2])
    expect(other).toBe(plan.items[0]?.workRows[1])
    const detail = { number: 1, work: "增開櫃檯", before: [1], after: [1, 2] }
    expect(noted.value.events).toEqual([{ kind: "plan.work-noted", detail }])
  })

  test.each([
    [
      "a row of another plan",
      approved,
      { workRowId: "elsewhere", actualMonths: [1] },
      "work-not-found",
    ],
    ["a month to come", approved, { workRowId: "w", actualMonths: [12] }, "month-in-future"],
    ["a plan not approved", plan, { workRowId: "w", actualMonths: [1] }, "plan-not-approved"],
  ])("of %s is refused", (_, of, mark, code) => {
    expect(decideProgress(of, mark, today)).toMatchObject({ problems: [{ code }] })
  })
})

describe("from a finding to an item", () => {
  const span = { from: calendarDate("2026-07-01"), to: calendarDate("2026-10-31") }
  const baseline = { item: "waiting", count: 756, n: 900, span }
  const windowFrom = calendarDate("2027-04-01")
  const windowTo = calendarDate("2027-06-30")
  const target = { minimumChange: 0.05, windowFrom, windowTo }
  const planning = { baseline, target, item: draft, itemId: "n" }

  test("both records change together, each with its event", () => {
    const done = decidePlanning(finding, plan, planning, by)
    expect(done).toMatchObject({
      value: {
        number: 2,
        finding: { next: { status: "planned" }, events: [{ kind: "finding.planned" }] },
        plan: {
          next: { items: [{}, { id: "n", findingId: "f", target: { minimumChange: 0.05 } }] },
          events: [{ kind: "plan.item-added", detail: { findingId: "f" } }],
        },
      },
    })
  })

  test.each([
    ["the finding is not confirmed", { status: "proposed" as const }, {}, "finding-not-confirmed"],
    ["the plan is approved", {}, { status: "approved" as const }, "plan-approved"],
  ])("where %s nothing is decided", (_, ofFinding, ofPlan, code) => {
    const done = decidePlanning({ ...finding, ...ofFinding }, { ...plan, ...ofPlan }, planning, by)
    expect(done).toMatchObject({ ok: false, problems: [{ code }] })
  })

  test("where the window opens too early nothing is decided", () => {
    const early = { ...target, windowFrom: span.to }
    expect(decidePlanning(finding, plan, { ...planning, target: early }, by)).toMatchObject({
      problems: [{ code: "window-before-baseline-ends" }],
    })
  })
})

test("a reason once given stays when a later judgement needs none", () => {
  const decision = { status: "planned" as const, reason: null, decidedAt: now, decidedBy: "周主任" }
  const { next, events } = judgedFinding({ ...finding, reason: "櫃檯整修" }, decision)
  expect(next).toMatchObject({ status: "planned", reason: "櫃檯整修", decidedBy: "周主任" })
  expect(events).toEqual([{ kind: "finding.planned", detail: {} }])
})
