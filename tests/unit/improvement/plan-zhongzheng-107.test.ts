import { describe, expect, test } from "vitest"
import { PlanDocumentSchema } from "~/domain/improvement/plan.schema"
import document from "#prisma/seeds/plan-zhongzheng-107.json"

const plan = PlanDocumentSchema.parse(document)

describe("the 107 plan of 中正區戶政事務所, as transcribed", () => {
  test("has 49 items, numbered 1 to 49 without a gap", () => {
    expect(plan.items.map((item) => item.number)).toEqual(
      Array.from({ length: 49 }, (_, i) => i + 1),
    )
  })

  test("has 86 rows of work, item by item as in the document", () => {
    const rows = plan.items.map((item) => item.workRows.length)
    expect(rows).toEqual([
      7, 1, 2, 2, 2, 2, 3, 2, 3, 2, 1, 2, 1, 2, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1, 2, 3, 4, 6, 3, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1,
    ])
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(86)
  })

  test("names the sections that the document names, each as often as it does", () => {
    const owners = new Map<string, number>()
    for (const { owner } of plan.items) owners.set(owner, (owners.get(owner) ?? 0) + 1)
    expect(Object.fromEntries(owners)).toEqual({
      戶籍登記課: 3,
      戶籍資料課: 1,
      "戶籍登記、資料課": 1,
      各課: 3,
      行政庶務課: 28,
      會計: 8,
      人事: 5,
    })
  })

  test("plans months only where the words of the document name them", () => {
    const planned = plan.items.flatMap((item) =>
      item.workRows
        .filter((row) => row.plannedMonths.length > 0)
        .map((row) => [item.number, row.plannedMonths.join(" ")]),
    )
    expect(planned).toEqual([
      [8, "1 2 3 4 5 6 7 8 9 10 11 12"],
      [14, "6 12"],
      [40, "3 4 5"],
    ])
  })

  test("has a matrix of 4 dimensions with 5, 7, 3 and 4 strategies", () => {
    expect(plan.content.matrix.map((row) => row.strategies.length)).toEqual([5, 7, 3, 4])
  })

  test("keeps no broken line and no page furniture in its words", () => {
    const words = JSON.stringify(plan)
    expect(words).not.toMatch(/\\n|第\s*\d+\s*頁|[\uF900-\uFAFF]/)
  })
})
