import { expect, test } from "vitest"
import { judgeFlagged, countFlagged, listFlagged } from "~/server/survey/flagged.server"
import { flagBursts, forgetArrivals } from "~/server/survey/flags.server"
import { type OpenChannel } from "~/server/survey/questionnaires.server"
import { submitResponse } from "~/server/survey/responses.server"
import { halfDoneWithin } from "~/server/survey/time-taken.server"
import { senderOf } from "~/server/survey/sender.server"
import { countTallies, updateTallies } from "~/server/statistics/tallies.server"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { aChannel, WHOLE } from "../../support/surveys"

useDatabase()

const MORNING = new Date("2026-11-20T01:00:10Z")
const later = (seconds: number) => new Date(MORNING.getTime() + seconds * 1000)
let sent = 0

type Sent = { at?: Date; took?: number; address?: string; comment?: string; answers?: object }

/** One answer as the door hands it on: by default a person's, a minute after opening, from an address of their own. */
function answer(channel: OpenChannel, given: Sent = {}) {
  const { at = MORNING, took = 55, address = `203.0.113.${sent % 250}`, comment = "" } = given
  return atTime(at, () =>
    submitResponse({
      channel,
      submissionKey: `flags-${sent++}`,
      entered: { ...WHOLE, ...given.answers, comment },
      locale: "zh-TW",
      openedAt: new Date(at.getTime() - took * 1000),
      sender: senderOf(address),
    }),
  )
}
const times = (count: number, one: (nth: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, nth) => one(nth)))
const counted = async (officeId: string) => {
  await updateTallies()
  return (await countTallies({ officeIds: [officeId] }, "all", []))[0]?.responses ?? 0
}

test("a busy morning of people is counted, none flagged", async () => {
  const office = await anOffice()
  const channel = await aChannel(office, "f-busy")
  await times(30, (nth) => answer(channel, { at: later(nth * 100) }))
  await times(4, () => answer(channel, { comment: "我們全家都覺得很好" }))
  await flagBursts()
  expect(await countFlagged(office.id)).toBe(0)
  expect(await counted(office.id)).toBe(34)
})

test("a script's burst is kept, flagged with its reason, and in no count; the people of that hour at another channel are", async () => {
  const office = await anOffice()
  const channel = await aChannel(office, "f-script")
  const other = await aChannel(office, "f-people")
  await times(300, () => answer(channel, { address: "198.51.100.9" }))
  await times(8, () => answer(other))
  await updateTallies() // counted before anybody could know, and taken out again
  const runs = await Promise.all([flagBursts(), flagBursts()])
  expect(runs.reduce((sum, { flagged }) => sum + flagged, 0)).toBe(300)
  expect(await db().response.count({ where: { channelId: channel.id } })).toBe(300)
  expect(await counted(office.id)).toBe(8)
  expect(await listFlagged(office.id)).toMatchObject([
    { code: "f-script", reason: "sender-burst", day: "2026-11-20", count: 300 },
  ])
})

test.each<[string, string, number, (nth: number) => Sent]>([
  ["many addresses at once", "channel-burst", 41, (nth) => ({ address: `2001:db8:${nth}::1` })],
  [
    "one household's many IPv6 addresses",
    "sender-burst",
    13,
    (nth) => ({ address: `2001:db8::${nth}` }),
  ],
  ["the same sentence", "same-text", 5, () => ({ comment: "承辦人態度惡劣請換人" })],
  ["nobody can have read it", "too-quick", 3, () => ({ took: 2 })],
  [
    "one row ticked again and again",
    "straight-lines",
    8,
    (nth) => ({
      took: 8,
      at: later(nth * 200),
      address: "198.51.100.77",
      answers: { attitude: "1", expertise: "1", speed: "1", waiting: "1", overall: "1" },
    }),
  ],
])("%s is flagged as %s from the answer number %i on", async (_what, reason, limit, one) => {
  const office = await anOffice()
  const channel = await aChannel(office, `f-${reason}-${sent}`)
  await times(limit - 1, (nth) => answer(channel, one(nth)))
  await flagBursts()
  expect(await countFlagged(office.id)).toBe(0)
  await answer(channel, one(limit))
  await flagBursts()
  expect(await listFlagged(office.id)).toMatchObject([{ reason, count: limit }])
})

test("採計 puts a burst back, 不採計 leaves it out; later answers wait, and nothing is flagged twice", async () => {
  const office = await anOffice()
  const channel = await aChannel(office, "f-judged")
  const chief = await aStaff(office, "planning_officer")
  await times(20, () => answer(channel, { address: "198.51.100.20" }))
  await flagBursts()
  const [shown] = await listFlagged(office.id)
  if (!shown) throw new Error("nothing was flagged")
  await times(5, () => answer(channel, { address: "198.51.100.20" }))
  await flagBursts()
  const upTo = String(shown.upTo)
  const deed = { judgement: "restored", reason: "里民活動，確認過", upTo } as const
  const stranger = await aStaff(await anOffice(), "director")
  expect(await judgeFlagged(shown, deed, stranger)).toMatchObject({ ok: false })
  expect(await judgeFlagged(shown, deed, chief)).toEqual({ ok: true, value: { judged: 20 } })
  expect(await judgeFlagged(shown, deed, chief)).toMatchObject({ ok: false })
  await answer(channel) // wakes the rule again
  await flagBursts()
  expect(await counted(office.id)).toBe(21)
  const [rest] = await listFlagged(office.id)
  expect(rest).toMatchObject({ count: 5 })
  const out = { judgement: "withdrawn", reason: "程式", upTo: String(rest?.upTo) } as const
  await judgeFlagged(shown, out, chief)
  expect(await countFlagged(office.id)).toBe(0)
  expect(await counted(office.id)).toBe(21)
  const events = await db().event.findMany({ where: { subjectId: channel.id, actorId: chief.id } })
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
    ["responses.restored", expect.objectContaining({ count: 20, reason: "里民活動，確認過" })],
    ["responses.withdrawn", expect.objectContaining({ count: 5 })],
  ])
})

test("how answers came in is forgotten after a day, and holds no address", async () => {
  const channel = await aChannel(await anOffice(), "f-forgotten")
  await answer(channel, { address: "192.0.2.55" })
  const [arrival] = await db().arrival.findMany({ where: { channelId: channel.id } })
  expect(JSON.stringify(arrival, (_, one) => String(one))).not.toContain("192.0.2.55")
  const tomorrow = new Date("2026-11-21T01:00:00Z")
  const hashes = [
    senderOf("192.0.2.55"),
    await atTime(tomorrow, async () => senderOf("192.0.2.55")),
  ]
  expect(new Set(hashes).size).toBe(2)
  const soon = new Date(MORNING.getTime() + 23 * 3_600_000)
  await atTime(soon, forgetArrivals)
  expect(await db().arrival.count({ where: { channelId: channel.id } })).toBe(1)
  await atTime(new Date(soon.getTime() + 2 * 3_600_000), forgetArrivals)
  expect(await db().arrival.count({ where: { channelId: channel.id } })).toBe(0)
})

test("the time of answering is told when thirty were measured, and flagged answers are not", async () => {
  const office = await anOffice()
  const channel = await aChannel(office, "f-time")
  const told = () => halfDoneWithin(channel.versionId, office.id)
  await times(29, (nth) => answer(channel, { at: later(nth * 100), took: 100 }))
  expect(await told()).toBeNull()
  await answer(channel, { took: 100 })
  expect(await told()).toBe(2)
  await times(60, (nth) => answer(channel, { at: later(20_000 + nth), took: 1 }))
  await flagBursts()
  expect(await told()).toBe(2)
})
