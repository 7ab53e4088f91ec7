/**
 * Answers: did the share change its level between earlier periods and the newest ones, when periods vary more than chance?
 * Assumes answers independent within a period; extra variation between periods is taken out by φ.
 * Source: Wilks 1938 (signed root of the likelihood ratio: at 94 % its tails are true where the z test's are 2.4 times too
 * heavy below); φ: Pearson's dispersion, McCullagh & Nelder 1989, 4.5, with z winsorised; interval: Newcombe 1998, n/φ.
 * Example: 6768/7200, then 828/900, φ = 1 → −2.0 points (−4.0 … −0.3), z = −2.26, p = .024.
 */
import { normalTwoSided } from "./distributions"
import { standardise } from "./control-limits"
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

/**
 * φ: how much more than chance these periods vary; 1 is chance, and the least that testShift takes. A season counts as
 * variation; a single shock counts as three sigma at most, so that it does not hide the next change. Needs checked points.
 */
export function overdispersionOf(points: readonly SharePoint[]): number {
  const { zValues } = standardise(points)
  if (zValues.length < 2) return 1
  return zValues.reduce((sum, z) => sum + Math.min(SHOCK, z * z), 0) / (zValues.length - 1)
}

const SHOCK = 3 ** 2

/** Needs checked counts with n > 0. */
export function testShift(
  before: Counted,
  after: Counted,
  overdispersion = 1,
  level = DEFAULT_LEVEL,
): Shift {
  const phi = Math.max(1, overdispersion)
  const withInterval = ({ count, n }: Counted) => ({
    value: count / n,
    interval: wilson(count / n, n / phi, level),
  })
  return {
    before,
    after,
    estimate: after.count / after.n - before.count / before.n,
    interval: newcombe(withInterval(before), withInterval(after), level),
    ...likelihoodOf(before, after, phi),
    overdispersion: phi,
  }
}

/** The test alone, without estimate and interval: for looking at many windows. */
export function likelihoodOf(
  before: Counted,
  after: Counted,
  overdispersion: number,
): { z: number; p: number } {
  const z = likelihoodZ(before, after) / Math.sqrt(Math.max(1, overdispersion))
  return { z, p: normalTwoSided(z) }
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
