import { expect, test } from "vitest"
import { atTime } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { findReceipt, submitResponse } from "~/server/survey/responses.server"
import { useDatabase } from "../../support/database"
import { anOffice } from "../../support/people"
import { aChannel, WHOLE } from "../../support/surveys"

useDatabase()

const channelOf = async (code: string) => aChannel(await anOffice(), code)
const countOf = (channelId: string) => db().response.count({ where: { channelId } })

test("an answer is kept with its channel, office, language and Taiwanese day, and nothing about the person", async () => {
  const channel = await channelOf("c-kept")
  const late = new Date("2026-11-19T16:30:00Z") // half past midnight of the 20th in Taiwan
  const kept = await atTime(late, () =>
    submitResponse({
      channel,
      submissionKey: "k1",
      entered: { ...WHOLE, comment: "=1+1 <b>𠮷</b>" },
      locale: "vi",
    }),
  )
  const row = await db().response.findFirstOrThrow({ where: { channelId: channel.id } })
  expect(row).toMatchObject({
    officeId: channel.officeId,
    versionId: channel.versionId,
    mode: "qr",
    locale: "vi",
  })
  expect(row.answeredOn.toISOString().slice(0, 10)).toBe("2026-11-20")
  expect(row.answers).toEqual({ ...WHOLE, comment: "=1+1 <b>𠮷</b>" })
  expect(kept).toEqual({ ok: true, value: { receipt: row.receipt } })
  expect(row.receipt).toMatch(/^[346-9A-HJKMNPRTWXY]{4}(-[346-9A-HJKMNPRTWXY]{4}){2}$/)
})

test("the same form sent twice, later or at the same time, is one response with one receipt", async () => {
  const channel = await channelOf("c-twice")
  const send = () =>
    submitResponse({ channel, submissionKey: "same", entered: WHOLE, locale: "en" })
  const [one, two] = await Promise.all([send(), send()])
  const three = await send()
  expect(one).toMatchObject({ ok: true })
  expect(two).toEqual(one)
  expect(three).toEqual(one)
  expect(await countOf(channel.id)).toBe(1)
})

test("other answers under a used key are refused, also when both arrive together", async () => {
  const channel = await channelOf("c-used")
  const send = (overall: string) =>
    submitResponse({
      channel,
      submissionKey: "used",
      entered: { ...WHOLE, overall },
      locale: "zh-TW",
    })
  const together = await Promise.all([send("5"), send("1"), send("5")])
  expect(together.map(({ ok }) => ok).sort()).toEqual([false, true, true])
  expect(await send("2")).toEqual({ ok: false, problems: [{ code: "form-used" }] })
  expect(await countOf(channel.id)).toBe(1)
})

test("the same key at another counter is another response", async () => {
  const [here, there] = [await channelOf("c-here"), await channelOf("c-there")]
  for (const channel of [here, there]) {
    await submitResponse({ channel, submissionKey: "key", entered: WHOLE, locale: "zh-TW" })
  }
  expect([await countOf(here.id), await countOf(there.id)]).toEqual([1, 1])
})

test("a thousand at once are all kept, each with a receipt of its own", async () => {
  const channel = await channelOf("c-many")
  const kept = await Promise.all(
    Array.from({ length: 1000 }, (_, nth) =>
      submitResponse({ channel, submissionKey: `many-${nth}`, entered: WHOLE, locale: "zh-TW" }),
    ),
  )
  expect(new Set(kept.map((one) => (one.ok ? one.value.receipt : "refused"))).size).toBe(1000)
  expect(await countOf(channel.id)).toBe(1000)
})

test("a response that cannot be written does not take its neighbours with it", async () => {
  const channel = await channelOf("c-poison")
  const lost = { ...channel, versionId: "00000000-0000-7000-8000-000000000000" }
  const [good, bad, alsoGood] = await Promise.allSettled(
    [channel, lost, channel].map((one, nth) =>
      submitResponse({ channel: one, submissionKey: `p${nth}`, entered: WHOLE, locale: "zh-TW" }),
    ),
  )
  expect([good?.status, bad?.status, alsoGood?.status]).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ])
  expect(await countOf(channel.id)).toBe(2)
})

test("a refused answer keeps nothing", async () => {
  const channel = await channelOf("c-refused")
  const refused = await submitResponse({
    channel,
    submissionKey: "r",
    entered: { ...WHOLE, attitude: "9" },
    locale: "zh-TW",
  })
  expect(refused).toEqual({ ok: false, problems: [{ code: "answer-unknown", field: "attitude" }] })
  expect(await countOf(channel.id)).toBe(0)
})

test("a receipt is found through its own channel only, and says nothing of the answers", async () => {
  const [channel, other] = [await channelOf("c-receipt"), await channelOf("c-other")]
  const kept = await submitResponse({
    channel,
    submissionKey: "x",
    entered: WHOLE,
    locale: "zh-TW",
  })
  const receipt = kept.ok ? kept.value.receipt : ""
  expect(Object.keys((await findReceipt(channel.id, receipt)) ?? {}).sort()).toEqual([
    "receipt",
    "receivedAt",
  ])
  expect(await findReceipt(other.id, receipt)).toBeNull()
  expect(await findReceipt(channel.id, "' OR 1=1")).toBeNull()
})
