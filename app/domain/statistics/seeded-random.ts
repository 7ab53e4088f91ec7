/**
 * Answers: which answers are drawn in a resample, the same ones every time for the same seed?
 * Assumes nothing is secret: this is for reproducible statistics, never for codes or keys.
 * Source: mulberry32 (T. Ettinger 2017, public domain), period 2^32.
 * Example: seededRandom(1)() = 0.6270739405881613.
 */
export type RandomSource = () => number

/** A source of numbers in [0, 1) that depends on the seed alone. */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** As many positions as there are, each drawn from all of them, so that some come twice and some not at all. */
export function drawWithReplacement(count: number, random: RandomSource): number[] {
  return Array.from({ length: count }, () => Math.floor(random() * count))
}

/** The middle `level` of the values: the percentile interval of a bootstrap. Values must not be empty. */
export function middleOf(
  values: readonly number[],
  level: number,
): { low: number; high: number; level: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2), level }
}

/** R's type 7: straight between the two neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
