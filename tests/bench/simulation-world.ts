/** Made-up offices for the simulation: months of answers to several items, with the noise that real ones have. */
import type { WatchedSeries } from "~/domain/statistics/finding-rule"
import { period, shiftPeriod } from "~/domain/statistics/period"
import type { RandomSource } from "~/domain/statistics/seeded-random"

export type World = {
  name: string
  items: number
  answersPerMonth: number
  /** Months differ in size by up to this share. */
  unevenness: number
  share: number
  /** Variance of a month's share against chance: 1 is chance alone. Half of the excess is common to all items. */
  overdispersion: number
  /** The busy months' dip and the quiet months' rise, as a share. */
  season: number
}

export const PLAIN: World = {
  name: "chance alone",
  items: 18,
  answersPerMonth: 300,
  unevenness: 0,
  share: 0.94,
  overdispersion: 1,
  season: 0,
}

/** `shift` is added to the share of an item in a month. */
export function makeOffice(
  world: World,
  months: number,
  shift: (item: number, month: number) => number,
  random: RandomSource,
): WatchedSeries[] {
  const moods = Array.from({ length: months }, () => normal(random))
  const sizes = Array.from({ length: months }, () =>
    Math.round(world.answersPerMonth * (1 + world.unevenness * (2 * random() - 1))),
  )
  return Array.from({ length: world.items }, (_, item) => ({
    officeId: "simulated",
    item: `q${String(item + 1).padStart(2, "0")}`,
    question: "",
    points: sizes.map((n, month) => {
      const level =
        world.share + shift(item, month) + world.season * Math.sin((month / 6) * Math.PI)
      const excess = Math.sqrt(((world.overdispersion - 1) * level * (1 - level)) / n)
      const mood = Math.SQRT1_2 * ((moods[month] ?? 0) + normal(random))
      const share = Math.min(0.9999, Math.max(0.0001, level + excess * mood))
      return {
        period: shiftPeriod(FIRST, month),
        count: n - drawBinomial(n, 1 - share, random),
        n,
        scale: "v1",
      }
    }),
  }))
}

const FIRST = period("101-01")

/** Box and Muller. */
const normal = (random: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Exact: leaps from one success to the next (geometric waiting times), quick for rare events. */
function drawBinomial(n: number, share: number, random: RandomSource): number {
  const logMiss = Math.log(1 - share)
  let successes = 0
  for (let place = leap(logMiss, random); place <= n; place += leap(logMiss, random)) successes += 1
  return successes
}

const leap = (logMiss: number, random: RandomSource): number =>
  1 + Math.floor(Math.log(1 - random()) / logMiss)
