import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import {
  chartOfNumbers,
  chartOfShares,
  type ChartPhase,
  judgeTarget,
  rebase,
  settleLimits,
} from "~/domain/statistics/control-chart"
import { type ControlLimits, shareLimits, xmrLimits } from "~/domain/statistics/control-limits"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import { month, numbers, shares } from "./months"
import reference from "./reference/trends.json"

const phase = (
  limits: ControlLimits,
  from = "113-01",
  reason: string | null = null,
): ChartPhase => ({
  from: month(from),
  limits,
  setOn: calendarDate("2026-11-20"),
  reason,
})

const steady = shares(
  [282, 276, 291, 268, 300, 280, 283, 279, 288, 281, 285, 277],
  [300, 295, 308, 289, 318, 297, 301, 296, 305, 299, 303, 295],
)

describe("limits", () => {
  test("of numbers are the mean ± 2.66 mean moving ranges, a single shock screened out", () => {
    for (const wanted of reference.xmr) {
      const limits = granted(xmrLimits(numbers(wanted.values)))
      const points = granted(chartOfNumbers(numbers(wanted.values), [phase(limits)]))
      expectClose(limits.centre, wanted.centre, 1e-12)
      expectClose(limits.sigma, wanted.sigma, 1e-12)
      expectClose(points[0]?.lower ?? null, wanted.lower, 1e-12)
      expectClose(points[0]?.upper ?? null, wanted.upper, 1e-12)
    }
  })

  test("of shares are those of the chart that fits: p where periods vary as chance, Laney p′ where more", () => {
    expect(reference.charts.map((one) => one.kind)).toEqual(["p", "laney-p"])
    for (const wanted of reference.charts) {
      const series = shares(wanted.count, wanted.n)
      const limits = granted(shareLimits(series))
      expect(limits.kind).toBe(wanted.kind)
      expectClose(limits.centre, wanted.centre, 1e-12)
      expectClose(limits.sigma, wanted.kind === "p" ? 1 : wanted.sigmaZ, 1e-12)
      granted(chartOfShares(series, [phase(limits)])).forEach((point, i) => {
        expectClose(point.lower, wanted.lower[i] ?? NaN, 1e-12)
        expectClose(point.upper, wanted.upper[i] ?? NaN, 1e-12)
      })
    }
  })

  test("of p′ are those of p when σz is 1", () => {
    const p = granted(shareLimits(steady))
    const laney: ControlLimits = { ...p, kind: "laney-p", sigma: 1 }
    expect(granted(chartOfShares(steady, [phase(laney)]))).toEqual(
      granted(chartOfShares(steady, [phase(p)])),
    )
  })

  test("come from an XmR chart, with a caution, where periods are small", () => {
    const limits = granted(shareLimits(shares([28, 29, 27, 30, 28, 26], 30)))
    expect([limits.kind, limits.caution]).toEqual(["xmr", "small-subgroups"])
  })

  test("of eleven points are on trial, of twelve no longer; only trial limits are computed again", () => {
    const eleven = granted(shareLimits(steady.slice(0, 11)))
    const twelve = granted(shareLimits(steady))
    expect([eleven.isTrial, twelve.isTrial]).toEqual([true, false])
    expect(settleLimits(null, eleven)).toBe(eleven)
    expect(settleLimits(eleven, twelve)).toBe(twelve)
    expect(settleLimits(twelve, eleven)).toBe(twelve)
  })

  test("are refused where nothing varies, for a gap, and for what is no number", () => {
    expect(refusal(xmrLimits(numbers([5])))).toBe("no-variation")
    expect(refusal(xmrLimits(numbers([5, 5, 5])))).toBe("no-variation")
    expect(refusal(shareLimits(shares([300, 300, 300], 300)))).toBe("no-variation")
    expect(refusal(shareLimits(steady.filter((_, i) => i !== 3)))).toBe("gap-in-series")
    expect(refusal(xmrLimits(numbers([1, NaN, 2])))).toBe("not-a-number")
    expect(refusal(shareLimits([]))).toBe("empty-series")
  })
})

describe("a chart", () => {
  const limits = granted(shareLimits(steady))

  test("judges later months by locked limits and marks a fall", () => {
    const more = shares([...steady.map((p) => p.count), 250], [...steady.map((p) => p.n), 300])
    const last = granted(chartOfShares(more, [phase(limits)])).at(-1)
    expect(last?.centre).toBe(limits.centre)
    expect(last?.signals).toEqual([{ rule: "outside-limits", side: "below" }])
  })

  test("begins again at a re-basing: runs do not cross it", () => {
    const low = shares([...Array<number>(4).fill(285), ...Array<number>(4).fill(285)], 300)
    const once = granted(chartOfShares(low, [phase({ ...limits, centre: 0.94 })]))
    expect(once[7]?.signals.map((one) => one.rule)).toEqual(["seven-on-one-side"])
    const phases = [
      phase({ ...limits, centre: 0.94 }),
      phase({ ...limits, centre: 0.94 }, "113-05", "新增櫃檯"),
    ]
    expect(granted(chartOfShares(low, phases)).flatMap((point) => point.signals)).toEqual([])
  })

  test("never shows a share above 100 % or below 0 %", () => {
    const points = granted(
      chartOfShares(shares([29, 30], 30), [phase({ ...limits, centre: 0.97 })]),
    )
    expect(points[0]?.upper).toBe(1)
  })

  test("is refused where no limits were in force yet, or they are of another chart", () => {
    expect(refusal(chartOfShares(steady, [phase(limits, "113-02")]))).toBe("no-phase")
    expect(refusal(chartOfShares(steady, []))).toBe("no-phase")
    expect(refusal(chartOfShares(steady, [phase(limits, "113-Q1")]))).toBe("mixed-periods")
    expect(refusal(chartOfNumbers(numbers([1, 2, 3]), [phase(limits)]))).toBe("wrong-chart")
  })

  test("does not mind the order of points or phases", () => {
    const phases = [phase(limits), phase(limits, "113-05", "重新裝修")]
    const plain = granted(chartOfShares(steady, phases))
    expect(granted(chartOfShares([...steady].reverse(), [...phases].reverse()))).toEqual(plain)
  })
})

describe("re-basing", () => {
  const first = phase(granted(shareLimits(steady)))

  test("puts limits in force from a month, on a day, for a reason", () => {
    const next = phase(first.limits, "114-01", "遷入新址")
    expect(granted(rebase([first], next))).toEqual([first, next])
    expect(granted(rebase([], first))).toEqual([first])
  })

  test("is refused without a reason, or before the last one", () => {
    expect(refusal(rebase([first], phase(first.limits, "114-01")))).toBe("reason-required")
    expect(refusal(rebase([first], phase(first.limits, "114-01", "  ")))).toBe("reason-required")
    expect(refusal(rebase([first], phase(first.limits, "113-01", "同月")))).toBe(
      "rebase-before-last",
    )
    expect(refusal(rebase([first], phase(first.limits, "114-Q1", "季")))).toBe("mixed-periods")
    const early = { ...phase(first.limits, "114-01", "回溯"), setOn: calendarDate("2026-11-19") }
    expect(refusal(rebase([first], early))).toBe("set-before-last")
  })
})

describe("a target", () => {
  const limits: ControlLimits = {
    ...granted(shareLimits(steady)),
    kind: "p",
    centre: 0.94,
    sigma: 1,
  }
  // 0.94 ± 3·√(0.94·0.06/300) = 0.8989 … 0.9811
  test.each([
    [0.89, "at-least", "met-reliably"],
    [0.9, "at-least", "by-chance"],
    [0.98, "at-least", "by-chance"],
    [0.982, "at-least", "not-met"],
    [0.982, "at-most", "met-reliably"],
    [0.94, "at-most", "by-chance"],
    [0.89, "at-most", "not-met"],
  ] as const)("of %d %s is %s", (value, direction, verdict) => {
    expect(judgeTarget(limits, { value, direction }, 300)).toBe(verdict)
  })
})
