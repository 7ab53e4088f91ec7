/** The address of the trend in which something was seen: the same item, month and way of answering. */
import type { Evidence } from "~/domain/improvement/finding"

export function trendAddress({ item, period, mode }: Evidence["filter"]): string {
  const query = new URLSearchParams({ item, unit: "month", period, mode: mode ?? "" })
  return `/staff/trends?${query}`
}
