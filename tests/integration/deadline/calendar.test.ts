import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { atTime } from "~/server/tools/clock.server"
import {
  addClosure,
  listClosures,
  listMovedDueDates,
  removeClosure,
} from "~/server/deadline/closures.server"
import {
  checkCalendarReach,
  importCalendarYear,
  listCalendarYears,
  officeCalendar,
  previewCalendarYear,
} from "~/server/deadline/calendar.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../support/database"
import { aStaff } from "../../support/people"
import { aDraft, aReadyOffice, byPhone, type ReadyOffice, send } from "../petition/filing/citizens"

useDatabase()
let office: ReadyOffice
let controller: Staff
beforeAll(async () => {
  office = await aReadyOffice()
  controller = await aStaff(office, "planning_officer")
})

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../unit/deadline/samples/${name}.csv`, import.meta.url))
/** The official 2026 file with one working day turned into a holiday. */
const withHoliday = (digits: string, weekday: string): Uint8Array =>
  Buffer.from(
    Buffer.from(sample("2026-utf8-bom"))
      .toString()
      .replace(`${digits},${weekday},0,`, `${digits},${weekday},2,調整放假`),
  )
const typhoon = (date: string) => ({
  date: calendarDate(date),
  kind: "closed" as const,
  reason: "颱風停止上班",
  issuedBy: "臺北市政府",
})
const friday = new Date("2026-11-20T15:00:00+08:00")

describe("importing a year", () => {
  test("the calendar in force is refused as unchanged", async () => {
    expect(
      (await importCalendarYear(sample("2026-utf8-bom"), "人事總處 115 年", controller)).ok,
    ).toBe(true)
    expect(await previewCalendarYear(sample("2026-utf8-bom"))).toMatchObject({
      ok: false,
      problems: [{ code: "calendar-unchanged" }],
    })
  })

  test("a Big5 file is read, and only its names differ from the calendar shipped", async () => {
    const preview = await previewCalendarYear(sample("2025-updated-big5"))
    const changes = preview.ok ? preview.value.changes : []
    expect(changes.every(({ before, after }) => before?.isWorkingDay === after.isWorkingDay)).toBe(
      true,
    )
    expect(
      [...(preview.ok ? preview.value.file.days.values() : [])].map(({ name }) => name),
    ).toContain("開國紀念日")
  })

  test("a new version takes force, the old one stays, and the history says who", async () => {
    const imported = await importCalendarYear(
      withHoliday("20261231", "四"),
      "人事總處修正版",
      controller,
    )
    expect(imported).toMatchObject({
      ok: true,
      value: { isFirst: false, changes: [{ date: "2026-12-31" }] },
    })
    const calendar = await officeCalendar(office.id)
    expect(calendar.days.get(calendarDate("2026-12-31"))?.isWorkingDay).toBe(false)
    expect((await listCalendarYears()).filter(({ year }) => year === 2026)).toHaveLength(3)
    expect(await db().event.findFirst({ where: { kind: "calendar.imported" } })).toMatchObject({
      actorId: controller.id,
    })
  })

  test("a refused file changes nothing", async () => {
    const before = await db().calendarYear.count()
    expect((await importCalendarYear(Buffer.from("<html>404</html>"), "x", controller)).ok).toBe(
      false,
    )
    expect(await db().calendarYear.count()).toBe(before)
  })
})

describe("closures", () => {
  test("count for the office that has them, and no other", async () => {
    const other = await aReadyOffice()
    expect(await addClosure(typhoon("2026-07-24"), controller)).toMatchObject({ ok: true })
    expect((await officeCalendar(office.id)).closures.size).toBe(1)
    expect((await officeCalendar(other.id)).closures.size).toBe(0)
    expect(await listClosures(office.id, 2026)).toMatchObject([
      { date: "2026-07-24", issuedBy: "臺北市政府" },
    ])
  })

  test("a second one on the same day is refused, also when two press at once", async () => {
    const outcomes = await Promise.all([
      addClosure(typhoon("2026-07-27"), controller),
      addClosure(typhoon("2026-07-27"), controller),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test("a day outside the calendar is refused", async () => {
    expect(await addClosure(typhoon("2028-07-24"), controller)).toMatchObject({
      problems: [{ code: "closure-outside-calendar", field: "date" }],
    })
  })

  test("move no promise: the petitions that would move are listed, until the closure is removed", async () => {
    const sent = await atTime(friday, async () => send(await aDraft(office, byPhone)))
    if (!sent.ok) throw new Error("refused")
    expect(await listMovedDueDates(office.id)).toEqual([])
    await addClosure(typhoon("2026-11-24"), controller)
    const { number } = await db().petition.findUniqueOrThrow({ where: { id: sent.value.id } })
    expect(await listMovedDueDates(office.id)).toEqual([
      { number, dueOn: "2026-11-30", wouldBe: "2026-12-01" },
    ])
    const kept = await db().petition.findUniqueOrThrow({ where: { id: sent.value.id } })
    expect(kept.dueOn).toEqual(new Date("2026-11-30"))
    await removeClosure(calendarDate("2026-11-24"), controller)
    await removeClosure(calendarDate("2026-11-24"), controller)
    expect(await listMovedDueDates(office.id)).toEqual([])
    expect(await db().event.count({ where: { kind: "calendar.closure-removed" } })).toBe(1)
  })
})

describe("how far the calendar reaches", () => {
  test.each([
    ["2027-10-31", false], // 61 days before the end
    ["2027-11-01", true],
    ["2027-11-02", true],
  ])("seen on %s it ends soon: %s", async (day, endsSoon) => {
    const reach = await atTime(new Date(`${day}T18:00:00+08:00`), checkCalendarReach)
    expect(reach).toEqual({ reachesTo: "2027-12-31", endsSoon })
  })
})
