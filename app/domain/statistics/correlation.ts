/**
 * Answers: do two columns of scores rise together?
 * Assumes complete pairs. Pearson asks for a straight line; Spearman only for the same order, which is all a 5…1 scale promises.
 * Source: Spearman 1904, with average ranks for ties (R: cor(x, y, method = "spearman")).
 * Example: spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) = 0.8207826816681233.
 */

/** The mean of each column. Empty gives NaN. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The sample variance (n − 1). */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** Pearson's r; null when a column does not vary, because then the question has no answer. */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  let [xx, yy, xy] = [0, 0, 0]
  for (const [i, value] of x.entries()) {
    const dx = value - meanX
    const dy = (y[i] ?? NaN) - meanY
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** Spearman's ρ; null when a column does not vary. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return pearson(averageRanks(x), averageRanks(y))
}

/** The rank of each value, 1 for the smallest; equal values share the mean of their ranks. */
export function averageRanks(values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const rankOf = new Map<number, number>()
  let below = 0
  for (const value of [...counts.keys()].sort((a, b) => a - b)) {
    const count = counts.get(value) ?? 0
    rankOf.set(value, below + (count + 1) / 2)
    below += count
  }
  return values.map((value) => rankOf.get(value) ?? NaN)
}
