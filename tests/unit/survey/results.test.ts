import { describe, expect, test } from "vitest"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { resultsOf, weightOf } from "~/domain/survey/results"
import seed from "#prisma/seeds/questionnaire.json"

const content = QuestionnaireSchema.parse(seed)
const tally = (items: Record<string, Record<string, number>>, responses = 0) => ({
  group: "all",
  responses,
  items: Object.fromEntries(
    Object.entries(items).map(([key, options]) => [key, { answered: 0, options }]),
  ),
})
const result = (counted: ReturnType<typeof tally>, key: string) =>
  resultsOf(content, counted).find(({ item }) => item.key === key)

describe("the results of a questionnaire", () => {
  test("滿意度 is 非常滿意 and 滿意 of those to whom the item applied, with Wilson's interval", () => {
    // R: prop.test(282, 300, correct = FALSE)$conf.int → 0.9071606 0.9617136
    const waiting = result(
      tally({ waiting: { "5": 200, "4": 82, "3": 10, "2": 5, "1": 3, na: 40 } }),
      "waiting",
    )
    expect(waiting).toMatchObject({ n: 300, notApplicable: 40, weight: "enough" })
    expect(waiting?.satisfaction?.value).toBeCloseTo(0.94, 10)
    expect(waiting?.satisfaction?.interval.low).toBeCloseTo(0.9071606, 6)
    expect(waiting?.satisfaction?.interval.high).toBeCloseTo(0.9617136, 6)
  })
  test("the spread is in the order of the scale, points nobody chose included", () => {
    expect(result(tally({ overall: { "4": 5, "5": 35 } }), "overall")?.spread.slice(0, 3)).toEqual([
      { option: "5", count: 35, share: 0.875 },
      { option: "4", count: 5, share: 0.125 },
      { option: "3", count: 0, share: 0 },
    ])
  })
  test("an item nobody answered has no percentage, not 0 %", () => {
    expect(result(tally({}), "phone")).toMatchObject({
      n: 0,
      weight: "none",
      spread: [],
      satisfaction: null,
    })
  })
  test("shares of a multiple choice are of everybody who answered", () => {
    const improve = result(tally({ improve: { waiting: 25, speed: 10 } }, 100), "improve")
    expect(improve?.n).toBe(100)
    expect(improve?.spread.find(({ option }) => option === "waiting")?.share).toBe(0.25)
    expect(improve?.satisfaction).toBeNull()
  })
  test("four answers are hidden, five are shown with a warning, thirty without", () => {
    expect(result(tally({ overall: { "5": 3, "1": 1 } }), "overall")).toMatchObject({
      weight: "hidden",
      spread: [],
      satisfaction: null,
    })
    expect(result(tally({ overall: { "5": 4, "1": 1 } }), "overall")?.spread).toHaveLength(5)
    expect([0, 4, 5, 29, 30].map(weightOf)).toEqual(["none", "hidden", "small", "small", "enough"])
  })
})
