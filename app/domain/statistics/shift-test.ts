/**
 * Answers: did the share change its level between earlier periods and the newest ones, when periods vary more than chance?
 * Assumes answers independent within a period; extra variation between periods is taken out by φ, as Laney does for limits.
 * Source: Wilks 1938 (signed root of the likelihood ratio: at 94 % its tails are true where the z test's are 2.4 times too
 * heavy below); φ = σz², Laney 2002; interval: Newcombe 1998 with n/φ.
 * Example: 6768/7200, then 828/900, φ = 1 → −2.0 points (−4.0 … −0.4), z = −2.27, p = .023.
 */
import { normalTwoSided } from "./distributions"
import { laneySigma, standardise } from "./control-limits"
import { type Counted, DEFAULT_LEVEL, type Interval } from "./interval"
import { newcombe, wilson } from "./proportion"
import type { SharePoint } from "./series"

export type Shift = {
  before: Counted
  after: Counted
  /** after − before, as a share. */
  estimate: number
  interval: Interval
  z: number
  p: number
  overdispersion: number
}

/** How much more than chance these periods vary: 1 is chance, and the least that testShift takes. Needs checked points. */
export const overdispersionOf = (points: readonly SharePoint[]): number =>
  laneySigma(standardise(points).zValues) ** 2

/** Needs checked counts with n > 0. */
export function testShift(
  before: Counted,
  after: Counted,
  overdispersion = 1,
  level = DEFAULT_LEVEL,
): Shift {
  const phi = Math.max(1, overdispersion)
  const z = likelihoodZ(before, after) / Math.sqrt(phi)
  const withInterval = ({ count, n }: Counted) => ({
    value: count / n,
    interval: wilson(count / n, n / phi, level),
  })
  return {
    before,
    after,
    estimate: after.count / after.n - before.count / before.n,
    interval: newcombe(withInterval(before), withInterval(after), level),
    z,
    p: normalTwoSided(z),
    overdispersion: phi,
  }
}

/** Signed square root of the likelihood ratio statistic of two shares; 0 where all or none count. */
export function likelihoodZ(before: Counted, after: Counted): number {
  const n = before.n + after.n
  const share = (before.count + after.count) / n
  const rest = (before.n - before.count + after.n - after.count) / n
  const ratio = [before, after].reduce(
    (sum, group) =>
      sum + excess(group.count, group.n * share) + excess(group.n - group.count, group.n * rest),
    0,
  )
  return (
    Math.sign(after.count / after.n - before.count / before.n) * Math.sqrt(Math.max(0, 2 * ratio))
  )
}

const excess = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)
