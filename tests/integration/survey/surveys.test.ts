import { expect, test } from "vitest"
import { db } from "~/server/tools/db.server"
import { listEvents } from "~/server/tools/events.server"
import { findChannel, openChannelOr404 } from "~/server/survey/questionnaires.server"
import { addChannel, publishQuestionnaire, setChannelOpen } from "~/server/survey/publishing.server"
import content from "#prisma/seeds/questionnaire.json"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff } from "../../support/people"
import { aChannel } from "../../support/surveys"

useDatabase()

const draft = (slug: string, title = "問卷") => ({
  slug,
  title,
  content: { ...content, title: { ...content.title, "zh-TW": title } },
})
const versionsOf = (slug: string) =>
  db().questionnaireVersion.findMany({
    where: { questionnaire: { slug } },
    orderBy: { number: "asc" },
  })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  )

test("publishing again with other words makes a second version and leaves the first as it was", async () => {
  await publishQuestionnaire(draft("words", "一"), null)
  const [first] = await versionsOf("words")
  expect(await publishQuestionnaire(draft("words", "二"), null)).toMatchObject({
    ok: true,
    value: { number: 2 },
  })
  expect((await versionsOf("words"))[0]).toEqual(first)
})

test("each publication is in the questionnaire's history, with its number and who published it", async () => {
  const by = await aStaff(await anOffice(), "planning_officer", "研考")
  for (const title of ["一", "二"]) await publishQuestionnaire(draft("told", title), by)
  const { id } = await db().questionnaire.findUniqueOrThrow({ where: { slug: "told" } })
  expect(await listEvents("questionnaire", id)).toMatchObject([
    { kind: "questionnaire.published", actorName: "研考", detail: { number: 1 } },
    { kind: "questionnaire.published", actorName: "研考", detail: { number: 2 } },
  ])
})

test("publishing the same twice, also at the same time, makes one version", async () => {
  const both = await Promise.all([1, 2].map(() => publishQuestionnaire(draft("once"), null)))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await versionsOf("once")).toHaveLength(1)
})

test("content that is not sound founds no questionnaire", async () => {
  const refused = await publishQuestionnaire(
    { slug: "bad", title: "壞", content: { items: [] } },
    null,
  )
  expect(refused.ok).toBe(false)
  expect(await db().questionnaire.count({ where: { slug: "bad" } })).toBe(0)
})

test("a channel shows the newest version and is found whatever the case it is typed in", async () => {
  const channel = await aChannel(await anOffice("甲所"), "newest")
  const next = await publishQuestionnaire(draft("visit", "新版"), null)
  const found = await findChannel("NEWEST")
  expect(found).toMatchObject({ id: channel.id, officeName: "甲所", isOpen: true })
  expect(found?.versionId).toBe(next.ok ? next.value.versionId : "")
})

test("an unknown address is 404, a closed one 410", async () => {
  const office = await anOffice()
  await aChannel(office, "closing")
  const staff = await aStaff(office, "planning_officer")
  expect(await setChannelOpen("closing", false, staff)).toEqual({
    ok: true,
    value: { isOpen: false },
  })
  expect(await refusal(openChannelOr404("closing"))).toBe(410)
  for (const code of ["nobody", "", "../x", "'; drop table"])
    expect(await refusal(openChannelOr404(code))).toBe(404)
})

test("two people closing at once record it once", async () => {
  const office = await anOffice()
  const { id } = await aChannel(office, "both")
  const staff = await aStaff(office, "director")
  const done = await Promise.all([1, 2].map(() => setChannelOpen("both", false, staff)))
  expect(done.map(({ ok }) => ok).sort()).toEqual([false, true])
  const events = await listEvents("channel", id)
  expect(events.map(({ kind }) => kind)).toEqual(["channel.added", "channel.closed"])
})

test("nobody closes another office's channel", async () => {
  await aChannel(await anOffice(), "theirs")
  const stranger = await aStaff(await anOffice(), "director")
  expect(await setChannelOpen("theirs", false, stranger)).toMatchObject({
    problems: [{ code: "survey-unknown" }],
  })
})

test("an address that is taken stays whose it was", async () => {
  const office = await anOffice()
  await aChannel(office, "taken")
  const label = { "zh-TW": "另一個" }
  const place = { slug: "visit", code: "taken", officeId: office.id, mode: "web" as const, label }
  expect(await addChannel(place, null)).toEqual({
    ok: false,
    problems: [{ code: "code-taken", field: "code" }],
  })
})
