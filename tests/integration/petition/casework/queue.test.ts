import { beforeAll, describe, expect, test } from "vitest"
import { ROLES } from "~/domain/access/permission"
import { taipeiInstant } from "~/domain/deadline/calendar-date"
import { allowedActions } from "~/domain/petition/casework/actions/all"
import { maySee } from "~/domain/petition/casework/may-act"
import { petitionOf } from "~/domain/petition/petition-row"
import { queueQuery } from "~/domain/petition/casework/queue"
import { QueueFilterSchema } from "~/domain/petition/casework/queue.schema"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { countWork, listQueue } from "~/server/petition/casework/queue.server"
import { remindOfficers } from "~/server/petition/casework/reminders.server"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { useDatabase } from "../../../support/database"
import {
  aDeclineAskedCase,
  aNewCase,
  anAssignedCase,
  anExtensionAskedCase,
  anOfficeAtWork,
  aSubmittedCase,
  type OfficeAtWork,
} from "./office-at-work"

useDatabase()
let office: OfficeAtWork
const FRIDAY = calendarDate("2026-11-20") // received then, due on Monday the 30th
const onDay = <T>(date: string, action: () => Promise<T>) =>
  atTime(taipeiInstant(calendarDate(date), "09:00"), action)

beforeAll(async () => {
  office = await anOfficeAtWork()
  await onDay(FRIDAY, async () => {
    await aNewCase(office)
    await aNewCase(office, { nature: "misconduct" })
    await anAssignedCase(office)
    await anAssignedCase(office, { nature: "misconduct" })
    await aSubmittedCase(office)
    await aDeclineAskedCase(office)
    await anExtensionAskedCase(office)
  })
})

const plain = QueueFilterSchema.parse({})
const everyPetition = async () => {
  const rows = await db().petition.findMany({
    where: { officeId: office.id },
    include: { merged: { select: { id: true } } },
  })
  return rows.map(petitionOf)
}

describe("the SQL of the queue says what the rules say", () => {
  test.each(ROLES)("who sees what: %s", async (role) => {
    const by = { ...office.people[role], id: office.people[role].id }
    if (role === "administrator") return
    const { rows } = await listQueue(by, plain, FRIDAY)
    const byRule = (await everyPetition()).filter((petition) => maySee(petition, by))
    expect(rows.map(({ number }) => number).sort()).toEqual(
      byRule.map((one) => ("number" in one ? one.number : "")).sort(),
    )
  })

  test.each(ROLES)("what waits for my approval: %s", async (role) => {
    const by = office.people[role]
    if (role === "administrator") return
    const { total } = await listQueue(by, { ...plain, view: "approval" }, FRIDAY)
    const approvals = ["approval", "decline-approval", "extension-approval"]
    const byRule = (await everyPetition()).filter((petition) =>
      allowedActions(petition, by).some((action) => approvals.includes(action)),
    )
    expect(total).toBe(byRule.length)
  })
})

describe("the numbers of the first screen", () => {
  test.each([
    ["2026-11-20", { overdue: 0, today: 0, week: 0, open: 7, new: 2 }],
    ["2026-11-27", { overdue: 0, today: 0, week: 0 }],
    ["2026-11-30", { overdue: 0, today: 7, week: 0 }],
    ["2026-12-01", { overdue: 7, today: 0, week: 0 }],
    ["2026-11-23", { week: 0 }],
  ])("on %s", async (day, counts) => {
    expect(await countWork(office.people.director, calendarDate(day))).toMatchObject(counts)
  })

  test("each number is the length of the queue behind it", async () => {
    const by = office.people.section_chief
    const day = calendarDate("2026-12-01")
    const counts = await countWork(by, day)
    for (const view of ["open", "overdue", "new", "approval", "mine", "ended"] as const) {
      expect((await listQueue(by, { ...plain, view }, day)).total).toBe(counts[view])
    }
  })
})

describe("filters", () => {
  test("by officer, by section and by words", async () => {
    const by = office.people.director
    const officer = office.people.case_officer.id
    expect((await listQueue(by, { ...plain, officer }, FRIDAY)).total).toBe(5)
    expect((await listQueue(by, { ...plain, section: office.otherSection.id }, FRIDAY)).total).toBe(
      0,
    )
    expect((await listQueue(by, { ...plain, q: "等候時間" }, FRIDAY)).total).toBe(7)
    expect((await listQueue(by, { ...plain, q: "100%_' OR 1=1" }, FRIDAY)).total).toBe(0)
  })

  test("an address with nonsense is the plain queue", () => {
    const nonsense = { view: "everything", officer: "'; drop", page: "-3", q: "x".repeat(300) }
    expect(QueueFilterSchema.parse(nonsense)).toEqual({ view: "open", page: 1 })
    expect(queueQuery({ view: "overdue", q: "叫號", page: 2 })).toBe(
      "?view=overdue&q=%E5%8F%AB%E8%99%9F&page=2",
    )
  })
})

describe("reminders", () => {
  test.each([
    ["three working days before", "2026-11-25", 0],
    ["on a Saturday", "2026-11-28", 0],
    ["two working days before", "2026-11-26", 7],
    ["the same day again", "2026-11-26", 0],
    ["the working day after", "2026-11-27", 7],
    ["the day after the due date", "2026-12-01", 7],
  ])("%s", async (_, day, written) => {
    expect(await onDay(day, remindOfficers)).toBe(written)
  })

  test("two servers at once remind once", async () => {
    const counts = await onDay("2026-12-02", () =>
      Promise.all([remindOfficers(), remindOfficers()]),
    )
    expect(counts.sort()).toEqual([0, 7])
  })
})
