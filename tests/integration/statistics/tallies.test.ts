import { describe, expect, test } from "vitest"
import { db } from "~/server/tools/db.server"
import { rebuildTallies, updateTallies } from "~/server/statistics/tallies.server"
import { useDatabase } from "../../support/database"
import { aPlace, connected, countedSlowly, mark, respond, rollups } from "./responses"

const database = useDatabase()

const countOf = async (officeId: string, item: string, option: string) =>
  (await db().itemTally.aggregate({ _sum: { count: true }, where: { officeId, item, option } }))
    ._sum.count ?? 0

type Pair = { segment: string; segmentOption: string; item: string; option: string; count: number }
const countPairs = async (officeId: string) => {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "PairCount" where "officeId" = ${officeId}`
  return row?.n
}

describe("what a response adds", () => {
  test("each answer once, a multiple choice its base as well, a text only that it was written", async () => {
    const place = await aPlace()
    await respond(place, {
      answers: { overall: "4", improve: ["time", "way"], says: "等太久", age: "old" },
    })
    await updateTallies()
    const items = await db().itemTally.findMany({
      where: { officeId: place.officeId },
      orderBy: [{ item: "asc" }, { option: "asc" }],
    })
    expect(items.map(({ item, option, count }) => `${item}/${option} ${count}`)).toEqual([
      "*/* 1",
      "age/old 1",
      "improve/* 1",
      "improve/time 1",
      "improve/way 1",
      "overall/4 1",
      "says/answered 1",
    ])
    const pairs = await db().$queryRaw<Pair[]>`
      select * from "PairCount" where "officeId" = ${place.officeId} order by item, option`
    expect(
      pairs.map(
        (pair) => `${pair.segment}=${pair.segmentOption} ${pair.item}/${pair.option} ${pair.count}`,
      ),
    ).toEqual([
      "age=old */* 1",
      "age=old improve/* 1",
      "age=old improve/time 1",
      "age=old improve/way 1",
      "age=old overall/4 1",
    ])
  })

  test("a response that comes in late is counted in its own month", async () => {
    const place = await aPlace()
    await respond(place, { day: "2026-05-20" })
    await updateTallies()
    await respond(place, { day: "2026-02-28" })
    await updateTallies()
    const days = await db().itemTally.findMany({
      where: { officeId: place.officeId, item: "*" },
      orderBy: { month: "asc" },
    })
    expect(days.map(({ month, count }) => [month.toISOString().slice(0, 10), count])).toEqual([
      ["2026-02-01", 1],
      ["2026-05-01", 1],
    ])
  })

  test("a draft that is not sound yet stops nothing", async () => {
    const place = await aPlace()
    const draft = { questionnaireId: place.questionnaireId, number: 2, content: { items: "?" } }
    await db().questionnaireVersion.create({ data: draft })
    await respond(place)
    expect(await updateTallies()).toMatchObject({ counted: 1 })
  })

  test("a run with nothing new changes nothing", async () => {
    await updateTallies()
    const before = await rollups()
    expect(await updateTallies()).toMatchObject({ counted: 0 })
    expect(await rollups()).toEqual(before)
  })
})

describe("what a judgement does", () => {
  test("flagged goes out and leaves no row of 0, restored comes back, withdrawn goes out again", async () => {
    const place = await aPlace()
    const id = await respond(place, { answers: { overall: "1", age: "old" } })
    const seen = []
    for (const kind of [null, "flagged", "restored", "withdrawn"] as const) {
      if (kind) await mark(id, kind)
      await updateTallies()
      seen.push(await db().itemTally.count({ where: { officeId: place.officeId } }))
      seen.push(await countPairs(place.officeId))
    }
    expect(seen).toEqual([3, 2, 0, 0, 3, 2, 0, 0])
  })

  test("written and flagged between two runs is never counted; flagged and restored between two runs stays", async () => {
    const place = await aPlace()
    const staying = await respond(place)
    await updateTallies()
    const going = await respond(place)
    await mark(going, "flagged")
    await mark(staying, "flagged")
    await mark(staying, "restored")
    await updateTallies()
    expect(await countOf(place.officeId, "overall", "5")).toBe(1)
    expect(await rollups()).toEqual(await countedSlowly())
  })
})

describe("exactly once", () => {
  test("two runs at once count each response once", async () => {
    const place = await aPlace()
    for (let i = 0; i < 50; i++) await respond(place)
    const runs = await Promise.all([updateTallies(), updateTallies(), updateTallies()])
    expect(runs.map(({ counted }) => counted).sort((a, b) => a - b)).toEqual([0, 0, 50])
    expect(await countOf(place.officeId, "*", "*")).toBe(50)
  })

  test("a transaction that began earlier and commits later is waited for, then counted, not skipped", async () => {
    const place = await aPlace()
    const [early, late] = await Promise.all([connected(database.url()), connected(database.url())])
    await early.query("begin")
    await respond(place, {}, early)
    await late.query("begin")
    await respond(place, {}, late)
    await late.query("commit")
    await updateTallies()
    expect(await countOf(place.officeId, "*", "*")).toBe(0)
    await early.query("commit")
    await updateTallies()
    expect(await countOf(place.officeId, "*", "*")).toBe(2)
    await Promise.all([early.end(), late.end()])
  })

  test("a judgement that commits late is not lost, and one that is rolled back does nothing", async () => {
    const place = await aPlace()
    const id = await respond(place)
    const [flagging, rolling] = await Promise.all([
      connected(database.url()),
      connected(database.url()),
    ])
    await flagging.query("begin")
    await mark(id, "flagged", flagging)
    await rolling.query("begin")
    await mark(await respond(place), "withdrawn", rolling)
    await updateTallies()
    await flagging.query("commit")
    await rolling.query("rollback")
    await updateTallies()
    expect(await countOf(place.officeId, "*", "*")).toBe(1)
    expect(await rollups()).toEqual(await countedSlowly())
    await Promise.all([flagging.end(), rolling.end()])
  })

  test("a run that fails midway has counted nothing, and the next one counts all", async () => {
    const place = await aPlace()
    await updateTallies()
    const before = await rollups()
    await respond(place)
    await db()
      .$executeRaw`ALTER TABLE "PairTally" ADD CONSTRAINT none_today CHECK (count < 0) NOT VALID`
    await respond(place, { answers: { age: "old" } })
    await expect(updateTallies()).rejects.toThrow(/none_today/)
    expect(await rollups()).toEqual(before)
    await db().$executeRaw`ALTER TABLE "PairTally" DROP CONSTRAINT none_today`
    expect(await updateTallies()).toMatchObject({ counted: 2 })
    expect(await rollups()).toEqual(await countedSlowly())
  })
})

describe("a rebuild", () => {
  test("gives the same rows as the runs before, and as a slow count of the facts", async () => {
    await updateTallies()
    const before = await rollups()
    expect(before.length).toBeGreaterThan(10)
    await rebuildTallies()
    expect(await rollups()).toEqual(before)
    expect(before).toEqual(await countedSlowly())
  })

  test("after a restore into a server whose transaction numbers are lower, the next run counts everything anew", async () => {
    const place = await aPlace()
    await respond(place)
    await db().$executeRaw`UPDATE "Response" SET "writtenBy" = "writtenBy" + 1000000000`
    await db().$executeRaw`UPDATE "TallyWatermark" SET transaction = transaction + 1000000000`
    expect(await updateTallies()).toMatchObject({ rebuilt: true })
    await respond(place)
    expect(await updateTallies()).toMatchObject({ rebuilt: false, counted: 1 })
    expect(await rollups()).toEqual(await countedSlowly())
  })
})
