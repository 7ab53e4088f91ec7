/** Every job of the house on one page: what runs, and when (Asia/Taipei). */
import { checkCalendarReach } from "../deadline/calendar.server"
import { lapseUnconfirmed } from "../petition/filing/file.server"
import { forgetOldDrafts } from "../petition/filing/drafts.server"
import { proposeAllFindings } from "../improvement/proposals.server"
import type { DailyJob, Round } from "../tools/jobs.server"
import { sendQueuedLetters } from "../tools/outbox.server"
import { tellTheCase } from "../petition/outbox.server"
import { remindOfficers } from "../petition/casework/reminders.server"
import { forgetOldKeptForms } from "../access/kept-forms.server"
import { forgetOldSessions } from "../access/session.server"
import { flagBursts, forgetArrivals } from "../survey/flags.server"
import { updateTallies } from "../statistics/tallies.server"
import { forgetOldAttempts } from "../tools/throttle.server"

/** Four letters at most are on their way at once from one instance. */
function letterLane(name: string): Round {
  const deed = (stopping: AbortSignal) => sendQueuedLetters({ whenGivenUp: tellTheCase, stopping })
  return { name, everyMs: 3_000, deed }
}

/** Short rounds that every instance may run. */
export const ROUNDS: Round[] = [
  ...["send-letters-1", "send-letters-2", "send-letters-3", "send-letters-4"].map(letterLane),
  { name: "count-responses", everyMs: 2_000, deed: countResponses },
]

/** Bursts are flagged before they are counted; what was counted too early is taken out again by the mark. */
async function countResponses(): Promise<void> {
  await flagBursts()
  await updateTallies()
}

/** Slots that one instance takes. */
export const DAILY: DailyJob[] = [
  { name: "propose-findings", cron: "0 2 * * *", deed: proposeAllFindings },
  { name: "forget-old-sessions", cron: "10 3 * * *", deed: forgetOldSessions },
  { name: "forget-old-kept-forms", cron: "40 * * * *", deed: forgetOldKeptForms },
  { name: "forget-old-attempts", cron: "15 3 * * *", deed: forgetOldAttempts },
  { name: "forget-arrivals", cron: "5 * * * *", deed: forgetArrivals },
  { name: "forget-old-drafts", cron: "20 3 * * *", deed: forgetOldDrafts },
  { name: "remind-officers", cron: "0 8 * * *", deed: remindOfficers },
  { name: "check-calendar-reach", cron: "0 18 * * *", deed: checkCalendarReach },
  { name: "lapse-unconfirmed", cron: "30 * * * *", deed: lapseUnconfirmed },
]
