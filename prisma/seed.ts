/** Fills an empty database for the demo: `npm run seed`. Deterministic for a given day, and through the same doors as people. */
import {
  type CalendarDate,
  calendarDate,
  taipeiInstant,
  weekday,
} from "~/domain/deadline/calendar-date"
import { firstDayOf, periodOf, shiftPeriod } from "~/domain/statistics/period"
import { officeCalendar } from "~/server/deadline/calendar.server"
import { atTime, now, today } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { SettingsError, env } from "~/server/tools/env.server"
import { appendEvent } from "~/server/tools/events.server"
import { DatabaseStartError } from "~/server/tools/postgres/start-error.server"
import { openRecords } from "~/server/start/house.server"
import { rebuildTallies } from "~/server/statistics/tallies.server"
import { seedCalendar } from "./seeds/calendar"
import { seedCategories } from "./seeds/categories"
import { seedFindings } from "./seeds/findings"
import { seedOffices } from "./seeds/offices"
import { seedPetitions } from "./seeds/petitions"
import { seedPlan } from "./seeds/plan"
import { seedQuestionnaire } from "./seeds/questionnaire"
import { seedResponses } from "./seeds/responses"

export const DEMO_PASSWORD = "minyi-demo-2026"
const MONTHS = 24
const PER_MONTH = 400
/** The last day the demo can stand on: petitions' deadlines need the calendar for two months ahead. */
const LAST_DAY: CalendarDate = calendarDate("2027-10-29")
const SEEDED = "demo.seeded"

/** `seeded` now, there already, or cut off by an earlier interruption. */
export async function seedDemo(): Promise<"seeded" | "already" | "interrupted"> {
  if (await db().event.findFirst({ where: { kind: SEEDED }, select: { id: true } }))
    return "already"
  if ((await db().office.count()) > 0) return "interrupted"
  await atTime(demoNow(), fill)
  return "seeded"
}

/** Now, or the last day for which the calendar reaches. */
function demoNow(): Date {
  const last = taipeiInstant(LAST_DAY, "15:00")
  return now() > last ? last : now()
}

async function fill(): Promise<void> {
  const from = await timed("calendar and questionnaire", seedCalendar).then(seededFrom)
  const offices = await seedOffices(DEMO_PASSWORD)
  for (const office of offices) await seedCategories(office.id)
  const published = await atTime(taipeiInstant(from), () => seedQuestionnaire(offices))
  if (!published.ok)
    throw new Error(`The questionnaire was refused: ${JSON.stringify(published.problems)}`)
  const [worsening, ...others] = offices
  if (!worsening) throw new Error("No office was seeded.")
  await timed("answers of 24 months", () => seedAnswers([worsening, ...others], worsening.id, from))
  await timed("120 petitions", () => seedPetitions({ offices, today: today() }))
  await timed("plan and findings", async () => {
    await seedPlan(worsening)
    await seedFindings(worsening)
  })
  await appendEvent(db(), { topic: "demo", subjectId: "demo" }, { kind: SEEDED, detail: {} })
}

const seededFrom = (): CalendarDate => firstDayOf(shiftPeriod(periodOf(today(), "month"), -MONTHS))

async function seedAnswers(
  offices: { id: string; code: string }[],
  worseningOfficeId: string,
  from: CalendarDate,
): Promise<void> {
  const { days } = await officeCalendar(worseningOfficeId)
  const isWorkingDay = (date: CalendarDate) => days.get(date)?.isWorkingDay ?? isWeekday(date)
  await seedResponses({
    offices,
    worseningOfficeId,
    from,
    months: MONTHS,
    perMonth: PER_MONTH,
    isWorkingDay,
  })
  await rebuildTallies()
}

const isWeekday = (date: CalendarDate): boolean => ![0, 6].includes(weekday(date))

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  const result = await work()
  console.log(`  ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}

const SAID = {
  seeded: `Seeded. Sign in at /staff as zz-director, zz-chief, zz-planning or zz-officer; password ${DEMO_PASSWORD}`,
  already: "The demo's data is there already.",
  interrupted:
    "The database has data that is not a complete demo: an earlier seeding was interrupted, or it is in use. Nothing was changed. For a fresh demo, set DATA_DIR to another folder or remove this one.",
}

/** Two years written within a minute leave more write-ahead log than the demo has data: it is let go of at once. */
async function settle<Outcome>(outcome: Outcome): Promise<Outcome> {
  if (outcome === "seeded" && !env().DATABASE_URL) await db().$executeRaw`CHECKPOINT`
  return outcome
}

async function main(): Promise<number> {
  try {
    if (!env().MINYI_DEMO) throw new SettingsError("Only a demo is seeded: set MINYI_DEMO=1.")
    console.log("Seeding the demo…")
    const records = await openRecords()
    const outcome = await seedDemo().then(settle).finally(records.close)
    console.log(SAID[outcome])
    return outcome === "interrupted" ? 1 : 0
  } catch (error) {
    const isExplained = error instanceof DatabaseStartError || error instanceof SettingsError
    console.error(isExplained ? error.message : error)
    return 1
  }
}

process.exit(await main())
