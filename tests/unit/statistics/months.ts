/** Series for tests: months in a row from a first one. */
import { type Period, period, shiftPeriod } from "~/domain/statistics/period"
import type { NumberPoint, SharePoint } from "~/domain/statistics/series"

export function shares(
  counts: readonly number[],
  n: number | readonly number[],
  first = "113-01",
): SharePoint[] {
  return counts.map((count, i) => ({
    period: shiftPeriod(period(first), i),
    count,
    n: typeof n === "number" ? n : (n[i] ?? 0),
    scale: "v1",
  }))
}

export function numbers(values: readonly number[], first = "113-01"): NumberPoint[] {
  return values.map((value, i) => ({ period: shiftPeriod(period(first), i), value }))
}

export const month = (code: string): Period => period(code)
