/** An office whose answers are known: months of tallies of one question, as the counting of responses leaves them. */
import type { Staff } from "~/domain/access/permission"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { firstDayOf, period, shiftPeriod } from "~/domain/statistics/period"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { proposeFindings } from "~/server/improvement/proposals.server"
import { addChannel, publishQuestionnaire } from "~/server/survey/publishing.server"
import questionnaire from "#prisma/seeds/questionnaire.json"
import { anOffice, aStaff, type TestOffice } from "../../support/people"

/** 20 November 2026, nine in the morning in Taiwan. */
export const NOW = new Date("2026-11-20T01:00:00Z")
export const onThatDay = <Result>(work: () => Promise<Result>) => atTime(NOW, work)

export async function anOfficeThatAsks(place?: TestOffice): Promise<TestOffice> {
  const office = place ?? (await anOffice())
  const draft = { slug: "visit", title: "洽公滿意度", content: questionnaire }
  await publishQuestionnaire(draft, null) // every later office finds it published
  const label = { "zh-TW": "櫃檯" }
  await addChannel(
    {
      slug: "visit",
      code: `t-${office.code.toLowerCase()}`,
      officeId: office.id,
      mode: "qr",
      label,
    },
    null,
  )
  return office
}

/** Adds a month's answers to a question: `satisfied` of `n`, half of them very much so. */
export async function answer(
  office: TestOffice,
  item: string,
  month: string,
  { satisfied, n }: { satisfied: number; n: number },
): Promise<void> {
  const channel = await db().channel.findFirstOrThrow({ where: { officeId: office.id } })
  const version = await db().questionnaireVersion.findFirstOrThrow({
    where: { questionnaireId: channel.questionnaireId },
    orderBy: { number: "desc" },
  })
  const half = Math.floor(satisfied / 2)
  const options = { "5": half, "4": satisfied - half, "3": n - satisfied, na: 7 }
  await db().itemTally.createMany({
    data: Object.entries(options).map(([option, count]) => ({
      officeId: office.id,
      versionId: version.id,
      channelId: channel.id,
      mode: "qr",
      month: new Date(`${firstDayOf(period(month))}T00:00:00Z`),
      item,
      option,
      count,
    })),
  })
}

/** 21 months at 91 %, then July to September 2026 at 84 %; the overall item stays where it was. */
export async function anOfficeInDecline(place?: TestOffice): Promise<TestOffice> {
  const office = await anOfficeThatAsks(place)
  for (let back = 24; back >= 1; back--) {
    const month = shiftPeriod(period("115-10"), -back)
    const isWorse = month >= period("115-07")
    await answer(office, "waiting", month, { satisfied: isWorse ? 252 : 273, n: 300 })
    await answer(office, "overall", month, { satisfied: 282, n: 300 })
  }
  return office
}

export type Decline = { office: TestOffice; chief: Staff; director: Staff; findingId: string }

/** The same office with its decline proposed, and two people to judge it. */
export async function aProposedFinding(place?: TestOffice): Promise<Decline> {
  const office = await anOfficeInDecline(place)
  await onThatDay(() => proposeFindings(office.id))
  const finding = await db().finding.findFirstOrThrow({ where: { officeId: office.id } })
  const chief = await aStaff(office, "section_chief", "林課長")
  const director = await aStaff(office, "director", "周主任")
  return { office, chief, director, findingId: finding.id }
}

export const anItem = (title = "縮短尖峰等候時間") => ({
  title,
  owner: "行政庶務課",
  workRows: [{ work: "尖峰時段增開櫃檯", plannedMonths: [1, 2, 3] }],
})

export const aPromise = {
  minimumChange: 0.05,
  windowFrom: calendarDate("2027-04-01"),
  windowTo: calendarDate("2027-06-30"),
}
