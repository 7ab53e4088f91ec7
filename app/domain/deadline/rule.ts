/** The limits an office sets for itself and the one the law sets: how many of which unit. */

/**
 * `working_day`: the n-th working day after the day of receipt (收件次一工作天起).
 * The others are counted as 行政程序法 §48 counts: every day, with the last day shifted off rest days.
 */
export const DEADLINE_UNITS = ["working_day", "calendar_day", "week", "month", "year"] as const
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number]

export type DeadlineRule = { unit: DeadlineUnit; count: number }

/** The two clocks of a petition: what the office promises, and the outer legal bound. */
export type DeadlineRules = { internal: DeadlineRule; statutory: DeadlineRule }

/** 臺北市: 六個工作天, counted from the working day after receipt. */
export const SIX_WORKING_DAYS: DeadlineRule = { unit: "working_day", count: 6 }

/**
 * 行政院及所屬各機關處理人民陳情案件要點: no limit may exceed 三十日. Agencies read the unit both ways; the
 * stricter reading, calendar days, is the preset, so that nobody is late who believes to be in time.
 */
export const THIRTY_CALENDAR_DAYS: DeadlineRule = { unit: "calendar_day", count: 30 }
export const THIRTY_WORKING_DAYS: DeadlineRule = { unit: "working_day", count: 30 }

export const PETITION_RULES: DeadlineRules = {
  internal: SIX_WORKING_DAYS,
  statutory: THIRTY_CALENDAR_DAYS,
}

/** The evening job speaks up when the calendar ends within so many days: twice the longest limit. */
export const REACH_WARNING_DAYS = 60
