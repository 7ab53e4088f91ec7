/**
 * Answers: which part of R² does each item carry, averaged over every order in which the items could enter?
 * Assumes a linear model on the correlations given; correlated items share what they explain together.
 * Source: Lindeman, Merenda & Gold 1980 (LMG), the Shapley value of R²; R: relaimpo type "lmg".
 * Example: shapleyShares([[1, 0], [0, 1]], [0.6, 0.3]) = [0.36, 0.09].
 */

/** Below this an item adds nothing that the items before it do not say already (collinear). */
const SMALLEST_PIVOT = 1e-10

type Factor = { members: number[]; rows: number[][]; solved: number[] }

/** The share of R² of each item, in order; they sum to R² of all items. `between` is the items' correlation matrix. */
export function shapleyShares(
  between: readonly (readonly number[])[],
  target: readonly number[],
): number[] {
  const rSquared = rSquaredOfSubsets(between, target)
  const weights = orderWeights(target.length)
  return target.map((_, item) => {
    const bit = 1 << item
    let share = 0
    for (let subset = 0; subset < rSquared.length; subset++) {
      if (subset & bit) continue
      const gain = (rSquared[subset | bit] ?? 0) - (rSquared[subset] ?? 0)
      share += (weights[countBits(subset)] ?? 0) * gain
    }
    return share
  })
}

/** How likely it is that exactly these `size` items came before: size! (p − 1 − size)! / p!. */
function orderWeights(items: number): number[] {
  const weights = [1 / items]
  for (let size = 1; size < items; size++) {
    weights.push(((weights[size - 1] ?? 0) * size) / (items - size))
  }
  return weights
}

function countBits(subset: number): number {
  let bits = 0
  for (let rest = subset; rest > 0; rest &= rest - 1) bits++
  return bits
}

/** R² of every subset, one Cholesky row per subset: 2^p steps instead of 2^p regressions. */
function rSquaredOfSubsets(
  between: readonly (readonly number[])[],
  target: readonly number[],
): Float64Array {
  const rSquared = new Float64Array(2 ** target.length)
  const visit = (start: number, subset: number, explained: number, factor: Factor) => {
    rSquared[subset] = explained
    for (let item = start; item < target.length; item++) {
      const step = extend(factor, item, between, target)
      visit(item + 1, subset | (1 << item), explained + step.gain ** 2, step.factor)
    }
  }
  visit(0, 0, 0, { members: [], rows: [], solved: [] })
  return rSquared
}

/** Adds one item to the factor; `gain` squared is what it adds to R². */
function extend(
  factor: Factor,
  item: number,
  between: readonly (readonly number[])[],
  target: readonly number[],
): { gain: number; factor: Factor } {
  const row: number[] = []
  let pivot = 1
  let rest = target[item] ?? 0
  for (const [m, member] of factor.members.entries()) {
    const earlier = factor.rows[m] ?? []
    let value = between[item]?.[member] ?? 0
    for (let t = 0; t < m; t++) value -= (row[t] ?? 0) * (earlier[t] ?? 0)
    value /= earlier[m] ?? 1
    row.push(value)
    pivot -= value * value
    rest -= value * (factor.solved[m] ?? 0)
  }
  if (pivot < SMALLEST_PIVOT) return { gain: 0, factor }
  const root = Math.sqrt(pivot)
  const gain = rest / root
  const { members, rows, solved } = factor
  return {
    gain,
    factor: {
      members: [...members, item],
      rows: [...rows, [...row, root]],
      solved: [...solved, gain],
    },
  }
}
