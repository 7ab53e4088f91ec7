import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { QueueFilterSchema } from "~/domain/petition/casework/queue.schema"
import { countWork, listQueue } from "~/server/petition/casework/queue.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../../support/database"
import { statusAt } from "../../../support/doors"
import { signedIn, visit } from "../../../support/people"
import {
  aNewCase,
  anAssignedCase,
  anOfficeAtWork,
  aSubmittedCase,
  type Case,
  type OfficeAtWork,
} from "./office-at-work"

useDatabase()
let office: OfficeAtWork
const cases: Record<string, Case> = {}
const TODAY = calendarDate("2026-11-20")

const change = (found: Case, data: { confidential?: boolean; sectionId?: string }) =>
  db().petition.update({ where: { id: found.id }, data })

/** Confidential, and about that person. */
async function about(found: Case, respondent: Staff): Promise<Case> {
  await db().$executeRaw`
    UPDATE "Petition" SET confidential = true,
      detail = jsonb_set(detail, '{respondentId}', to_jsonb(${respondent.id}::text))
    WHERE id = ${found.id}::uuid`
  return found
}

beforeAll(async () => {
  office = await anOfficeAtWork()
  const { people, otherSection } = office
  cases["new"] = await aNewCase(office)
  cases["new, confidential"] = await aNewCase(office)
  await change(cases["new, confidential"], { confidential: true })
  cases["held"] = await anAssignedCase(office)
  cases["held, confidential"] = await anAssignedCase(office)
  await change(cases["held, confidential"], { confidential: true })
  cases["other section, confidential"] = await anAssignedCase(office)
  await change(cases["other section, confidential"], {
    confidential: true,
    sectionId: otherSection.id,
  })
  cases["about the director"] = await about(await anAssignedCase(office), people.director)
  cases["about the secretary"] = await about(await aNewCase(office), people.secretary)
  cases["about the officer"] = await about(await aNewCase(office), people.case_officer)
  cases["draft about the chief"] = await about(await aSubmittedCase(office), people.section_chief)
})

const EVERY_PLAIN = ["new", "held"]
const OF_THE_SECTION = ["held, confidential", "about the director", "draft about the chief"]
const OF_THE_OTHER = ["other section, confidential"]
const UNASSIGNED = ["new, confidential", "about the secretary", "about the officer"]
const ALL = [...EVERY_PLAIN, ...OF_THE_SECTION, ...OF_THE_OTHER, ...UNASSIGNED]
const without = (...names: string[]) => ALL.filter((name) => !names.includes(name))

/** Who finds which case, in the queue and by its address. */
const SEES: [string, (at: OfficeAtWork) => Staff, string[]][] = [
  ["the director", ({ people }) => people.director, without("about the director")],
  ["the secretary", ({ people }) => people.secretary, without("about the secretary")],
  ["the planning officer", ({ people }) => people.planning_officer, ALL],
  [
    "the chief of the section",
    ({ people }) => people.section_chief,
    [...EVERY_PLAIN, "held, confidential", "about the director"],
  ],
  [
    "the officer who holds them",
    ({ people }) => people.case_officer,
    [...EVERY_PLAIN, ...OF_THE_SECTION, ...OF_THE_OTHER],
  ],
  ["a colleague", ({ colleague }) => colleague, EVERY_PLAIN],
  ["the officer of the other section", ({ otherSection }) => otherSection.officer, EVERY_PLAIN],
  ["the administrator", ({ people }) => people.administrator, []],
]

describe.each(SEES)("%s", (_who, whose, seen) => {
  test("finds in the queue what may be seen, and nothing else", async () => {
    const by = whose(office)
    const { rows, total } = await listQueue(by, QueueFilterSchema.parse({}), TODAY)
    const names = Object.keys(cases).filter((name) =>
      rows.some(({ number }) => number === cases[name]?.number),
    )
    expect(names.sort()).toEqual([...seen].sort())
    expect(total).toBe(seen.length)
    expect((await countWork(by, TODAY)).open).toBe(seen.length)
  })

  test("opens the same cases by their address", async () => {
    const cookie = await signedIn(whose(office))
    const hidden = seen.length === 0 ? 403 : 404
    for (const [name, { number }] of Object.entries(cases)) {
      const expected = seen.includes(name) ? 200 : hidden
      expect(await statusAt(visit(`/staff/petitions/${number}`, cookie)), name).toBe(expected)
    }
  })
})
