/**
 * Answers: which items really changed from one period to the next?
 * Assumes the series come with one wording each; a changed wording is not compared across.
 * Many items are looked at together, so the p-values are adjusted (statistics/multiplicity); a change stands at 5 %.
 * Example: 548 of 600, then 509 of 600, alone → worsened by 6.5 points.
 */
import type { Counted, Interval } from "./interval"
import { adjustForMany } from "./multiplicity"
import { type Period, shiftPeriod } from "./period"
import { smallestVisibleChange } from "./power"
import { type Difference, differenceOf, proportionOf, testDifference } from "./proportion"
import { inWiderPeriods, newestRun, type SharePoint } from "./series"
import { SMALLEST_SHOWN } from "./suppression"

export type ItemSeries = { item: string; points: SharePoint[] }

export type ChangeVerdict = "improved" | "worsened" | "no-change" | "too-few" | "not-comparable"

export type ItemChange = {
  item: string
  now: Counted | null
  interval: Interval | null
  difference: Difference | null
  /** Adjusted for all items looked at together. */
  p: number | null
  verdict: ChangeVerdict
  /** The smallest fall and rise that these answers would have shown, as shares. */
  visible: { fall: number | null; rise: number | null } | null
}

const CHANGE_LEVEL = 0.05

/** Each item's change from the period before, in the order given. */
export function compareItems(series: readonly ItemSeries[], period: Period): ItemChange[] {
  const compared = series.map((one) => compareItem(one, period))
  const tested = compared.filter((change) => change.p !== null)
  const adjusted = adjustForMany(tested.map((change) => change.p ?? 1))
  const pOf = new Map(
    tested.map(({ item }, i) => [item, adjusted.ok ? (adjusted.value[i] ?? 1) : 1]),
  )
  return compared.map((change) => judge(change, pOf.get(change.item) ?? null))
}

function compareItem({ item, points }: ItemSeries, period: Period): ItemChange {
  const after = points.find((point) => point.period === period)
  const before = points.find((point) => point.period === shiftPeriod(period, -1))
  const nothing = { item, now: null, interval: null, difference: null, p: null, visible: null }
  if (!after || after.n < SMALLEST_SHOWN) return { ...nothing, verdict: "too-few" }
  const share = proportionOf(after)
  const shown = {
    ...nothing,
    now: counted(after),
    interval: share.ok ? share.value.interval : null,
  }
  if (!before || before.n < SMALLEST_SHOWN) return { ...shown, verdict: "not-comparable" }
  if (before.scale !== after.scale) return { ...shown, verdict: "not-comparable" }
  const difference = differenceOf(before, after)
  const test = testDifference(before, after)
  const sizes = { before: before.n, after: after.n }
  const visible = smallestVisibleChange(before.count / before.n, sizes)
  return {
    ...shown,
    difference: difference.ok ? difference.value : null,
    p: test.ok ? test.value.p : null,
    visible: visible.ok ? visible.value : null,
    verdict: "no-change",
  }
}

function judge(change: ItemChange, p: number | null): ItemChange {
  if (p === null || change.difference === null) return change
  if (p > CHANGE_LEVEL) return { ...change, p, verdict: "no-change" }
  return { ...change, p, verdict: change.difference.value > 0 ? "improved" : "worsened" }
}

const counted = ({ count, n }: Counted): Counted => ({ count, n })

/**
 * Series of months in quarters, each with its three months. Only the newest run of one wording is taken, so that no
 * quarter mixes two questions.
 */
export function inQuarters(series: readonly ItemSeries[]): ItemSeries[] {
  return series.map(({ item, points }) => {
    const run = newestRun(points)
    const wider = run.ok ? inWiderPeriods(run.value.points, "quarter") : run
    return { item, points: wider.ok ? wider.value : [] }
  })
}
