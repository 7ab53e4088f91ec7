/** The one place that asks the time. Seeds and tests let work happen at another time; nothing else may. */
import { AsyncLocalStorage } from "node:async_hooks"
import { type CalendarDate, taipeiDate } from "~/domain/deadline/calendar-date"
import { env } from "./env.server"

const anotherTime = new AsyncLocalStorage<Date>()

let shiftMs: number | undefined

export function now(): Date {
  const given = anotherTime.getStore()
  if (given) return given
  shiftMs ??= shiftOf(env().MINYI_NOW)
  return new Date(Date.now() + shiftMs)
}

/** How far the portal's clock is from the world's: a demo or a test may begin on a day of its choice. */
const shiftOf = (start: string | undefined): number => (start ? Date.parse(start) - Date.now() : 0)

/** Today's legal day in Taiwan. */
export function today(): CalendarDate {
  return taipeiDate(now())
}

/** Runs work as if it happened at that instant. */
export function atTime<Result>(instant: Date, work: () => Promise<Result>): Promise<Result> {
  return anotherTime.run(instant, work)
}
