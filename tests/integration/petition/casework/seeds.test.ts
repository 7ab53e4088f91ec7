import { beforeAll, expect, test } from "vitest"
import { calendarDate, taipeiInstant } from "~/domain/deadline/calendar-date"
import { STATUSES } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { countWork } from "~/server/petition/casework/queue.server"
import { seedCalendar } from "#prisma/seeds/calendar"
import { seedCategories } from "#prisma/seeds/categories"
import { seedOffices } from "#prisma/seeds/offices"
import { seedPetitions } from "#prisma/seeds/petitions"
import { useDatabase } from "../../../support/database"

useDatabase()
const TODAY = calendarDate("2026-11-20")

beforeAll(async () => {
  await seedCalendar()
  const offices = await seedOffices("a password of the tests")
  for (const office of offices) await seedCategories(office.id)
  await atTime(taipeiInstant(TODAY, "15:00"), () => seedPetitions({ offices, today: TODAY }))
}, 180_000)

test("120 petitions, in every state", async () => {
  const rows = await db().petition.findMany({ include: { merged: { select: { id: true } } } })
  expect(rows).toHaveLength(120)
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(STATUSES))
  for (const row of rows) petitionOf(row)
})

test("at least 40 different stories", async () => {
  const subjects = await db().petition.groupBy({ by: ["subject"] })
  expect(subjects.length).toBeGreaterThanOrEqual(40)
})

test("there is work on the first screen of the first office", async () => {
  const row = await db().staff.findFirstOrThrow({
    where: { officeId: "zhongzheng", role: "director" },
  })
  const director = {
    id: row.id,
    name: row.name,
    role: "director" as const,
    officeId: row.officeId,
    sectionId: null,
  }
  const counts = await countWork(director, TODAY)
  expect(counts.overdue).toBeGreaterThan(0)
  expect(counts.new).toBeGreaterThan(0)
  expect(counts.approval).toBeGreaterThan(0)
  expect(counts.waiting).toBeGreaterThan(0)
})

test("nothing happens in the future, and every case has its history in order", async () => {
  const late = await db().event.count({
    where: { topic: "petition", at: { gt: taipeiInstant(TODAY, "15:00") } },
  })
  expect(late).toBe(0)
  const firsts = await db().event.findMany({
    where: { topic: "petition" },
    orderBy: { id: "asc" },
    distinct: ["subjectId"],
    select: { kind: true },
  })
  expect(new Set(firsts.map(({ kind }) => kind))).toEqual(new Set(["petition.filed"]))
})
