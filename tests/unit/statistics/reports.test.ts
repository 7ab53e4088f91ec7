import { describe, expect, test } from "vitest"
import { period } from "~/domain/statistics/period"
import {
  readTrendAddress,
  trendSentences,
  trendTable,
  worstItem,
} from "~/domain/statistics/reports/trend"
import { compareItems, type ItemSeries } from "~/domain/statistics/trend-report"
import {
  type ResultRow,
  resultsPeriod,
  resultsSentences,
  resultsTable,
} from "~/domain/survey/results-report"
import { calendarDate } from "~/domain/deadline/calendar-date"

const SEPTEMBER = period("115-09")
const OCTOBER = period("115-10")
const WORDS = { period: "115年10月", nameOf: (item: string) => item }

const item = (name: string, before: number | null, after: number, n = 600): ItemSeries => ({
  item: name,
  points: [
    ...(before === null ? [] : [{ period: SEPTEMBER, scale: "one", count: before, n }]),
    { period: OCTOBER, scale: "one", count: after, n },
  ],
})
const said = (...series: ItemSeries[]) =>
  trendSentences(compareItems(series, OCTOBER), "overall", WORDS).map(({ key }) => key)

describe("the sentences of a trend", () => {
  test("begin with the lead and then name what really fell, most first", () => {
    const changes = compareItems(
      [item("overall", 560, 559), item("cleanliness", 560, 520), item("waiting", 560, 480)],
      OCTOBER,
    )
    const sentences = trendSentences(changes, "overall", WORDS)
    expect(sentences.map(({ key, params }) => [key, params["about"]])).toEqual([
      ["share", "115年10月overall"],
      ["not-a-sample", undefined],
      ["unchanged-since", "overall"],
      ["could-have-seen", undefined],
      ["fell", "waiting"],
      ["fell", "cleanliness"],
    ])
  })

  test("say that the rest stands only when it was compared", () => {
    expect(said(item("overall", 560, 559), item("waiting", 560, 561))).toContain("rest-unchanged")
    const first = said(item("overall", null, 559), item("waiting", null, 561))
    expect(first).not.toContain("rest-unchanged")
    expect(first).toContain("rest-not-compared")
  })

  test("of a first period say its share and that there is nothing to compare it with", () => {
    expect(said(item("overall", null, 559))).toEqual(["share", "not-a-sample", "no-earlier-period"])
  })

  test("under five answers give no figure", () => {
    expect(said(item("overall", 4, 4, 4))).toEqual(["too-few"])
  })

  test("without the leading item there are none", () => {
    expect(said(item("waiting", 560, 561))).toEqual([])
  })
})

describe("the address of a trend", () => {
  const read = (query: string) =>
    readTrendAddress(new URLSearchParams(query), ["qr", "web"] as const, (unit) =>
      unit === "month" ? OCTOBER : period("115-Q3"),
    )

  test.each([
    ["", { unit: "quarter", period: "115-Q3", mode: null, item: "" }],
    [
      "unit=month&period=115-09&mode=web&item=waiting",
      { unit: "month", period: "115-09", mode: "web", item: "waiting" },
    ],
    ["unit=month&period=115-11", { unit: "month", period: "115-10", mode: null, item: "" }],
    ["unit=month&period=115-Q1", { unit: "month", period: "115-10", mode: null, item: "" }],
    ["unit=year&period=x&mode=fax", { unit: "quarter", period: "115-Q3", mode: null, item: "" }],
  ])("%s", (query, expected) => {
    expect(read(query)).toEqual(expected)
  })
})

test("the item shown first is the one that really fell most; without a fall there is none", () => {
  const fallen = [item("overall", 560, 559), item("waiting", 560, 480), item("phone", 560, 520)]
  expect(worstItem(compareItems(fallen, OCTOBER))).toBe("waiting")
  expect(worstItem(compareItems([item("overall", 560, 559)], OCTOBER))).toBeNull()
})

test("the table of a trend stands worst first and leaves empty what is not known", () => {
  const changes = compareItems(
    [
      item("new", null, 500),
      item("same", 560, 560),
      item("waiting", 560, 480),
      item("few", 4, 4, 4),
    ],
    OCTOBER,
  )
  const verdicts = {
    improved: "變好",
    worsened: "變差",
    "no-change": "未達顯著",
    "too-few": "回答太少",
    "not-comparable": "無法比較",
  }
  const { rows } = trendTable(changes, { ...WORDS, name: "x", columns: [], verdicts })
  expect(
    rows.map(([name, n, , , , difference, , , verdict]) => [name, n, difference, verdict]),
  ).toEqual([
    ["waiting", 600, expect.closeTo(-80 / 600, 10), "變差"],
    ["same", 600, 0, "未達顯著"],
    ["new", 600, null, "無法比較"],
    ["few", null, null, "回答太少"],
  ])
})

describe("the results", () => {
  const row = (name: string, count: number, n: number): ResultRow => ({
    key: name,
    kind: "scale",
    isRated: true,
    isSegment: false,
    name,
    question: `${name}？`,
    n,
    notApplicable: 0,
    weight: "enough",
    spread: [{ option: "5", name: "非常滿意", count, share: count / n }],
    satisfaction: { value: count / n, count, low: 0.1, high: 0.9 },
  })
  const words = { period: "115年第3季", named: (name: string) => name, join: "、" }
  const scales = [row("overall", 280, 300), row("waiting", 240, 300), row("phone", 250, 300)]

  test("are led by the overall item and name the three lowest in order", () => {
    const sentences = resultsSentences(scales, 300, words)
    expect(sentences[0]).toMatchObject({
      key: "share",
      params: { about: "115年第3季overall", percent: "93.3" },
    })
    expect(sentences.at(-1)).toEqual({
      key: "lowest",
      params: { items: "waiting、phone、overall" },
    })
  })

  test.each([
    [0, "no-responses"],
    [4, "too-few-responses"],
    [5, "share"],
  ])("of %i responses begin with %s", (responses, key) => {
    expect(resultsSentences(scales, responses, words)[0]?.key).toBe(key)
  })

  test("as a table have a line for each option that may be shown", () => {
    const hidden = { ...row("hidden", 2, 3), spread: [], satisfaction: null }
    const { rows } = resultsTable([...scales, hidden], { name: "x", columns: [] })
    expect(rows.map(([name]) => name)).toEqual(["overall", "waiting", "phone"])
    expect(rows[0]).toEqual([
      "overall",
      "overall？",
      300,
      "非常滿意",
      280,
      280 / 300,
      280 / 300,
      0.1,
      0.9,
    ])
  })

  test.each([
    ["115-09", "115-09"],
    ["115-Q2", "115-Q2"],
    ["115", "115-Q3"],
    ["", "115-Q3"],
    ["2026-09", "115-Q3"],
  ])("of an address with period %s are of %s on 21 November", (text, expected) => {
    expect(resultsPeriod(text, calendarDate("2026-11-21"))).toBe(expected)
  })
})
