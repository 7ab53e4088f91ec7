import { describe, expect, test } from "vitest"
import en from "~/locales/en/statistics.json"
import zh from "~/locales/zh-TW/statistics.json"
import {
  changeSentences,
  driverSentences,
  handlingSentences,
  onTimeSentences,
  shareSentences,
  topicSentences,
} from "~/domain/statistics/sentences"
import { SENTENCE_KEYS, type Sentence } from "~/domain/statistics/sentence"
import type { Counted } from "~/domain/statistics/interval"
import { period } from "~/domain/statistics/period"
import type { SharePoint } from "~/domain/statistics/series"
import { compareItems } from "~/domain/statistics/trend-report"
import { granted } from "../../support/outcomes"

const WEB = (n: number) => ({ design: "self-selected" as const, n })
/** The words with the variables filled in, as i18next does it. */
const aloud = (sentences: Sentence[]) =>
  sentences.map(({ key, params }) =>
    zh.sentences[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name])),
  )
const keys = (sentences: Sentence[]) => sentences.map(({ key }) => key)

describe("one share", () => {
  test("is read with its interval, its n, and what it may not be taken for", () => {
    expect(aloud(granted(shareSentences("整體滿意度", { count: 282, n: 300 }, WEB(300))))).toEqual([
      "「整體滿意度」為 94.0%（95% 信賴區間 90.7%–96.2%，n=300）。",
      "本問卷由民眾自行填答，非隨機樣本，不推論抽樣誤差；區間僅說明變動是否超出隨機起伏，不代表全體民眾。",
    ])
  })

  test.each([
    [0, ["no-answers"]],
    [4, ["too-few"]],
    [5, ["share", "small-sample", "not-a-sample"]],
    [29, ["share", "small-sample", "not-a-sample"]],
    [30, ["share", "not-a-sample"]],
  ])("of %i answers: %j", (n, expected) => {
    expect(keys(granted(shareSentences("x", { count: n, n }, WEB(n))))).toEqual(expected)
  })

  test("fewer than five: no figure leaves", () => {
    const [only] = granted(shareSentences("x", { count: 3, n: 4 }, WEB(4)))
    expect(only?.params).toEqual({ about: "x", fewest: 5 })
  })

  test("抽樣誤差 appears only for a probability sample", () => {
    const drawn = granted(
      shareSentences("x", { count: 900, n: 1099 }, { design: "probability", n: 1099 }),
    )
    expect(aloud(drawn).at(-1)).toBe("在 95% 信心水準下，抽樣誤差為 ±2.96 個百分點（n=1099）。")
    expect(keys(drawn)).not.toContain("not-a-sample")
  })

  test("refuses what is no count", () => {
    expect(shareSentences("x", { count: 5, n: 4 }, WEB(4))).toMatchObject({
      problems: [{ code: "count-exceeds-n" }],
    })
    expect(shareSentences("x", { count: NaN, n: 4 }, WEB(4))).toMatchObject({
      problems: [{ code: "not-a-count" }],
    })
  })
})

describe("a change", () => {
  const points = (before: Counted, after: Counted): SharePoint[] => [
    { period: period("115-09"), scale: "one", ...before },
    { period: period("115-10"), scale: "one", ...after },
  ]
  const judged = (before: Counted, after: Counted) =>
    compareItems([{ item: "waiting", points: points(before, after) }], period("115-10"))
  const change = (before: number, after: number, n = 300) =>
    judged({ count: before, n }, { count: after, n }).flatMap((one) =>
      changeSentences("等候時間", one),
    )

  test("is called one only when it is one", () => {
    expect(keys(change(282, 260))[0]).toBe("fell")
    expect(keys(change(260, 282))[0]).toBe("rose")
    expect(keys(change(282, 280)).slice(0, 2)).toEqual(["unchanged", "could-have-seen"])
  })

  test("a fall is read in points lost, smaller end first", () => {
    expect(aloud(change(282, 260))[0]).toBe(
      "「等候時間」由 94.0% 下降為 86.7%，減少 7.3 個百分點（95% 信賴區間 2.6–12.2；n=300、300），差異顯著。",
    )
  })

  test("no change says 差異未達顯著 and what could have been seen", () => {
    expect(aloud(change(282, 280))[0]).toContain("差異未達顯著")
    expect(aloud(change(282, 280))[1]).toContain("下降 6.6 個百分點以上或上升 4.4 個百分點以上")
  })

  test("everybody satisfied before: only a fall could have been seen; three answers each: nothing", () => {
    expect(keys(change(300, 300))).toContain("could-have-seen-fall")
    expect(keys(change(3, 2, 4))).toEqual(["too-few"])
  })

  test("without an earlier period that is said, and nothing compared", () => {
    const [first] = judged({ count: 0, n: 0 }, { count: 3, n: 9 })
    expect(first && keys(changeSentences("x", first))).toEqual(["no-earlier-period"])
  })
})

describe("drivers, time and topics", () => {
  const name = (key: string) => `「${key}」`

  test("one driver is named only when no other can be above it", () => {
    const ranked = [
      { key: "等候", best: 1, worst: 1 },
      { key: "態度", best: 2, worst: 3 },
      { key: "標示", best: 2, worst: 3 },
    ]
    expect(driverSentences(ranked, name, "、")).toEqual([
      { key: "driver", params: { items: "「等候」" } },
    ])
    const tied = [
      { key: "等候", best: 1, worst: 2 },
      { key: "態度", best: 1, worst: 2 },
      { key: "標示", best: 3, worst: 3 },
    ]
    expect(driverSentences(tied, name, "、")).toEqual([
      { key: "drivers-together", params: { items: "「等候」、「態度」" } },
    ])
    expect(driverSentences(tied.slice(0, 2), name, "、")).toEqual([])
  })

  test("open and overdue cases are named", () => {
    const onTime = {
      count: 8,
      n: 10,
      value: 0.8,
      interval: { low: 0.49, high: 0.943, level: 0.95 },
    }
    expect(aloud(onTimeSentences({ onTime, inTime: 8, late: 1, openAndOverdue: 1 }))).toEqual([
      "到期案件 10 件中，如期答復 8 件，依限辦結率 80.0%（95% 信賴區間 49.0%–94.3%）；逾限答復 1 件，逾限未結 1 件。",
      "其中 1 件已逾限而尚未答復，請優先處理。",
    ])
    expect(keys(onTimeSentences(null))).toEqual(["no-case-due"])
  })

  test("a quantile that is not reached says so", () => {
    expect(
      keys(
        handlingSentences([
          { share: 0.5, days: 4, low: 3, high: 6 },
          { share: 0.9, days: 9, low: 8, high: null },
          { share: 0.9, days: null, low: 8, high: null },
        ]),
      ),
    ).toEqual(["half-within", "nine-of-ten-within", "quantile-not-reached"])
  })

  test("no sure change of topics is a sentence too", () =>
    expect(keys(topicSentences([]))).toEqual(["no-topic-changed"]))
})

test("every sentence has its words in both languages, with the same variables", () => {
  const variables = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
  expect(Object.keys(zh.sentences).sort()).toEqual([...SENTENCE_KEYS].sort())
  expect(Object.keys(en.sentences).sort()).toEqual([...SENTENCE_KEYS].sort())
  for (const key of SENTENCE_KEYS)
    expect(variables(en.sentences[key])).toEqual(variables(zh.sentences[key]))
  expect(Object.keys(en.problems)).toEqual(Object.keys(zh.problems))
})
