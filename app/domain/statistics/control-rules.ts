/**
 * Answers: which points of a control chart are more than ordinary variation, and by which of four rules?
 * Assumes points in order of time with the limits each was judged by. A point on the centre line is on no side.
 * Source: NHS England, Making Data Count (four rules); Nelson 1984. Seven, not eight, on one side.
 * Example: seven values all above the centre → all seven carry "seven-on-one-side".
 */

export const RULES = [
  "outside-limits",
  "seven-on-one-side",
  "seven-in-a-row",
  "two-of-three-near-limit",
] as const
export type Rule = (typeof RULES)[number]
export type Side = "above" | "below"

/** A value with its own limits; sigma may differ from point to point. */
export type JudgedPoint = { value: number; centre: number; sigma: number }
export type Signal = { rule: Rule; side: Side }

const RUN = 7
const NEAR_SIGMAS = 2 // two thirds of the way to the limit
const LIMIT_SIGMAS = 3
// A value computed as exactly on a limit must not fall outside by the last bit of a float.
const ROUNDING = 1e-9

/** For each point, in the same order, the rules it takes part in. `side` is where it points: above also means rising. */
export function findSignals(points: readonly JudgedPoint[]): Signal[][] {
  const found: Signal[][] = points.map(() => [])
  const mark = (places: readonly number[], rule: Rule, side: Side) => {
    for (const place of places) {
      const there = found[place]
      if (there && !there.some((one) => one.rule === rule && one.side === side))
        there.push({ rule, side })
    }
  }
  points.forEach((point, i) => {
    for (const side of ["above", "below"] as const) {
      if (isBeyond(point, LIMIT_SIGMAS, side)) mark([i], "outside-limits", side)
      const seven = lastPlaces(i, RUN)
      if (seven.length === RUN && seven.every((place) => isOn(points[place], side))) {
        mark(seven, "seven-on-one-side", side)
      }
      if (seven.length === RUN && seven.slice(1).every((place) => moves(points, place, side))) {
        mark(seven, "seven-in-a-row", side)
      }
      const near = lastPlaces(i, 3).filter((place) => isBeyond(points[place], NEAR_SIGMAS, side))
      if (i >= 2 && near.length >= 2) mark(near, "two-of-three-near-limit", side)
    }
  })
  return found
}

const lastPlaces = (i: number, count: number): number[] =>
  Array.from({ length: Math.min(count, i + 1) }, (_, k) => i - Math.min(count, i + 1) + 1 + k)

/** How far the point lies on that side of the centre; negative on the other. */
const distance = (point: JudgedPoint, side: Side): number =>
  side === "above" ? point.value - point.centre : point.centre - point.value

const isOn = (point: JudgedPoint | undefined, side: Side): boolean =>
  point !== undefined && distance(point, side) > ROUNDING

const isBeyond = (point: JudgedPoint | undefined, sigmas: number, side: Side): boolean =>
  point !== undefined && distance(point, side) > sigmas * point.sigma + ROUNDING

function moves(points: readonly JudgedPoint[], place: number, side: Side): boolean {
  const step = (points[place]?.value ?? 0) - (points[place - 1]?.value ?? 0)
  return side === "above" ? step > ROUNDING : step < -ROUNDING
}
