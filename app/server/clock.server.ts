/** The one place that asks the time. Seeds and tests let a deed happen at another time; nothing else may. */
import { AsyncLocalStorage } from "node:async_hooks"
import { type CalendarDate, taipeiDate } from "~/domain/deadline/calendar-date"

const anotherTime = new AsyncLocalStorage<Date>()

export function now(): Date {
  return anotherTime.getStore() ?? new Date()
}

/** Today's legal day in Taiwan. */
export function today(): CalendarDate {
  return taipeiDate(now())
}

/** Runs a deed as if it happened at that instant. */
export function atTime<Result>(instant: Date, deed: () => Promise<Result>): Promise<Result> {
  return anotherTime.run(instant, deed)
}
