import { beforeAll, expect, test } from "vitest"
import { calendarDate, taipeiInstant, weekday } from "~/domain/deadline/calendar-date"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { flagBursts, forgetArrivals } from "~/server/survey/flags.server"
import { updateTallies, countTallies } from "~/server/statistics/tallies.server"
import { seedQuestionnaire } from "#prisma/seeds/questionnaire"
import { seedResponses } from "#prisma/seeds/responses"
import { useDatabase } from "../../support/database"
import { anOffice, type TestOffice } from "../../support/people"

useDatabase()

const AT = taipeiInstant(calendarDate("2026-11-20"), "12:00")
let worsening: TestOffice
let steady: TestOffice

const seed = (plan = { months: 8, perMonth: 400 }) =>
  atTime(AT, () =>
    seedResponses({
      offices: [worsening, steady],
      worseningOfficeId: worsening.id,
      from: calendarDate("2026-04-01"),
      ...plan,
    }),
  )

beforeAll(async () => {
  worsening = await anOffice("甲所")
  steady = await anOffice("乙所")
  await seedQuestionnaire([worsening, steady])
  await seed()
  await updateTallies()
})

const satisfied = async (officeId: string, item: string) => {
  const groups = await countTallies({ officeIds: [officeId] }, "quarter", [item])
  return groups.map(({ items }) => {
    const { na: _na, ...points } = items[item]?.options ?? {}
    const n = Object.values(points).reduce((sum, count) => sum + count, 0)
    return ((points["5"] ?? 0) + (points["4"] ?? 0)) / n
  })
}

test("seeding again adds nothing, neither responses nor a version", async () => {
  const before = await db().response.count()
  await atTime(AT, () => seedQuestionnaire([worsening, steady]))
  await seed()
  expect(await db().response.count()).toBe(before)
  expect(await db().questionnaireVersion.count()).toBe(1)
})

test("none of eight months of a real office looks like a burst, even if every channel were one address", async () => {
  await db().$executeRaw`
    INSERT INTO "Arrival" ("responseId", "channelId", "receivedAt", sender, "textHash", "isQuick", "isStraight")
    SELECT id, "channelId", "receivedAt", mode, answers ->> 'comment', coalesce("tookUpTo", 0) <= 3, false FROM "Response"
    ON CONFLICT ("responseId") DO UPDATE SET sender = excluded.sender`
  while (await db().arrival.findFirst({ where: { isSeen: false } })) await atTime(AT, flagBursts)
  expect(await db().responseMark.count()).toBe(0)
  const kept = await atTime(AT, forgetArrivals)
  expect(kept.forgotten).toBeGreaterThan(5000)
})

test("an office has about four hundred a month, on working days, none in the future", async () => {
  const rows = await db().response.findMany({
    where: { officeId: steady.id },
    select: { answeredOn: true, receivedAt: true },
  })
  const september = rows.filter(({ answeredOn }) => answeredOn.toISOString().startsWith("2026-09"))
  expect(september.length).toBeGreaterThan(340)
  expect(september.length).toBeLessThan(460)
  expect(rows.every(({ receivedAt }) => receivedAt <= AT)).toBe(true)
  const days = rows.map(({ answeredOn }) =>
    weekday(calendarDate(answeredOn.toISOString().slice(0, 10))),
  )
  expect(days.some((day) => day === 0 || day === 6)).toBe(false)
})

test("waiting gets worse in one office's last complete quarter, and in no other", async () => {
  const [before, worse] = await satisfied(worsening.id, "waiting")
  expect(before).toBeGreaterThan(0.885)
  expect(worse).toBeGreaterThan(0.81)
  expect(worse).toBeLessThan(0.87)
  for (const share of await satisfied(steady.id, "waiting")) {
    expect(share).toBeGreaterThan(0.88)
    expect(share).toBeLessThan(0.94)
  }
})

test("the overall satisfaction is near 94 %, in Chinese mostly, with comments that differ", async () => {
  for (const share of await satisfied(steady.id, "overall"))
    expect(Math.abs(share - 0.94)).toBeLessThan(0.02)
  const rows = await db().response.findMany({ select: { answers: true, locale: true } })
  const comments = rows.flatMap(({ answers }) => JSON.parse(JSON.stringify(answers)).comment ?? [])
  expect(new Set(comments).size).toBeGreaterThan(200)
  const chinese = rows.filter(({ locale }) => locale === "zh-TW").length / rows.length
  expect(chinese).toBeGreaterThan(0.9)
  expect(chinese).toBeLessThan(0.97)
})
