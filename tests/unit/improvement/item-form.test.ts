import { describe, expect, test } from "vitest"
import { ItemFormSchema, PlanningFormSchema } from "~/domain/improvement/item-form.schema"

const item = { title: "縮短等候", owner: "戶籍登記課", work1: "增開櫃檯", months1: ["1", "2"] }
const problemsOf = (parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  parsed.error?.issues.map(({ path, message }) => [path[0], message])

describe("the form of a plan item", () => {
  test("rows that are written become work, in order, with their months", () => {
    const parsed = ItemFormSchema.parse({ ...item, work3: "檢討動線", months3: "6", work2: " " })
    expect(parsed.workRows).toEqual([
      { work: "增開櫃檯", plannedMonths: [1, 2] },
      { work: "檢討動線", plannedMonths: [6] },
    ])
  })

  test("months beside an empty row mean nothing", () => {
    expect(ItemFormSchema.parse({ ...item, months4: "9" }).workRows).toHaveLength(1)
  })

  test("without any work the first row is asked for", () => {
    const parsed = ItemFormSchema.safeParse({ ...item, work1: "" })
    expect(problemsOf(parsed)).toEqual([["work1", "work-missing"]])
  })

  test("a title too long, a missing owner and a thirteenth month are refused where they stand", () => {
    const wrong = { ...item, title: "長".repeat(201), owner: "", months1: "13" }
    expect(problemsOf(ItemFormSchema.safeParse(wrong))).toEqual([
      ["title", "too-long"],
      ["owner", "owner-missing"],
      ["months1", "not-a-month"],
    ])
  })
})

describe("the form that answers a finding", () => {
  const planning = {
    ...item,
    planId: "p",
    minimumChange: "5",
    windowFrom: "2027-04-01",
    windowTo: "2027-06-30",
  }

  test("gives the plan, the item and the promise apart", () => {
    expect(PlanningFormSchema.parse(planning)).toEqual({
      planId: "p",
      item: {
        title: "縮短等候",
        owner: "戶籍登記課",
        workRows: [{ work: "增開櫃檯", plannedMonths: [1, 2] }],
      },
      target: { minimumChange: 0.05, windowFrom: "2027-04-01", windowTo: "2027-06-30" },
    })
  })

  test("asks for the plan and for what is promised", () => {
    const parsed = PlanningFormSchema.safeParse({ ...planning, planId: "", minimumChange: "" })
    expect(problemsOf(parsed)).toEqual([
      ["planId", "plan-missing"],
      ["minimumChange", "must-be-positive"],
    ])
  })
})
