/**
 * Answers: how must answers be weighted so that the sample has the population's margins, and what does that cost?
 * Assumes that within a margin those who answered resemble those who did not. Weighting does not make a self-selected
 * sample a probability sample. Source: Deming & Stephan 1940 (iterative proportional fitting); Kish 1965, 11.7 (design
 * effect n·Σw²/(Σw)²). Example: 75 women and 25 men to half and half → weights 2/3 and 2, design effect 4/3, effective n 75.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { isCount } from "./interval"

/** People who are alike in every dimension: { sex: "f", age: "20-29" }, 31 of them. */
export type RakingCell = { traits: Readonly<Record<string, string>>; count: number }

/** The population's shares, per dimension adding up to 1. */
export type RakingTargets = Readonly<Record<string, Readonly<Record<string, number>>>>

export type Raking = {
  /** One weight per cell, in the order given; their mean over people is 1. */
  weights: number[]
  /** Kish: how many times larger the variance became. */
  designEffect: number
  effectiveN: number
  rounds: number
}

export type RakingProblem =
  | "not-a-count"
  | "no-answers"
  | "shares-do-not-add-up"
  | "category-without-target"
  | "empty-category"
  | "not-a-limit"
  | "weights-did-not-converge"

const TOLERANCE = 1e-10
const MOST_ROUNDS = 2_000

/** `largestWeight` trims: no weight above it, at most. Refuses where margins and trimming cannot both be met. */
export function rake(
  cells: readonly RakingCell[],
  targets: RakingTargets,
  { largestWeight = Infinity } = {},
): Outcome<Raking, RakingProblem> {
  const checked = checkRaking(cells, targets)
  if (!checked.ok) return checked
  if (!(largestWeight >= 1)) return refuse("not-a-limit")
  let weights = cells.map(() => 1)
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    for (const dimension of Object.keys(targets))
      weights = fitMargin(cells, weights, targets, dimension)
    const isTooLarge = weights.some((weight) => weight > largestWeight * (1 + TOLERANCE))
    if (!isTooLarge && largestMiss(cells, weights, targets) < TOLERANCE) {
      return accept({ weights, rounds, ...costOfWeights(cells, weights) })
    }
    weights = weights.map((weight) => Math.min(weight, largestWeight))
  }
  return refuse("weights-did-not-converge", { params: { rounds: MOST_ROUNDS } })
}

/** Kish's design effect and effective n of any weights: 1 and n when all weigh alike. */
export function costOfWeights(
  cells: readonly { count: number }[],
  weights: readonly number[],
): { designEffect: number; effectiveN: number } {
  const n = cells.reduce((total, cell) => total + cell.count, 0)
  const total = cells.reduce((all, cell, i) => all + cell.count * (weights[i] ?? 0), 0)
  const squares = cells.reduce((all, cell, i) => all + cell.count * (weights[i] ?? 0) ** 2, 0)
  const designEffect = (n * squares) / total ** 2
  return { designEffect, effectiveN: n / designEffect }
}

function checkRaking(
  cells: readonly RakingCell[],
  targets: RakingTargets,
): Outcome<null, RakingProblem> {
  if (cells.some((cell) => !isCount(cell.count))) return refuse("not-a-count")
  if (!cells.some((cell) => cell.count > 0)) return refuse("no-answers")
  for (const [dimension, shares] of Object.entries(targets)) {
    const total = Object.values(shares).reduce((sum, share) => sum + share, 0)
    const isBad = Object.values(shares).some((share) => !(share >= 0))
    if (isBad || !(Math.abs(total - 1) < 1e-9))
      return refuse("shares-do-not-add-up", { params: { dimension } })
    const stray = cells.find((cell) => cell.count > 0 && !(shareOf(shares, cell, dimension) > 0))
    if (stray) {
      const category = stray.traits[dimension] ?? ""
      return refuse("category-without-target", { params: { dimension, category } })
    }
    const counts = countsBy(
      cells,
      cells.map(() => 1),
      dimension,
    )
    const empty = Object.keys(shares).find((key) => (shares[key] ?? 0) > 0 && !counts.get(key))
    if (empty !== undefined)
      return refuse("empty-category", { params: { dimension, category: empty } })
  }
  return accept(null)
}

const shareOf = (
  shares: Readonly<Record<string, number>>,
  cell: RakingCell,
  dimension: string,
): number => shares[cell.traits[dimension] ?? ""] ?? 0

function countsBy(cells: readonly RakingCell[], weights: readonly number[], dimension: string) {
  const totals = new Map<string, number>()
  cells.forEach((cell, i) => {
    const category = cell.traits[dimension] ?? ""
    totals.set(category, (totals.get(category) ?? 0) + cell.count * (weights[i] ?? 0))
  })
  return totals
}

/** Multiplies weights so that one dimension's margins are met exactly. */
function fitMargin(
  cells: readonly RakingCell[],
  weights: readonly number[],
  targets: RakingTargets,
  dimension: string,
): number[] {
  const n = cells.reduce((total, cell) => total + cell.count, 0)
  const reached = countsBy(cells, weights, dimension)
  return cells.map((cell, i) => {
    const has = reached.get(cell.traits[dimension] ?? "") ?? 0
    if (has === 0) return weights[i] ?? 1
    return ((weights[i] ?? 1) * n * shareOf(targets[dimension] ?? {}, cell, dimension)) / has
  })
}

/** The largest distance of any weighted margin from its target, as a share. */
function largestMiss(
  cells: readonly RakingCell[],
  weights: readonly number[],
  targets: RakingTargets,
): number {
  const n = cells.reduce((total, cell) => total + cell.count, 0)
  const misses = Object.entries(targets).flatMap(([dimension, shares]) => {
    const reached = countsBy(cells, weights, dimension)
    return Object.entries(shares).map(([key, share]) =>
      Math.abs((reached.get(key) ?? 0) / n - share),
    )
  })
  return Math.max(0, ...misses)
}
