import { describe, expect, test } from "vitest"
import { EvidenceSchema } from "~/domain/improvement/finding.schema"
import { period } from "~/domain/statistics/period"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { listEvents } from "~/server/tools/events.server"
import { proposeAllFindings, proposeFindings } from "~/server/improvement/proposals.server"
import { lastWholePeriod, readTrends } from "~/server/statistics/trends.server"
import { useDatabase } from "../../support/database"
import { anOffice } from "../../support/people"
import { answer, anOfficeInDecline, anOfficeThatAsks, onThatDay } from "./answers"

useDatabase()

const findingsOf = (officeId: string) => db().finding.findMany({ where: { officeId } })

describe("reading trends from tallies", () => {
  test("a question is a series of months in which 不適用 is in no base", async () => {
    const office = await anOfficeInDecline()
    const until = period("115-09")
    const trends = await onThatDay(() => readTrends({ officeId: office.id, until, mode: null }))
    const waiting = trends.series.find(({ item }) => item === "waiting")?.points ?? []
    expect(waiting).toHaveLength(24)
    expect(waiting.at(-1)).toMatchObject({ period: "115-09", count: 252, n: 300 })
    expect(trends.items.find(({ key }) => key === "waiting")?.shortName["zh-TW"]).toBe("等候時間")
  })

  test("another way of answering, another office and later months are not in it", async () => {
    const office = await anOfficeInDecline()
    const until = period("115-09")
    const byPhone = await readTrends({ officeId: office.id, until, mode: "phone" })
    expect(byPhone.series.every(({ points }) => points.length === 0)).toBe(true)
    const other = await anOfficeThatAsks()
    const elsewhere = await readTrends({ officeId: other.id, until, mode: null })
    expect(elsewhere.series.every(({ points }) => points.length === 0)).toBe(true)
    const earlier = await readTrends({ officeId: office.id, until: period("115-06"), mode: null })
    expect(earlier.series[0]?.points.at(-1)?.period ?? "115-06").toBe("115-06")
  })

  test("an office without a questionnaire has no trends", async () => {
    const office = await anOffice()
    const trends = await readTrends({ officeId: office.id, until: period("115-09"), mode: null })
    expect(trends).toMatchObject({ items: [], series: [] })
  })

  test("the month that is still running is not yet whole", async () => {
    await onThatDay(async () => {
      expect(lastWholePeriod("month")).toBe("115-10")
      expect(lastWholePeriod("quarter")).toBe("115-Q3")
    })
  })
})

describe("proposing findings", () => {
  test("a decline is proposed with frozen evidence and an event", async () => {
    const office = await anOfficeInDecline()
    expect(await onThatDay(() => proposeFindings(office.id))).toEqual({ proposed: 1 })
    const [finding] = await findingsOf(office.id)
    expect(finding).toMatchObject({ item: "waiting", status: "proposed" })
    const evidence = EvidenceSchema.parse(finding?.evidence)
    expect(evidence).toMatchObject({
      question: "輪到您之前，等候的時間",
      direction: "decline",
      before: { n: expect.any(Number) },
      method: { name: "likelihood-shift-bh", version: "level-shift-1" },
      seenOn: "2026-11-20",
    })
    expect(evidence.difference.interval.high).toBeLessThan(0)
    expect(evidence.line.length).toBeGreaterThanOrEqual(24)
    expect(await listEvents("finding", finding?.id ?? "")).toMatchObject([
      { kind: "finding.proposed", actorName: null },
    ])
  })

  test("the same signal is proposed once: again, the next night, and by two servers at once", async () => {
    const office = await anOfficeInDecline()
    const atOnce = await onThatDay(() =>
      Promise.all([proposeFindings(office.id), proposeFindings(office.id)]),
    )
    expect(atOnce.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(1)
    expect(await onThatDay(() => proposeFindings(office.id))).toEqual({ proposed: 0 })
    const nextNight = new Date("2026-11-21T18:00:00Z")
    expect(await atTime(nextNight, () => proposeFindings(office.id))).toEqual({ proposed: 0 })
    expect(await findingsOf(office.id)).toHaveLength(1)
  })

  test("evidence stays as it was when later answers arrive", async () => {
    const office = await anOfficeInDecline()
    await onThatDay(() => proposeFindings(office.id))
    const before = await findingsOf(office.id)
    await answer(office, "waiting", "115-10", { satisfied: 300, n: 300 })
    await onThatDay(() => proposeFindings(office.id))
    const after = await findingsOf(office.id)
    expect(after.find(({ id }) => id === before[0]?.id)).toEqual(before[0])
  })

  test("an office without answers proposes nothing", async () => {
    const office = await anOffice()
    expect(await onThatDay(() => proposeFindings(office.id))).toEqual({ proposed: 0 })
  })

  test("the nightly job looks at every office", async () => {
    const office = await anOfficeInDecline()
    const { proposed } = await onThatDay(() => proposeAllFindings())
    expect(proposed).toBeGreaterThanOrEqual(1)
    expect(await findingsOf(office.id)).toHaveLength(1)
    expect(await onThatDay(() => proposeAllFindings())).toEqual({ proposed: 0 })
  })
})
