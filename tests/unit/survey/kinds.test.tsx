import { renderToStaticMarkup } from "react-dom/server"
import { I18nextProvider } from "react-i18next"
import { describe, expect, test } from "vitest"
import { CountedContentSchema } from "~/domain/survey/kinds/counted-content.schema"
import { ItemSchema } from "~/domain/survey/kinds/item.schema"
import type { ItemOf, Kind } from "~/domain/survey/kinds/kind"
import { KINDS, optionKeys, readAnswer, resultOf, tallyPlanOf } from "~/domain/survey/kinds/kinds"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { ticksOf } from "~/domain/statistics/tally"
import { openWords } from "~/locales/i18n"
import { catalog } from "~/locales/zh-TW/catalog"
import { Question } from "~/ui/survey/question"

const words = { "zh-TW": "問" }
const options = [
  { key: "a", words: { "zh-TW": "甲" } },
  { key: "b", words: { "zh-TW": "乙" } },
]
const base = { key: "q", words, shortName: words, required: false, segment: false }

/**
 * For every kind: an item, values that a form may send with the answer they mean, values that are refused, the ticks
 * of that answer, how its counts read when 6 of 10 people answered so, and what the page shows.
 */
const SAMPLES: {
  [K in Kind]: {
    item: ItemOf<K>
    entered: string[]
    answer: string | string[]
    refused: [string[], string]
    ticks: string[]
    shares: { n: number; options: string[]; satisfied: number | null } | null
    page: RegExp
  }
} = {
  scale: {
    item: { ...base, kind: "scale", scale: "s", notApplicable: words },
    entered: [" 5 "],
    answer: "5",
    refused: [["5", "4"], "answer-one"],
    ticks: ["5"],
    shares: { n: 6, options: ["5", "4", "3", "2", "1"], satisfied: 6 },
    page: /<fieldset.*class="c".*type="radio" name="q" value="5"/s,
  },
  choice: {
    item: { ...base, kind: "choice", options },
    entered: ["a", ""],
    answer: "a",
    refused: [["c"], "answer-unknown"],
    ticks: ["a"],
    shares: { n: 6, options: ["a", "b"], satisfied: null },
    page: /<fieldset.*type="radio" name="q" value="a"/s,
  },
  multiple: {
    item: { ...base, kind: "multiple", options, atMost: 1 },
    entered: ["b", "b"],
    answer: ["b"],
    refused: [["a", "b"], "answer-too-many"],
    ticks: ["*", "b"],
    shares: { n: 10, options: ["a", "b"], satisfied: null },
    page: /<fieldset.*type="checkbox" name="q" value="a"/s,
  },
  text: {
    item: { ...base, kind: "text", limit: 3 },
    entered: [" 太久 "],
    answer: "太久",
    refused: [["太久太久"], "answer-too-long"],
    ticks: ["answered"],
    shares: null,
    page: /<label.*最多 3 字.*<textarea id="q"/s,
  },
}

const scale = { "5": words, "4": words, "3": words, "2": words, "1": words }
const contentWith = (item: ItemOf) =>
  QuestionnaireSchema.parse({
    title: words,
    introduction: words,
    scales: { s: scale },
    items: [item],
  })
const inChinese = openWords({ "zh-TW": catalog })

describe.each(Object.entries(SAMPLES))("a question of the kind %s", (kind, sample) => {
  const { item } = sample

  test("is read back from a stored version as it was written", () => {
    expect(contentWith(item).items).toEqual([item])
    expect(item.kind).toBe(kind)
  })

  test("reads what the page's fields send, nothing from nothing, and refuses what cannot be meant", () => {
    expect(readAnswer(item, sample.entered)).toEqual({ answer: sample.answer })
    expect(readAnswer(item, [])).toEqual({})
    expect(readAnswer(item, [" "])).toEqual({})
    const [values, code] = sample.refused
    expect(readAnswer(item, values)).toMatchObject({ problem: { code } })
  })

  test("is counted, and its counts are read", () => {
    const ticks = ticksOf(tallyPlanOf([item]), { q: sample.answer })
    expect(ticks.filter((tick) => tick.item === "q").map(({ option }) => option)).toEqual(
      sample.ticks,
    )
    const counts = Object.fromEntries(sample.ticks.map((option) => [option, 6]))
    const result = resultOf(item, counts, 10)
    expect(result).toEqual(sample.shares && { ...sample.shares, notApplicable: 0 })
  })

  test("can be a follow-up's parent by the options that are ticked, and by no other", () => {
    expect(optionKeys(item).every((option) => readAnswer(item, [option]).answer)).toBe(true)
  })

  test("is asked on the page", () => {
    const asking = { content: contentWith(item), language: "zh-TW", refused: null } as const
    const page = renderToStaticMarkup(
      <I18nextProvider i18n={inChinese}>
        <Question item={item} {...asking} />
      </I18nextProvider>,
    )
    expect(page).toMatch(sample.page)
  })
})

test("every kind that is read has its module and its sample", () => {
  const read = ItemSchema.options.map((option) => option.shape.kind.value).toSorted()
  expect(Object.keys(KINDS).toSorted()).toEqual(read)
  expect(Object.keys(SAMPLES).toSorted()).toEqual(read)
})

test("an old version is counted by what counting needs, and an unknown kind is not guessed at", () => {
  const item = { key: "q", kind: "scale", scale: "gone" }
  expect(CountedContentSchema.parse({ items: [item] }).items).toHaveLength(1)
  expect(CountedContentSchema.safeParse({ items: [{ ...item, kind: "guess" }] }).success).toBe(
    false,
  )
})

test("only a choice may be 基本資料, and only what is answered in words is shown in words", () => {
  const kinds = Object.entries(KINDS)
  expect(kinds.filter(([, { maySegment }]) => maySegment).map(([name]) => name)).toEqual(["choice"])
  expect(kinds.filter(([, { isOwnWords }]) => isOwnWords).map(([name]) => name)).toEqual(["text"])
})
