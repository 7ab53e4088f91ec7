/** Two years of answers for the demonstration: the same ones each time, sent in as citizens send them. */
import { addDays, type CalendarDate, taipeiInstant, weekday } from "~/domain/deadline/calendar-date"
import { firstDayOf, periodOf, shiftPeriod } from "~/domain/statistics/period"
import { type RandomSource, seededRandom } from "~/domain/statistics/seeded-random"
import type { Locale } from "~/domain/language"
import { atTime, now, today } from "~/server/tools/clock.server"
import { type Submission, submitResponse } from "~/server/survey/responses.server"
import { type OpenChannel, openChannelOr404 } from "~/server/survey/questionnaires.server"
import { drawAnswers } from "./drawn-answers"
import { SEED_CHANNELS, seedChannelCode } from "./questionnaire"

export type SeedPlan = {
  offices: { id: string; code: string }[]
  /** The office whose waiting time gets worse in the last complete quarter. */
  worseningOfficeId: string
  from: CalendarDate
  months: number
  /** Responses of one office in a full month. */
  perMonth: number
  /** Monday to Friday where the calendar is not known. */
  isWorkingDay?: (date: CalendarDate) => boolean
}

/** Which channel, how often: most scan the code on the counter. */
const CHANNEL_SHARES = [0.62, 0.83, 1]
const LANGUAGE_SHARES: [Locale, number][] = [
  ["vi", 0.025],
  ["id", 0.04],
  ["en", 0.058],
]
const SENT_TOGETHER = 400

/** Sends in the responses, oldest first. Again, it adds nothing: each has its own submission key. */
export async function seedResponses(plan: SeedPlan): Promise<{ submitted: number }> {
  let submitted = 0
  for (const [place, office] of plan.offices.entries()) {
    const channels = await channelsOf(office.code)
    let sending: Promise<void>[] = []
    for (const visit of visitsOf(plan, place, channels)) {
      sending.push(send(visit))
      submitted++
      if (sending.length < SENT_TOGETHER) continue
      await Promise.all(sending)
      sending = []
    }
    await Promise.all(sending)
  }
  return { submitted }
}

type SeededVisit = { at: Date; submission: Submission }

/** The visits of one office, day by day. */
function* visitsOf(plan: SeedPlan, place: number, channels: OpenChannel[]): Generator<SeededVisit> {
  const officeId = plan.offices[place]?.id ?? ""
  const random = seededRandom(1151120 + place)
  const days = openDaysOf(plan)
  const worseFrom = firstDayOf(shiftPeriod(periodOf(today(), "quarter"), -1))
  for (const day of days) {
    const isWorse = officeId === plan.worseningOfficeId && day >= worseFrom
    const count = countOf(day, days, plan.perMonth, random)
    for (let nth = 0; nth < count; nth++) {
      const locale = languageOf(random)
      const channel = pick(channels, random)
      const entered = drawAnswers({ isWorse, language: locale }, channel.content, random)
      const submission = {
        channel,
        submissionKey: `seed-${officeId}-${day}-${nth}`,
        entered,
        locale,
      }
      const at = timeOf(day, random)
      if (at <= now()) yield { at, submission }
    }
  }
}

async function send({ at, submission }: SeededVisit): Promise<void> {
  const kept = await atTime(at, () => submitResponse(submission))
  if (!kept.ok) throw new Error(`A seeded response was refused: ${JSON.stringify(kept.problems)}`)
}

const channelsOf = (officeCode: string): Promise<OpenChannel[]> =>
  Promise.all(
    SEED_CHANNELS.map(({ suffix }) => openChannelOr404(seedChannelCode(officeCode, suffix))),
  )

function pick(channels: OpenChannel[], random: RandomSource): OpenChannel {
  const drawn = random()
  const channel = channels[CHANNEL_SHARES.findIndex((share) => drawn < share)]
  if (!channel) throw new Error("The office's channels are not there; seed them first.")
  return channel
}

function openDaysOf({ from, months, isWorkingDay }: SeedPlan): CalendarDate[] {
  const isOpen = isWorkingDay ?? ((date: CalendarDate) => weekday(date) % 6 !== 0)
  const end = firstDayOf(shiftPeriod(periodOf(from, "month"), months))
  const days: CalendarDate[] = []
  for (let day = from; day < end && day <= today(); day = addDays(day, 1))
    if (isOpen(day)) days.push(day)
  return days
}

/** Mondays are busier; a month has its number of responses give or take chance. */
function countOf(
  day: CalendarDate,
  days: CalendarDate[],
  perMonth: number,
  random: RandomSource,
): number {
  const inMonth = days.filter((other) => other.slice(0, 7) === day.slice(0, 7)).length
  const usual = perMonth / Math.max(inMonth, 18)
  return Math.round(usual * (weekday(day) === 1 ? 1.2 : 0.95) * (0.8 + 0.4 * random()))
}

/** The office is open from 08:30 to 17:30 and fullest around ten and two. */
function timeOf(day: CalendarDate, random: RandomSource): Date {
  const peak = random() < 0.55 ? 10 : 14.25
  const hour = Math.min(17.4, Math.max(8.6, peak + (random() + random() + random() - 1.5) * 2))
  return new Date(taipeiInstant(day).getTime() + Math.round(hour * 3_600_000))
}

function languageOf(random: RandomSource): Locale {
  const drawn = random()
  return LANGUAGE_SHARES.find(([, share]) => drawn < share)?.[0] ?? "zh-TW"
}
