/**
 * Answers: which items matter much and are done badly, and which order among items is more than chance?
 * Assumes an importance (asked, or a driver's share) and a performance per item, each with its interval.
 * The cross-hair stands at the mean importance and the mean performance of the items shown (the rule of 重要度–表現分析 here);
 * an item whose interval reaches over a line is "undecided", never pushed into a quadrant.
 * Source: Martilla & James 1977, J. Marketing 41:77; the interval rule is this house's own caution.
 * Example: importances .5 (.4–.6) and .1 (.05–.15) with cross-hair .3 fall on different sides of it.
 */
import { accept, type Outcome, refuse } from "../outcome"

type Measured = { value: number; low: number; high: number }
export type GridItem = { key: string; importance: Measured; performance: Measured }

/** 加強改善 · 繼續保持 · 次要改善 · 供給過度 · 未定 */
export type Quadrant = "improve" | "keep" | "low-priority" | "possible-overkill" | "undecided"

export type PriorityGrid = {
  crossHair: { rule: "mean-of-items"; importance: number; performance: number }
  items: (GridItem & { quadrant: Quadrant })[]
}

export type GridProblem = "too-few-items" | "not-a-measure"

export function importancePerformance(
  items: readonly GridItem[],
): Outcome<PriorityGrid, GridProblem> {
  if (items.length < 2) return refuse("too-few-items")
  const broken = items.find((item) => !isMeasured(item.importance) || !isMeasured(item.performance))
  if (broken) return refuse("not-a-measure", { field: broken.key })
  const meanOf = (pick: (item: GridItem) => number) =>
    items.reduce((sum, item) => sum + pick(item), 0) / items.length
  const importance = meanOf((item) => item.importance.value)
  const performance = meanOf((item) => item.performance.value)
  return accept({
    crossHair: { rule: "mean-of-items", importance, performance },
    items: items.map((item) => ({
      ...item,
      quadrant: quadrantOf(
        sideOf(item.importance, importance),
        sideOf(item.performance, performance),
      ),
    })),
  })
}

const isMeasured = ({ value, low, high }: Measured): boolean =>
  [value, low, high].every(Number.isFinite) && low <= value && value <= high

type Side = "above" | "below" | "across"

function sideOf({ low, high }: Measured, line: number): Side {
  if (low > line) return "above"
  return high < line ? "below" : "across"
}

function quadrantOf(importance: Side, performance: Side): Quadrant {
  if (importance === "across" || performance === "across") return "undecided"
  if (importance === "above") return performance === "above" ? "keep" : "improve"
  return performance === "above" ? "possible-overkill" : "low-priority"
}

/** `rank` 1 to 3 reads "between first and third place"; equal ends mean the place is certain. */
export type Ranked = { key: string; best: number; worst: number }

/**
 * The places an item can hold, largest first. Items whose intervals overlap are not put in an order:
 * `best` counts only those surely above it, `worst` also those that may be. Two items with the same
 * certain place cannot occur. Example: intervals .4–.6, .5–.7, .1–.2 → places 1–2, 1–2, 3–3.
 */
export function rankApart(items: readonly { key: string; low: number; high: number }[]): Ranked[] {
  return items.map(({ key, low, high }) => {
    const others = items.filter((other) => other.key !== key)
    return {
      key,
      best: 1 + others.filter((other) => other.low > high).length,
      worst: 1 + others.filter((other) => other.high >= low).length,
    }
  })
}
