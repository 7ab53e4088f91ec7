/** What a trend chart is given to draw: plain arrays, one entry per period, and words already written. */
import type { LinePoint } from "~/domain/statistics/trend-line"

export type DrawnLine = {
  labels: string[]
  shares: (number | null)[]
  band: { low: (number | null)[]; high: (number | null)[] }
  limits: { low: (number | null)[]; centre: (number | null)[]; high: (number | null)[] }
  isSpecial: boolean[]
  events: { index: number; label: string }[]
  endLabels: { text: string; share: number; isMain: boolean }[]
  /** Where the axis begins: never silently above zero, the caption says it. */
  floor: number
}

type Wording = {
  labelOf: (point: LinePoint) => string
  percent: (share: number) => string
  limitWords: { low: string; centre: string; high: string }
  events: { period: string; label: string }[]
}

/** A point on this side of the limits deserves a person's look. */
export const isSpecial = (point: Pick<LinePoint, "signals">): boolean => point.signals.length > 0

export function drawnLine(points: LinePoint[], words: Wording): DrawnLine {
  const low = points.map((point) => point.limits?.low ?? null)
  const high = points.map((point) => point.limits?.high ?? null)
  const last = points.findLast((point) => point.share !== null)
  const lastLimits = points.findLast((point) => point.limits !== null)?.limits
  const ends = [
    last === undefined || last.share === null
      ? null
      : { text: words.percent(last.share), share: last.share, isMain: true },
    lastLimits ? { text: words.limitWords.low, share: lastLimits.low, isMain: false } : null,
    lastLimits ? { text: words.limitWords.centre, share: lastLimits.centre, isMain: false } : null,
    lastLimits ? { text: words.limitWords.high, share: lastLimits.high, isMain: false } : null,
  ]
  return {
    labels: points.map(words.labelOf),
    shares: points.map((point) => point.share),
    band: {
      low: points.map((point) => point.interval?.low ?? null),
      high: points.map((point) => point.interval?.high ?? null),
    },
    limits: { low, centre: points.map((point) => point.limits?.centre ?? null), high },
    isSpecial: points.map(isSpecial),
    events: words.events.flatMap(({ period, label }) => {
      const index = points.findIndex((point) => point.period === period)
      return index < 0 ? [] : [{ index, label }]
    }),
    endLabels: ends.filter((end) => end !== null),
    floor: floorOf([...low, ...points.map((point) => point.interval?.low ?? null)]),
  }
}

/** The twentieth (a step of five points) below everything that is drawn, so that a few points of change can be seen. */
export function floorOf(values: (number | null)[]): number {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return 0
  return Math.max(0, Math.floor(Math.min(...known) * 20) / 20)
}
