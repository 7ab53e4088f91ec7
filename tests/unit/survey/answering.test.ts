import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decideAnswers, type Entered } from "~/domain/survey/answering"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import seed from "#prisma/seeds/questionnaire.json"

const content = QuestionnaireSchema.parse(seed)
const whole: Entered = { attitude: "5", expertise: "4", speed: "4", waiting: "na", overall: "5" }
const decide = (more: Entered = {}) => decideAnswers(content, { ...whole, ...more })
const problems = (entered: Entered) => {
  const decided = decideAnswers(content, entered)
  return decided.ok ? [] : decided.problems
}
const answers = (more: Entered) => {
  const decided = decide(more)
  return decided.ok ? decided.value : decided.problems
}

describe("the answers of a submission", () => {
  test("the required items are enough", () => expect(decide()).toEqual({ ok: true, value: whole }))
  test("each required item that is missing is a problem of its field", () => {
    expect(problems({ comment: "好" })).toEqual(
      ["attitude", "expertise", "speed", "waiting", "overall"].map((field) => ({
        code: "answer-required",
        field,
      })),
    )
  })
  test("an empty form names the required fields", () => expect(problems({})).toHaveLength(5))
  test("a questionnaire without required items still wants one answer", () => {
    const free = {
      ...content,
      items: content.items.filter(({ required, followUp }) => !required && !followUp),
    }
    expect(decideAnswers(free, { comment: "   " })).toEqual({
      ok: false,
      problems: [{ code: "answer-nothing" }],
    })
  })
  test("an option that does not exist is refused", () => {
    for (const forged of ["6", "0", "na", "5 or 1=1", "<b>5</b>"]) {
      expect(problems({ ...whole, attitude: forged })).toEqual([
        { code: "answer-unknown", field: "attitude" },
      ])
    }
  })
  test("two options of a single choice are refused", () => {
    expect(problems({ ...whole, overall: ["5", "1"] })).toEqual([
      { code: "answer-one", field: "overall" },
    ])
  })
  test("three improvements are taken in the order of the questionnaire, four are too many", () => {
    expect(answers({ improve: ["waiting", "attitude", "hours"] })).toMatchObject({
      improve: ["attitude", "waiting", "hours"],
    })
    expect(problems({ ...whole, improve: ["attitude", "speed", "waiting", "hours"] })).toEqual([
      { code: "answer-too-many", field: "improve", params: { atMost: 3 } },
    ])
  })
  test("fields that are no item are left out, whatever they are called", () => {
    const forged = JSON.parse('{"__proto__":"x","constructor":"y","officeId":"other"}')
    expect(decide(forged)).toEqual({ ok: true, value: whole })
  })
  test("a value that is no text is left out", () => {
    const forged = JSON.parse('{"comment":{"$ne":1},"improve":[null,7]}')
    expect(decide(forged)).toEqual({ ok: true, value: whole })
  })
})

describe("follow-ups", () => {
  test("count after 非常不滿意", () => {
    expect(answers({ waiting: "1", waiting_long: "over30" })).toMatchObject({
      waiting_long: "over30",
    })
  })
  test("are ignored when they were not asked, even with a forged option or too long a text", () => {
    expect(answers({ waiting_long: "forged", attitude_what: "x".repeat(9999) })).toEqual(whole)
  })
})

describe("texts", () => {
  const comment = (text: string) => answers({ comment: text })
  test("are as long as their limit, not one character longer", () => {
    expect(comment("字".repeat(1000))).toMatchObject({ comment: "字".repeat(1000) })
    expect(comment("字".repeat(1001))).toEqual([
      { code: "answer-too-long", field: "comment", params: { limit: 1000, length: 1001 } },
    ])
  })
  test("count a four-byte character as one", () => {
    expect(comment("𠮷".repeat(1000))).toMatchObject({ comment: "𠮷".repeat(1000) })
  })
  test("keep HTML, formulas and other languages as they were typed", () => {
    for (const typed of ["<script>alert(1)</script>", "=1+1", "Cảm ơn 😀", "第一行\n第二行"]) {
      expect(comment(typed)).toMatchObject({ comment: typed })
    }
  })
  test("lose control characters, and half of a surrogate pair", () => {
    expect(comment("好\u0000\u0007的\r\n謝謝\u0085")).toMatchObject({ comment: "好的\n謝謝" })
    expect(comment("a\ud842b")).toMatchObject({ comment: "a\uFFFDb" })
  })
  test("of blanks only are no answer", () => expect(comment(" \n\t\u3000 ")).toEqual(whole))
})

test("whatever is entered, what is kept are items that were asked and options that exist", () => {
  const keys = fc.constantFrom(...content.items.map(({ key }) => key), "other", "toString")
  const value = fc.oneof(
    fc.constantFrom("1", "2", "5", "na", "to10", "waiting"),
    fc.string({ unit: "binary" }),
  )
  fc.assert(
    fc.property(
      fc.dictionary(keys, fc.oneof(value, fc.array(value, { maxLength: 4 }))),
      (entered) => {
        const decided = decideAnswers(content, { ...whole, ...entered })
        fc.pre(decided.ok)
        if (!decided.ok) return
        const { attitude, attitude_what: why } = decided.value
        expect(why === undefined || attitude === "1" || attitude === "2").toBe(true)
        expect(JSON.stringify(decided.value)).not.toContain("\\u0000")
        expect(decideAnswers(content, decided.value)).toEqual(decided)
      },
    ),
  )
})
