import { readFileSync } from "node:fs"
import { granted } from "../../support/outcomes"
import { beforeAll, describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import type { EventTopic } from "~/domain/events"
import type { Outcome } from "~/domain/outcome"
import { changePassword, openAccount } from "~/server/access/accounts.server"
import { importCalendarYear } from "~/server/deadline/calendar.server"
import { addClosure, removeClosure } from "~/server/deadline/closures.server"
import { confirmFinding } from "~/server/improvement/findings.server"
import { addPlanItem, markMonths } from "~/server/improvement/plan-items.server"
import { approvePlan, findPlan, startPlan } from "~/server/improvement/plans.server"
import { closePetition, transferPetition } from "~/server/petition/casework/actions.server"
import { publishQuestionnaire, setChannelOpen } from "~/server/survey/publishing.server"
import { db } from "~/server/tools/db.server"
import { versionOf } from "~/server/tools/events.server"
import content from "#prisma/seeds/questionnaire.json"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { anItem, aProposedFinding, onThatDay } from "../improvement/answers"
import {
  anAssignedCase,
  anOfficeAtWork,
  type OfficeAtWork,
} from "../petition/casework/office-at-work"

useDatabase()
let office: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
})

/** A record, what two people do to it from the same page, and how many rows of it there are. */
type Race = {
  topic: EventTopic
  subjectId: string
  deed: (seen: string, nth: 0 | 1) => Promise<Outcome<unknown>>
  rows: () => Promise<number>
}

async function aPlan(isApproved: boolean): Promise<{ id: string; workRowId: string }> {
  const { director } = office.people
  const taken = await db().plan.findMany({ where: { officeId: office.id } })
  const start = { rocYear: 110 + taken.length, basis: [], fromPlanId: null }
  const { id } = granted(await startPlan(start, director))
  granted(await addPlanItem(id, anItem(), director))
  if (isApproved) granted(await approvePlan(id, "115年字第1號", director))
  const plan = await findPlan(id, office.id)
  return { id, workRowId: plan?.items[0]?.workRows[0]?.id ?? "" }
}

const typhoon = (date: string) => ({
  ...{ date: calendarDate(date), kind: "closed" as const },
  ...{ reason: "颱風停止上班", issuedBy: "臺北市政府" },
})
const words = (title: string) => ({ ...content, title: { ...content.title, "zh-TW": title } })
const year2026 = readFileSync(
  new URL("../../unit/deadline/samples/2026-utf8-bom.csv", import.meta.url),
  "utf8",
)

const RACES: Record<string, () => Promise<Race>> = {
  petition: async () => {
    const { id } = await anAssignedCase(office)
    const { secretary, director } = office.people
    const asked = { agency: "臺北市停車管理工程處", reason: "屬該處權責" }
    return {
      ...{ topic: "petition", subjectId: id },
      deed: (seen, nth) => transferPetition({ id, seen }, asked, nth === 0 ? secretary : director),
      rows: () => db().letter.count({ where: { petitionId: id, kind: "transfer" } }),
    }
  },
  finding: async () => {
    const { findingId: id, chief, director } = await aProposedFinding()
    return {
      ...{ topic: "finding", subjectId: id },
      deed: (seen, nth) => confirmFinding({ id, seen }, nth === 0 ? chief : director),
      rows: () => db().finding.count({ where: { id, status: "confirmed" } }),
    }
  },
  "plan (its approval)": async () => {
    const { id } = await aPlan(false)
    return {
      ...{ topic: "plan", subjectId: id },
      deed: (seen, nth) => approvePlan({ id, seen }, `字第 ${nth} 號`, office.people.director),
      rows: () => db().plan.count({ where: { id, status: "approved" } }),
    }
  },
  "plan item": async () => {
    const { id } = await aPlan(false)
    return {
      ...{ topic: "plan", subjectId: id },
      deed: (seen) => addPlanItem({ id, seen }, anItem("第二項"), office.people.director),
      rows: () => db().planItem.count({ where: { planId: id, title: "第二項" } }),
    }
  },
  "progress of a plan item": async () => {
    const { id: planId, workRowId } = await aPlan(true)
    const { director } = office.people
    return {
      ...{ topic: "plan", subjectId: planId },
      deed: (seen, nth) =>
        onThatDay(() => markMonths({ planId, workRowId, seen, actualMonths: [nth + 1] }, director)),
      rows: () =>
        db().workRow.count({ where: { id: workRowId, actualMonths: { isEmpty: false } } }),
    }
  },
  questionnaire: async () => {
    const slug = "race"
    granted(await publishQuestionnaire({ slug, title: "一", content: words("一") }, null))
    const { id } = await db().questionnaire.findUniqueOrThrow({ where: { slug } })
    return {
      ...{ topic: "questionnaire", subjectId: id },
      deed: (seen, nth) =>
        publishQuestionnaire(
          { slug, seen, title: "二", content: words(`二之${nth}`) },
          office.people.director,
        ),
      rows: async () =>
        (await db().questionnaireVersion.count({ where: { questionnaireId: id } })) - 1,
    }
  },
  channel: async () => {
    const { questionnaire } = await aQuestionnaire()
    const code = `race-${office.code.toLowerCase()}`
    const label = { "zh-TW": "櫃檯" }
    const place = { code, label, mode: "qr", officeId: office.id }
    const { id } = await db().channel.create({ data: { ...place, questionnaireId: questionnaire } })
    return {
      ...{ topic: "channel", subjectId: id },
      deed: (seen) => setChannelOpen({ id: code, seen }, false, office.people.director),
      rows: () => db().channel.count({ where: { id, isOpen: false } }),
    }
  },
  "closure (added)": async () => ({
    ...{ topic: "calendar", subjectId: office.id },
    deed: (seen) => addClosure(typhoon("2026-07-27"), office.people.director, seen),
    rows: () => db().officeClosure.count({ where: { date: new Date("2026-07-27") } }),
  }),
  "closure (taken back)": async () => {
    const { director } = office.people
    granted(await addClosure(typhoon("2026-07-28"), director))
    const date = new Date("2026-07-28")
    return {
      ...{ topic: "calendar", subjectId: office.id },
      deed: (seen) => removeClosure(calendarDate("2026-07-28"), director, seen),
      rows: async () => 1 - (await db().officeClosure.count({ where: { date } })),
    }
  },
  "calendar year": async () => {
    const before = await db().calendarYear.count({ where: { year: 2026 } })
    const file = (holiday: string) =>
      Buffer.from(year2026.replace(`${holiday},0,`, `${holiday},2,調整放假`))
    return {
      ...{ topic: "calendar", subjectId: "2026" },
      deed: (seen, nth) =>
        importCalendarYear(
          file(nth === 0 ? "20261231,四" : "20261230,三"),
          "人事總處",
          office.people.director,
          seen,
        ),
      rows: async () => (await db().calendarYear.count({ where: { year: 2026 } })) - before,
    }
  },
  "staff (the password)": async () => {
    const person = { ...office.people.director, email: "x@example.gov.tw", sectionId: null }
    const { name, role, officeId, email, sectionId } = person
    const account = { name, role, officeId, email, sectionId, username: "race" }
    const { id } = await openAccount({ ...account, password: "the first password" })
    const before = await passwordOf(id)
    return {
      ...{ topic: "staff", subjectId: id },
      deed: (_, nth) =>
        changePassword(
          { ...person, id },
          { currentPassword: "the first password", newPassword: `password number ${nth}` },
        ),
      rows: async () => ((await passwordOf(id)) === before ? 0 : 1),
    }
  },
}

const passwordOf = async (id: string) =>
  (await db().staff.findUniqueOrThrow({ where: { id } })).passwordHash

async function aQuestionnaire(): Promise<{ questionnaire: string }> {
  const draft = { slug: "for-a-channel", title: "問卷", content }
  await publishQuestionnaire(draft, null)
  const { id } = await db().questionnaire.findUniqueOrThrow({ where: { slug: draft.slug } })
  return { questionnaire: id }
}

describe("two at once from the same page: one wins, the other is told, nothing is half written", () => {
  test.each(Object.entries(RACES))("%s", async (_, prepare) => {
    const { topic, subjectId, deed, rows } = await prepare()
    const events = () => db().event.count({ where: { topic, subjectId } })
    const [seen, before] = [await versionOf(db(), topic, subjectId), await events()]
    expect(await rows()).toBe(0)
    const outcomes = await Promise.all([deed(seen, 0), deed(seen, 1)])
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems))
    expect(refusals.map(({ code }) => code)).toEqual(["already-changed"])
    expect(await rows()).toBe(1)
    expect(await events()).toBe(before + 1)
  })
})

test("another office's record is not there to be changed", async () => {
  const stranger = await aStaff(await anOffice(), "director")
  const { id } = await anAssignedCase(office)
  const plan = await aPlan(false)
  const { findingId } = await aProposedFinding()
  const outcomes: Outcome<unknown>[] = [
    await closePetition({ id }, "已說明", stranger),
    await approvePlan(plan.id, "字第 1 號", stranger),
    await confirmFinding(findingId, stranger),
  ]
  expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems[0]?.code))).toEqual([
    "petition-not-found",
    "plan-not-found",
    "finding-not-found",
  ])
})
