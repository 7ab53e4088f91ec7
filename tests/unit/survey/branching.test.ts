import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { askedItems, branchingCss } from "~/domain/survey/branching"
import { type Item, type Questionnaire } from "~/domain/survey/questionnaire"

const words = { "zh-TW": "問" }
const scales = { s: { "5": words, "4": words, "3": words, "2": words, "1": words } }
const shared = { words, shortName: words, required: false, segment: false }
const scale = (key: string, followUp?: Item["followUp"]): Item => ({
  ...shared,
  key,
  kind: "scale",
  scale: "s",
  followUp,
})
const questionnaire = (...items: Item[]): Questionnaire => ({
  title: words,
  introduction: words,
  scales,
  items,
})

const chain = questionnaire(
  scale("a"),
  scale("b", { item: "a", when: ["1", "2"] }),
  scale("c", { item: "b", when: ["1"] }),
)
const asked = (answers: Record<string, string>) => askedItems(chain, answers).map(({ key }) => key)

describe("which items are asked", () => {
  test("a follow-up is not asked before its item is answered", () =>
    expect(asked({})).toEqual(["a"]))
  test("普通 asks nothing more", () => expect(asked({ a: "3" })).toEqual(["a"]))
  test("不滿意 asks the follow-up", () => expect(asked({ a: "2" })).toEqual(["a", "b"]))
  test("a follow-up of a follow-up is asked only while both call for it", () => {
    expect(asked({ a: "1", b: "1" })).toEqual(["a", "b", "c"])
    expect(asked({ a: "5", b: "1" })).toEqual(["a"])
  })
  test("a key that every object has is not an answer", () => {
    const odd = questionnaire(
      scale("constructor"),
      scale("b", { item: "constructor", when: ["1"] }),
    )
    expect(askedItems(odd, {})).toHaveLength(1)
  })
})

describe("the style sheet of the same rule", () => {
  test("hides a follow-up until its options are ticked", () => {
    const two = questionnaire(scale("a"), scale("b", { item: "a", when: ["2", "1"] }))
    expect(branchingCss(two)).toBe(
      '@supports selector(:has(*)){#i-b{display:none}form:has([name="a"][value="2"]:checked,[name="a"][value="1"]:checked) #i-b{display:block}}',
    )
  })
  test("asks for the whole chain", () => {
    expect(branchingCss(chain)).toContain(
      'form:has([name="a"][value="1"]:checked,[name="a"][value="2"]:checked):has([name="b"][value="1"]:checked) #i-c{display:block}',
    )
  })
  test("is empty without follow-ups", () =>
    expect(branchingCss(questionnaire(scale("a")))).toBe(""))
  test("no key or option, however hostile, leaves its string or the style element", () => {
    const harmless =
      /^@supports selector\(:has\(\*\)\)\{#i-[\w\\ -]+\{display:none\}form:has\(\[name="[\w\\ -]*"\]\[value="[\w\\ -]*"\]:checked\) #i-[\w\\ -]+\{display:block\}\}$/
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"]{}</style><script>', "\\", "\n}*{", "a/*"),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (parent, child, option) => {
        fc.pre(parent !== child)
        const css = branchingCss(
          questionnaire(scale(parent), scale(child || "x", { item: parent, when: [option] })),
        )
        expect(css).toMatch(harmless)
      }),
    )
  })
})
