import { describe, expect, test } from "vitest"
import { nameOf } from "~/domain/form-fields"
import { ItemFormSchema, PlanningFormSchema } from "~/domain/improvement/item-form.schema"

const row = (work: string, plannedMonths?: string | string[]) => ({ work, plannedMonths })
const item = {
  title: "縮短等候",
  owner: "戶籍登記課",
  workRows: [row("增開櫃檯", ["1", "2"])],
}
const problemsOf = (parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  parsed.error?.issues.map(({ path, message }) => [nameOf(path), message])

describe("the form of a plan item", () => {
  test("rows that are written become work, in order, with their months", () => {
    const parsed = ItemFormSchema.parse({
      ...item,
      workRows: [...item.workRows, row(" "), row("檢討動線", "6")],
    })
    expect(parsed.workRows).toEqual([
      { work: "增開櫃檯", plannedMonths: [1, 2] },
      { work: "檢討動線", plannedMonths: [6] },
    ])
  })

  test("months beside an empty row mean nothing", () => {
    const workRows = [...item.workRows, row("", "9")]
    expect(ItemFormSchema.parse({ ...item, workRows }).workRows).toHaveLength(1)
  })

  test("without any work the first row is asked for", () => {
    const asked = [["workRows[0].work", "work-missing"]]
    expect(problemsOf(ItemFormSchema.safeParse({ ...item, workRows: [row("")] }))).toEqual(asked)
    expect(problemsOf(ItemFormSchema.safeParse({ ...item, workRows: undefined }))).toEqual(asked)
  })

  test("a title too long, a missing owner and a thirteenth month are refused where they stand", () => {
    const wrong = { ...item, title: "長".repeat(201), owner: "", workRows: [row("x", "13")] }
    expect(problemsOf(ItemFormSchema.safeParse(wrong))).toEqual([
      ["title", "too-long"],
      ["owner", "owner-missing"],
      ["workRows[0].plannedMonths[0]", "not-a-month"],
    ])
  })
})

test("an item may have forty rows of work and not one more", () => {
  const rows = (count: number) => ({ ...item, workRows: Array(count).fill(row("x")) })
  expect(ItemFormSchema.parse(rows(40)).workRows).toHaveLength(40)
  expect(problemsOf(ItemFormSchema.safeParse(rows(41)))).toEqual([["workRows", "too-many-rows"]])
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
