import { describe, expect, test } from "vitest"
import { LOCALES } from "~/domain/language"
import { wordsIn } from "~/domain/words"
import { optionKeys, optionWords } from "~/domain/survey/kinds/kinds"
import { upFrontItems } from "~/domain/survey/questionnaire"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import seed from "#prisma/seeds/questionnaire.json"

const words = { "zh-TW": "問" }
const scales = { s: { "5": words, "4": words, "3": words, "2": words, "1": words } }
const scale = (key: string, more = {}) => ({
  key,
  kind: "scale",
  scale: "s",
  words,
  shortName: words,
  ...more,
})
const text = (key: string, more = {}) => ({
  key,
  kind: "text",
  limit: 10,
  words,
  shortName: words,
  ...more,
})
const read = (...items: unknown[]) =>
  QuestionnaireSchema.safeParse({ title: words, introduction: words, scales, items })
const codes = (...items: unknown[]) =>
  read(...items).error?.issues.map(({ message }) => message) ?? []

describe("the content of a questionnaire", () => {
  test("accepts a scale and the follow-up that hangs from it", () => {
    expect(codes(scale("a"), text("why", { followUp: { item: "a", when: ["1", "2"] } }))).toEqual(
      [],
    )
  })
  test("refuses the same key twice", () => {
    expect(codes(scale("a"), text("a"))).toEqual(["key-twice"])
  })
  test("refuses a follow-up of an item that is missing, comes later, or is itself", () => {
    const followUp = { item: "a", when: ["1"] }
    expect(codes(text("why", { followUp }))).toEqual(["unknown-follow-up"])
    expect(codes(text("why", { followUp }), scale("a"))).toEqual(["unknown-follow-up"])
    expect(codes(scale("a", { followUp }))).toEqual(["unknown-follow-up"])
  })
  test("refuses a follow-up of an option that the item does not have", () => {
    expect(codes(scale("a"), text("b", { followUp: { item: "a", when: ["na"] } }))).toEqual([
      "unknown-follow-up",
    ])
  })
  test("refuses a scale that is not described, also one with the name of an object's own method", () => {
    expect(codes(scale("a", { scale: "other" }))).toEqual(["unknown-scale"])
    expect(codes(scale("a", { scale: "constructor" }))).toEqual(["unknown-scale"])
  })
  test("refuses 基本資料 that must be given", () => {
    const options = [
      { key: "x", words },
      { key: "y", words },
    ]
    const age = { key: "age", kind: "choice", options, words, shortName: words, segment: true }
    expect(codes(age)).toEqual([])
    expect(codes({ ...age, required: true })).toEqual(["segment-is-free"])
  })
  test.each(["", "1a", "A", "a b", 'a"]', "</style>", "__proto__", "題"])(
    "refuses the key %j",
    (key) => {
      expect(codes(text(key))).toEqual(["not-a-key"])
    },
  )
  test("refuses fields that nobody knows, so that nothing is smuggled into a version", () => {
    expect(read(text("a", { script: "x" })).success).toBe(false)
  })
})

describe("the questionnaire of a household registration office", () => {
  const content = QuestionnaireSchema.parse(seed)
  const numbered = content.items.filter((item) => !item.segment && !item.followUp)

  test("has eighteen items, two follow-ups and four facts about the person", () => {
    expect(numbered).toHaveLength(18)
    expect(content.items.filter(({ followUp }) => followUp)).toHaveLength(2)
    expect(content.items.filter(({ segment }) => segment)).toHaveLength(4)
  })
  test("asks its follow-ups only after 不滿意 and 非常不滿意", () => {
    for (const { followUp } of content.items)
      if (followUp) expect(followUp.when.sort()).toEqual(["1", "2"])
  })
  test.each(LOCALES)("says everything in %s", (language) => {
    for (const item of content.items) {
      const said = [
        item.words,
        item.shortName,
        ...optionKeys(item).map((key) => optionWords(content, item, key)),
      ]
      if (item.hint) said.push(item.hint)
      for (const each of said) expect(each[language], `${item.key}: ${each["zh-TW"]}`).toBeTruthy()
    }
  })
  test("falls back to Chinese for a missing translation", () => {
    expect(wordsIn({ "zh-TW": "態度" }, "vi")).toBe("態度")
  })
})

test("what must be answered comes first, with what hangs from it; the rest can wait", () => {
  const keys = upFrontItems(QuestionnaireSchema.parse(seed)).map(({ key }) => key)
  expect(keys).toEqual([
    "attitude",
    "attitude_what",
    "expertise",
    "speed",
    "waiting",
    "waiting_long",
    "overall",
  ])
})
