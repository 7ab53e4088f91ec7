/** Every job of the house on one page: what runs, and when (Asia/Taipei). */
import type { DailyJob, Round } from "./jobs.server"
import { sendQueuedLetters } from "./outbox.server"
import { forgetOldSessions } from "./session.server"
import { forgetOldAttempts } from "./throttle.server"

export const ROUNDS: Round[] = [{ name: "send-letters", everyMs: 3_000, deed: sendQueuedLetters }]

export const DAILY: DailyJob[] = [
  { name: "forget-old-sessions", cron: "10 3 * * *", deed: forgetOldSessions },
  { name: "forget-old-attempts", cron: "15 3 * * *", deed: forgetOldAttempts },
]
