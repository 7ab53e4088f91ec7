/** Shares, points, periods and days as they are read in Taiwan. */
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { type Period, unitOf } from "~/domain/statistics/period"

/** .849 as "84.9%". */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** −.063 as "−6.3", .004 as "+0.4": percentage points with a real minus sign. */
export function signedPoints(difference: number): string {
  const text = points(difference)
  if (text === "0.0") return text
  return difference < 0 ? `−${text}` : `+${text}`
}

/** The size of a difference in percentage points, without its sign: "6.3". */
export const points = (difference: number): string => Math.abs(difference * 100).toFixed(1)

/** 1212 as "1,212". */
export const count = (value: number): string => value.toLocaleString("en-US")

/** A p-value as it is printed: "p＝0.012", or "p＜0.001". */
export const pValue = (p: number): string => (p < 0.001 ? "p＜0.001" : `p＝${p.toFixed(3)}`)

type Parts = { year: string; month: number; quarter: number }

function partsOf(period: Period): Parts {
  const [year = "", place = ""] = period.split("-")
  return { year, month: Number(place), quarter: Number(place.slice(1)) }
}

/** Names of periods: "115年9月", "115年第3季"; short ones for an axis. */
export function usePeriodWords() {
  const { t } = useTranslation("statistics-trends")
  const long = (period: Period): string => {
    const { year, month, quarter } = partsOf(period)
    return unitOf(period) === "quarter"
      ? t("period.quarter", { year, quarter })
      : t("period.month", { year, month })
  }
  const short = (period: Period): string => {
    const { year, month, quarter } = partsOf(period)
    return unitOf(period) === "quarter"
      ? t("period.quarter-short", { year, quarter })
      : t("period.month-of-year", { year, month })
  }
  const span = (periods: { from: Period; to: Period }): string =>
    periods.from === periods.to
      ? long(periods.from)
      : t("period.span", { from: long(periods.from), to: long(periods.to) })
  return { long, short, span }
}

/** "115年11月20日". */
export function useDayWords(): (day: CalendarDate | string) => string {
  const { t } = useTranslation("statistics-trends")
  return (day) => {
    const [year = "", month = "", date = ""] = day.slice(0, 10).split("-")
    return t("period.day", { year: Number(year) - 1911, month: Number(month), day: Number(date) })
  }
}
