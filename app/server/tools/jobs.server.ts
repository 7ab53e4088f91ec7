/** Work behind the requests: short rounds that every instance may run, and daily slots that only one instance takes. */
import PgBoss from "pg-boss"
import { log } from "./log.server"

/** `deed` may run twice; nothing may happen twice. It is told when the house closes, and then ends soon. */
export type Round = {
  name: string
  everyMs: number
  deed: (stopping: AbortSignal) => Promise<unknown>
}
/** `cron` in Asia/Taipei. */
export type DailyJob = { name: string; cron: string; deed: () => Promise<unknown> }

/** What a daily job in hand still gets; one that is cut off is begun again by another instance. */
const LAST_JOBS_MS = 8_000

export type Jobs = { stop: () => Promise<void> }

/** Starts all jobs; `stop` waits for the ones that are running. */
export async function startJobs(url: string, rounds: Round[], daily: DailyJob[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 3 })
  boss.on("error", (error) => log.error({ err: error }, "jobs.failed"))
  await boss.start()
  for (const job of daily) await schedule(boss, job)
  const running = rounds.map(startRound)
  return {
    stop: async () => {
      await Promise.all(running.map((round) => round.stop()))
      await boss.stop({ graceful: true, wait: true, timeout: LAST_JOBS_MS })
    },
  }
}

async function schedule(boss: PgBoss, { name, cron, deed }: DailyJob): Promise<void> {
  await boss.createQueue(name, { name, policy: "singleton", retryLimit: 3, retryBackoff: true })
  await boss.schedule(name, cron, {}, { tz: "Asia/Taipei" })
  await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
    await deed()
    log.info({ job: name }, "job.done")
  })
}

/** One after the other, never two of the same at once in one instance. A failure is logged and tried in the next round. */
function startRound({ name, everyMs, deed }: Round): Jobs {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let current: Promise<unknown> = Promise.resolve()
  const next = () => {
    if (stopping.signal.aborted) return
    current = deed(stopping.signal).catch((error: unknown) =>
      log.error({ err: error, job: name }, "job.failed"),
    )
    void current.then(() => {
      timer = setTimeout(next, everyMs)
      timer.unref()
    })
  }
  next()
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await current
    },
  }
}
