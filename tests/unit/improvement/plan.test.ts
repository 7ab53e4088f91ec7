import { describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { decideAddItem, decideApprove, nextItemNumber, type Plan } from "~/domain/improvement/plan"
import { MonthsSchema, PlanItemDraftSchema } from "~/domain/improvement/plan.schema"
import type { Target } from "~/domain/improvement/target"

const director: Staff = { id: "d", name: "主任", role: "director", officeId: "zz", sectionId: null }
const now = new Date("2026-11-20T01:00:00Z")
const draft = {
  title: "縮短等候時間",
  owner: "戶籍登記課",
  workRows: [{ work: "調整尖峰人力", plannedMonths: [1, 2] }],
}
const target = { item: "waiting" } as Target
const planWith = (change: Partial<Plan> = {}): Plan => ({
  id: "p",
  officeId: "zz",
  rocYear: 116,
  status: "draft",
  items: [1, 2, 49].map((number) => ({ number, findingId: null, target: null })),
  ...change,
})

describe("adding an item to a plan", () => {
  test("numbering continues after the highest number", () => {
    expect(nextItemNumber(planWith())).toBe(50)
    expect(nextItemNumber(planWith({ items: [] }))).toBe(1)
  })

  test("an ordinary item needs no target", () => {
    expect(decideAddItem(planWith(), draft, null)).toEqual({
      ok: true,
      value: { ...draft, number: 50, findingId: null, target: null },
    })
  })

  test("an item that answers a finding keeps the finding and its target", () => {
    const added = decideAddItem(planWith(), draft, { findingId: "f", target })
    expect(added).toMatchObject({ ok: true, value: { number: 50, findingId: "f", target } })
  })

  test("an item that answers a finding without a target is refused", () => {
    const added = decideAddItem(planWith(), draft, { findingId: "f", target: null })
    expect(added).toMatchObject({ ok: false, problems: [{ code: "target-missing" }] })
  })

  test("an approved plan takes no more items", () => {
    const added = decideAddItem(planWith({ status: "approved" }), draft, null)
    expect(added).toMatchObject({ ok: false, problems: [{ code: "plan-approved" }] })
  })
})

describe("approving a plan", () => {
  const approve = (plan: Plan, staff = director) =>
    decideApprove(plan, "116年字第1號", { staff, now })

  test("the director of the office approves and the plan is locked", () => {
    expect(approve(planWith())).toEqual({
      ok: true,
      value: { status: "approved", documentNo: "116年字第1號", approvedAt: now },
    })
  })

  test.each([
    "secretary",
    "section_chief",
    "planning_officer",
    "case_officer",
    "administrator",
  ] as const)("a %s may not approve", (role) => {
    expect(approve(planWith(), { ...director, role })).toMatchObject({
      ok: false,
      problems: [{ code: "not-permitted" }],
    })
  })

  test("the director of another office may not approve", () => {
    expect(approve(planWith(), { ...director, officeId: "da" })).toMatchObject({ ok: false })
  })

  test("a plan is approved once", () => {
    expect(approve(planWith({ status: "approved" }))).toMatchObject({
      problems: [{ code: "plan-approved" }],
    })
  })

  test("a plan without items is not approved", () => {
    expect(approve(planWith({ items: [] }))).toMatchObject({ problems: [{ code: "plan-empty" }] })
  })

  test("a plan with an item from a finding that promises nothing is not approved", () => {
    const items = [{ number: 1, findingId: "f", target: null }]
    expect(approve(planWith({ items }))).toMatchObject({ problems: [{ code: "target-missing" }] })
    const promised = [{ number: 1, findingId: "f", target }]
    expect(approve(planWith({ items: promised }))).toMatchObject({ ok: true })
  })
})

describe("what a person writes", () => {
  test("one ticked month, several, or none are months; each once and in order", () => {
    expect(MonthsSchema.parse("3")).toEqual([3])
    expect(MonthsSchema.parse(["12", "1", "12"])).toEqual([1, 12])
    expect(MonthsSchema.parse(undefined)).toEqual([])
    expect(MonthsSchema.parse("")).toEqual([])
  })

  test.each(["0", "13", "1.5", "x"])("%s is no month", (month) => {
    expect(MonthsSchema.safeParse(month).success).toBe(false)
  })

  test("an item needs a title, an owner and at least one row of work", () => {
    expect(PlanItemDraftSchema.safeParse(draft).success).toBe(true)
    expect(PlanItemDraftSchema.safeParse({ ...draft, title: " " }).success).toBe(false)
    expect(PlanItemDraftSchema.safeParse({ ...draft, owner: "" }).success).toBe(false)
    expect(PlanItemDraftSchema.safeParse({ ...draft, workRows: [] }).success).toBe(false)
  })
})
