import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mostAlike } from "~/domain/statistics/similarity"
import { topicChanges, topicsOf } from "~/domain/statistics/topics"
import { granted } from "../../support/outcomes"

const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one)
const shown = (topics: { words: readonly string[]; share: { count: number } }[]) =>
  topics.map(({ words, share }) => `${words.join("+")} ${share.count}`)

describe("topics", () => {
  test("a comment counts once per word, and words under three comments are nobody's topic", () => {
    const comments = [["等候", "等候", "太久"], ["等候"], ["等候"], ["停車"], ["停車"]]
    expect(shown(granted(topicsOf(comments)))).toEqual(["等候 3"])
  })

  test("a pair takes the place of the words it nearly always comes with", () => {
    const comments = [
      ...times(5, ["補發", "身分證"]),
      ...times(5, ["等候", "身分證"]),
      ["等候"],
      ["等候"],
      ["等候"],
    ]
    expect(shown(granted(topicsOf(comments)))).toEqual([
      "身分證 10",
      "等候 8",
      "等候+身分證 5",
      "補發+身分證 5",
    ])
  })

  test("stop words, single signs and punctuation are no topics and part pairs", () => {
    const comments = times(4, ["電話", "，", "不通", "的", "號碼"])
    expect(shown(granted(topicsOf(comments, { stopWords: new Set(["號碼"]) })))).toEqual([
      "不通 4",
      "電話 4",
    ])
  })

  test("no comments is refused", () =>
    expect(topicsOf([])).toMatchObject({ problems: [{ code: "no-comments" }] }))
})

describe("rising topics", () => {
  const filled = (with_: number, without: number) => [
    ...times(with_, ["等候"]),
    ...times(without, ["親切"]),
  ]

  test("3 of 60 before and 24 of 80 now is a rise, and the other topic's fall is one", () => {
    const changes = granted(topicChanges(filled(3, 57), filled(24, 56)))
    expect(changes.map(({ words, is }) => [words[0], is])).toEqual([
      ["等候", "rising"],
      ["親切", "falling"],
    ])
    expect(changes[0]?.change.value).toBeCloseTo(0.25, 12)
  })

  test("a small difference is unclear", () => {
    expect(granted(topicChanges(filled(10, 50), filled(12, 48))).map(({ is }) => is)).toEqual([
      "unclear",
      "unclear",
    ])
  })

  test("the more topics are compared, the wider the intervals", () => {
    const many = (count: number) =>
      times(
        20,
        Array.from({ length: 10 }, (_, i) => (i < count ? `甲乙${i}` : "，")),
      )
    const one = granted(topicChanges(filled(5, 0), filled(5, 0)))[0]?.change.interval.level
    const ten = granted(topicChanges(many(9), many(9)))[0]?.change.interval.level
    expect(one).toBeCloseTo(0.95, 12)
    expect(ten ?? 0).toBeGreaterThan(0.99)
  })
})

describe("likeness", () => {
  test("equal texts are wholly alike, texts without a shared word are not offered", () => {
    const alike = granted(
      mostAlike(
        ["補發", "身分證"],
        [
          { key: "same", words: ["補發", "身分證"] },
          { key: "other", words: ["停車"] },
        ],
      ),
    )
    expect(alike).toEqual([
      { key: "same", likeness: expect.closeTo(1, 12), because: ["補發", "身分證"] },
    ])
  })

  test("a rare shared word weighs more than one that everybody writes", () => {
    const others = [
      { key: "common", words: ["等候", "停車"] },
      { key: "rare", words: ["印鑑", "廁所"] },
      ...times(8, ["等候", "態度"]).map((words, i) => ({ key: `x${i}`, words })),
    ]
    expect(granted(mostAlike(["等候", "印鑑"], others, 1))[0]?.key).toBe("rare")
  })

  test("likeness lies between 0 and 1 and does not depend on the order of the words", () => {
    const words = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, words, (own, theirs) => {
        const forward = granted(mostAlike(own, [{ key: "a", words: theirs }]))
        const backward = granted(
          mostAlike([...own].reverse(), [{ key: "a", words: [...theirs].reverse() }]),
        )
        for (const { likeness } of forward) expect(likeness > 0 && likeness <= 1).toBe(true)
        expect(backward[0]?.likeness ?? 0).toBeCloseTo(forward[0]?.likeness ?? 0, 9)
      }),
      { seed: 8 },
    )
  })

  test("refuses an empty text and a limit that is none", () => {
    expect(mostAlike([], [])).toMatchObject({ problems: [{ code: "no-words" }] })
    for (const limit of [0, -1, 1.5, NaN])
      expect(mostAlike(["甲"], [], limit)).toMatchObject({ problems: [{ code: "not-a-limit" }] })
  })
})
