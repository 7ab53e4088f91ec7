/**
 * Answers: what share of the cases that fell due was answered in time, and how old are the open ones?
 * Assumes a due day per case. Everything that fell due is counted, answered or not: leaving the open ones out would hide the worst.
 * A case falls due when its due day is over (late means tomorrow), so one due today is not judged yet.
 * Source: domain §11 依限辦結率, with the denominator extended to open cases; interval by Wilson.
 * Example: due on the 5th: answered the 5th, answered the 6th, still open on the 9th → 1 of 3 in time.
 */
import { type CalendarDate, daysBetween } from "../deadline/calendar-date"
import { accept, type Outcome, refuse } from "../outcome"
import type { Duration } from "./kaplan-meier"
import { type Proportion, type ProportionProblem, proportionOf } from "./proportion"

export type TimedCase = {
  receivedOn: CalendarDate
  dueOn: CalendarDate
  /** Null while it is open. */
  answeredOn: CalendarDate | null
}

/** `onTime.n` = inTime + late + openAndOverdue. */
export type OnTime = { onTime: Proportion; inTime: number; late: number; openAndOverdue: number }

export type TimeProblem =
  ProportionProblem | "period-reversed" | "answered-before-received" | "not-bands"

/** The on-time rate of the cases whose due day lies in the period (both ends included) and is over `today`. */
export function onTimeRate(
  cases: readonly TimedCase[],
  period: { from: CalendarDate; to: CalendarDate },
  today: CalendarDate,
): Outcome<OnTime, TimeProblem> {
  if (period.to < period.from) return refuse("period-reversed")
  if (cases.some(({ receivedOn, answeredOn }) => answeredOn !== null && answeredOn < receivedOn)) {
    return refuse("answered-before-received")
  }
  const due = cases.filter(
    ({ dueOn }) => dueOn >= period.from && dueOn <= period.to && dueOn < today,
  )
  const inTime = due.filter(
    ({ dueOn, answeredOn }) => answeredOn !== null && answeredOn <= dueOn,
  ).length
  const openAndOverdue = due.filter(
    ({ answeredOn }) => answeredOn === null || answeredOn > today,
  ).length
  const onTime = proportionOf({ count: inTime, n: due.length })
  if (!onTime.ok) return onTime
  return accept({
    onTime: onTime.value,
    inTime,
    late: due.length - inTime - openAndOverdue,
    openAndOverdue,
  })
}

/** What kaplan-meier needs: days from receipt to the answer, or to today for those still open. */
export function durationsOf(cases: readonly TimedCase[], today: CalendarDate): Duration[] {
  return cases
    .filter(({ receivedOn }) => receivedOn <= today)
    .map(({ receivedOn, answeredOn }) => {
      const answered = answeredOn !== null && answeredOn <= today
      return { days: daysBetween(receivedOn, answered ? answeredOn : today), answered }
    })
}

/** Open cases of `from` to `to` days of age, both included; the last band has no end. */
export type AgeingBand = { from: number; to: number | null; open: number; overdue: number }

/** How old the open cases are. Bands are given by their last days, rising: [3, 6, 15, 30] → 0–3, 4–6, 7–15, 16–30, 31+. */
export function ageingBands(
  cases: readonly TimedCase[],
  today: CalendarDate,
  lastDays: readonly number[] = [3, 6, 15, 30],
): Outcome<AgeingBand[], TimeProblem> {
  const rising = lastDays.every(
    (last, i) => Number.isInteger(last) && last > (lastDays[i - 1] ?? -1),
  )
  if (lastDays.length === 0 || !rising) return refuse("not-bands")
  const open = cases.filter(
    ({ receivedOn, answeredOn }) =>
      receivedOn <= today && (answeredOn === null || answeredOn > today),
  )
  const ends: (number | null)[] = [...lastDays, null]
  return accept(
    ends.map((to, i) => {
      const from = i === 0 ? 0 : (lastDays[i - 1] ?? 0) + 1
      const inBand = open.filter(({ receivedOn }) => {
        const age = daysBetween(receivedOn, today)
        return age >= from && (to === null || age <= to)
      })
      return {
        from,
        to,
        open: inBand.length,
        overdue: inBand.filter(({ dueOn }) => dueOn < today).length,
      }
    }),
  )
}
