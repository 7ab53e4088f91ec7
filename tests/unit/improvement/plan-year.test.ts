import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import type { PlanContent } from "~/domain/improvement/plan"
import { begunMonths, decideMarkMonths } from "~/domain/improvement/progress"
import { decideStartPlan, shiftYears } from "~/domain/improvement/start-plan"

const content: PlanContent = {
  basis: ["107年的函"],
  goals: ["便民"],
  mission: null,
  subjects: "本所全體同仁。",
  matrix: [{ dimension: "一", strategies: [{ strategy: "二", method: "三" }] }],
  measures: [],
  oversight: [],
  closing: [],
  scheduleTitle: "107年度表",
  note: "抄本",
}
const from = {
  rocYear: 107,
  content,
  items: [
    {
      title: "108年度預算之籌編",
      owner: "會計",
      findingId: null,
      workRows: [{ work: "彙整107年下半年至108年上半年", plannedMonths: [3] }],
    },
    { title: "縮短等候", owner: "各課", findingId: "f", workRows: [] },
  ],
}
const wish = {
  rocYear: 116,
  title: "116年度計畫",
  scheduleTitle: "116年度表",
  takenYears: [107],
  basis: ["116年的函"],
}

describe("starting a year's plan", () => {
  test("carries ordinary items over with their years moved, and leaves answered findings behind", () => {
    const plan = decideStartPlan({ ...wish, from })
    expect(plan).toMatchObject({
      ok: true,
      value: {
        rocYear: 116,
        title: "116年度計畫",
        documentNo: null,
        items: [
          {
            number: 1,
            title: "117年度預算之籌編",
            owner: "會計",
            workRows: [{ work: "彙整116年下半年至117年上半年", plannedMonths: [3] }],
          },
        ],
      },
    })
  })

  test("takes goals and matrix from the earlier plan, but not its basis or names", () => {
    const plan = decideStartPlan({ ...wish, from })
    expect(plan).toMatchObject({
      value: {
        content: { ...content, basis: ["116年的函"], scheduleTitle: "116年度表", note: null },
      },
    })
  })

  test("starts empty when nothing is carried over", () => {
    const plan = decideStartPlan({ ...wish, from: null })
    expect(plan).toMatchObject({
      value: { items: [], content: { matrix: [], basis: ["116年的函"] } },
    })
  })

  test("an office has one plan a year", () => {
    const plan = decideStartPlan({ ...wish, rocYear: 107, from: null })
    expect(plan).toMatchObject({
      ok: false,
      problems: [{ code: "plan-year-taken", field: "rocYear" }],
    })
  })

  test("moves 民國 years only: ages and counts stay", () => {
    expect(shiftYears("清查90歲以上、最近二年、每年3、4、5月", 9)).toBe(
      "清查90歲以上、最近二年、每年3、4、5月",
    )
    expect(shiftYears("107年度", 9)).toBe("116年度")
    expect(shiftYears("至少5年", 9)).toBe("至少5年")
    expect(shiftYears("2018年", 9)).toBe("2018年")
  })
})

describe("noting the months in which work was done", () => {
  const plan = { status: "approved", rocYear: 115 } as const

  test("the current month has begun, the next has not", () => {
    expect(begunMonths(115, calendarDate("2026-10-31"))).toHaveLength(10)
    expect(begunMonths(115, calendarDate("2026-11-01"))).toHaveLength(11)
    expect(begunMonths(116, calendarDate("2026-12-31"))).toEqual([])
    expect(begunMonths(107, calendarDate("2026-11-20"))).toHaveLength(12)
  })

  test("months that have begun are noted, also none", () => {
    const today = calendarDate("2026-11-20")
    expect(decideMarkMonths(plan, [1, 11], today)).toEqual({
      ok: true,
      value: { actualMonths: [1, 11] },
    })
    expect(decideMarkMonths(plan, [], today)).toMatchObject({ ok: true })
  })

  test("a month that has not begun is refused", () => {
    expect(decideMarkMonths(plan, [12], calendarDate("2026-11-30"))).toMatchObject({
      problems: [{ code: "month-in-future" }],
    })
  })

  test("a draft has no progress", () => {
    const draft = { status: "draft", rocYear: 115 } as const
    expect(decideMarkMonths(draft, [1], calendarDate("2026-11-20"))).toMatchObject({
      problems: [{ code: "plan-not-approved" }],
    })
  })
})
