import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { EvidenceSchema } from "~/domain/improvement/finding.schema"
import { freezeEvidence } from "~/domain/improvement/finding"
import { lineOf } from "~/domain/statistics/trend-line"
import { findFindings } from "~/domain/statistics/findings"
import { period, shiftPeriod } from "~/domain/statistics/period"
import { drawnLine, floorOf } from "~/ui/statistics/drawn-line"

const months = (counts: number[], scale = "1", from = "114-01") =>
  counts.map((count, i) => ({ period: shiftPeriod(period(from), i), count, n: 300, scale }))

const STEADY = [273, 270, 276, 272, 274, 271, 275, 273, 272, 274, 270, 276]
const lineOfCounts = (counts: number[]) => lineOf({ item: "waiting", points: months(counts) })

describe("a line against its limits", () => {
  test("limits come from the first twelve months and a fall outside them is marked", () => {
    const { points } = lineOfCounts([...STEADY, 240])
    const last = points.at(-1)
    expect(last?.limits).toMatchObject({ isTrial: false })
    expect(last?.signals).toContainEqual({ rule: "outside-limits", side: "below" })
    expect(points[0]?.signals).toEqual([])
    expect(last?.share).toBeCloseTo(0.8)
    expect(last?.interval?.low).toBeLessThan(0.8)
  })

  test("new points do not move limits that are locked", () => {
    const before = lineOfCounts([...STEADY, 272]).points[0]?.limits
    expect(lineOfCounts([...STEADY, 272, 200, 200]).points[0]?.limits).toEqual(before)
  })

  test("with five months before the newest there are trial limits, with four there are none", () => {
    expect(lineOfCounts(STEADY.slice(0, 6)).points[0]?.limits).toMatchObject({ isTrial: true })
    expect(lineOfCounts(STEADY.slice(0, 5)).points[0]?.limits).toBeNull()
  })

  test("a change of wording starts a new run, and what was before keeps its share but no limits", () => {
    const old = months(STEADY, "old", "113-01")
    const line = lineOf({ item: "a", points: [...old, ...months(STEADY, "new")] })
    expect(line.brokenAt).toEqual({ at: "114-01", because: "scale-changed" })
    expect(line.points[0]).toMatchObject({ limits: null })
    expect(line.points[0]?.share).toBeCloseTo(0.91)
    expect(line.points.at(-1)?.limits).not.toBeNull()
  })

  test("four answers are not shown", () => {
    const few = { period: period("114-01"), count: 3, n: 4, scale: "1" }
    expect(lineOf({ item: "a", points: [few] }).points).toEqual([
      { period: "114-01", counted: null, share: null, interval: null, limits: null, signals: [] },
    ])
  })

  test("no points make an empty line", () => {
    expect(lineOf({ item: "a", points: [] })).toEqual({ item: "a", points: [], brokenAt: null })
  })
})

describe("a signal's evidence", () => {
  test("is frozen with its numbers, its method and its line, and reads back the same", () => {
    const points = months([...STEADY, 240, 238])
    const found = findFindings([
      { officeId: "zz", item: "waiting", question: "等候的時間", points },
    ])
    const signal = found.ok ? found.value.findings[0] : undefined
    if (!signal) throw new Error("a fall from 91 % to 80 % of 300 was not found")
    const { points: line } = lineOf({ item: "waiting", points })
    const evidence = freezeEvidence(signal, line, calendarDate("2026-11-20"))
    expect(evidence).toMatchObject({
      question: "等候的時間",
      filter: { item: "waiting", period: signal.seenIn, mode: null },
      direction: "decline",
      after: { count: 240, n: 300, periods: { from: "115-01", to: "115-01" } },
      method: { name: "likelihood-shift-bh", version: "level-shift-1" },
      seenOn: "2026-11-20",
    })
    expect(evidence.before.count).toBe(STEADY.reduce((sum, count) => sum + count, 0))
    expect(EvidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence)
  })
})

describe("what the chart is given", () => {
  const words = {
    labelOf: (point: { period: string }) => point.period,
    percent: (share: number) => share.toFixed(2),
    limitWords: { low: "下", centre: "中", high: "上" },
    events: [
      { period: "114-03", label: "項目開始" },
      { period: "120-01", label: "不在圖上" },
    ],
  }

  test("one entry per period, events at their place, special points marked", () => {
    const drawn = drawnLine(lineOfCounts([...STEADY, 240]).points, words)
    expect(drawn.labels).toHaveLength(13)
    expect(drawn.events).toEqual([{ index: 2, label: "項目開始" }])
    expect(drawn.isSpecial.at(-1)).toBe(true)
    expect(drawn.endLabels.map(({ text }) => text)).toEqual(["0.80", "下", "中", "上"])
  })

  test("a line without numbers draws nothing", () => {
    expect(drawnLine([], words)).toMatchObject({ labels: [], endLabels: [], floor: 0 })
  })

  test.each([
    [[0.91, 0.853], 0.85],
    [[0.85], 0.85],
    [[0.849], 0.8],
    [[0.02, null], 0],
    [[null], 0],
  ])("the axis of %j begins at %d", (values, floor) => {
    expect(floorOf(values)).toBeCloseTo(floor)
  })
})
