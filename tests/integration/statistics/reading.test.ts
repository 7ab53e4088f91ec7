import { beforeAll, describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { COUNT_BY, type ResponseFilter } from "~/domain/statistics/response-filter"
import {
  findAlike,
  listComments,
  readTopics,
  splitWords,
} from "~/server/statistics/comments.server"
import { db } from "~/server/tools/db.server"
import {
  countTallies,
  crossTab,
  listCountedResponses,
  updateTallies,
} from "~/server/statistics/tallies.server"
import { useDatabase } from "../../support/database"
import { aPlace, mark, type Place, respond } from "./responses"

useDatabase()

let place: Place
let other: Place

/** 24 answers in March by QR code, 12 in July on paper, a few of another office, one flagged. */
beforeAll(async () => {
  place = await aPlace()
  other = await aPlace()
  for (let i = 0; i < 24; i++) {
    const answers = {
      overall: i < 18 ? "5" : "2",
      age: i % 2 ? "old" : "young",
      improve: i % 3 ? ["time"] : ["time", "way"],
      says: `等候時間太長，王先生 091234567${i % 10}`,
    }
    await respond(place, { answers, day: "2026-03-02", channel: 0 })
  }
  for (let i = 0; i < 12; i++)
    await respond(place, { answers: { overall: "4", age: "old" }, day: "2026-07-01", channel: 1 })
  for (let i = 0; i < 3; i++)
    await respond(place, { answers: { overall: "1", gender: "m" }, day: "2026-07-02", channel: 1 })
  await mark(
    await respond(place, { answers: { overall: "1", says: "亂填" }, day: "2026-03-02" }),
    "flagged",
  )
  for (let i = 0; i < 7; i++) await respond(other, { answers: { overall: "3" } })
  await updateTallies()
})

const mine = (): ResponseFilter => ({ officeIds: [place.officeId] })
const groups = async (filter: ResponseFilter, by: (typeof COUNT_BY)[number]) =>
  (await countTallies(filter, by)).map(({ group, responses }) => [group, responses])

describe("counts", () => {
  test("of an office: how many, and each option; a multiple choice keeps its own base", async () => {
    const [all] = await countTallies(mine(), "all")
    expect(all?.responses).toBe(39)
    expect(all?.items["overall"]).toEqual({
      answered: 39,
      options: { "1": 3, "2": 6, "4": 12, "5": 18 },
    })
    expect(all?.items["improve"]).toEqual({ answered: 24, options: { time: 24, way: 8 } })
    expect(all?.items["says"]).toEqual({ answered: 24, options: { answered: 24 } })
  })

  test("by day, month, quarter, half-year and year, in the codes of the trend", async () => {
    expect(await groups(mine(), "day")).toEqual([
      ["2026-03-02", 24],
      ["2026-07-01", 12],
      ["2026-07-02", 3],
    ])
    expect(await groups(mine(), "month")).toEqual([
      ["115-03", 24],
      ["115-07", 15],
    ])
    expect(await groups(mine(), "quarter")).toEqual([
      ["115-Q1", 24],
      ["115-Q3", 15],
    ])
    expect(await groups(mine(), "half")).toEqual([
      ["115-H1", 24],
      ["115-H2", 15],
    ])
    expect(await groups(mine(), "year")).toEqual([["115", 39]])
  })

  test("by mode, channel, version and office", async () => {
    expect(await groups(mine(), "mode")).toEqual([
      ["paper", 15],
      ["qr", 24],
    ])
    expect((await groups(mine(), "channel")).map(([, n]) => n).sort()).toEqual([15, 24])
    expect(await groups(mine(), "version")).toEqual([[place.versionId, 39]])
    const offices = new Map((await groups({}, "office")).map(([id, n]) => [id, n]))
    expect([offices.get(place.officeId), offices.get(other.officeId)]).toEqual([39, 7])
  })

  test.each([
    ["the day before", "2026-06-30", 0],
    ["from the day itself", "2026-07-01", 15],
    ["from the day after", "2026-07-02", 3],
  ])("a filter's first day: %s", async (_, from, n) => {
    const to = from === "2026-06-30" ? { to: calendarDate(from) } : {}
    const found = await groups({ ...mine(), from: calendarDate(from), ...to }, "all")
    expect(found[0]?.[1] ?? 0).toBe(n)
  })

  test("days within a month are counted from the answers as whole months are from the tallies", async () => {
    const months = { from: calendarDate("2026-03-01"), to: calendarDate("2026-07-31") }
    const days = { from: calendarDate("2026-03-02"), to: calendarDate("2026-07-02") } // first and last answer
    const segment = { item: "age", option: "old" }
    for (const filter of [mine(), { ...mine(), segment }]) {
      const whole = await countTallies({ ...filter, ...months }, "month")
      expect(whole.length).toBeGreaterThan(0)
      expect(await countTallies({ ...filter, ...days }, "month")).toEqual(whole)
    }
    for (const item of ["overall", "improve", "gender"]) {
      const whole = await crossTab({ ...mine(), ...months }, "age", item)
      expect(await crossTab({ ...mine(), ...days }, "age", item)).toEqual(whole)
    }
    expect(
      await countTallies({ ...mine(), ...days, segment: { item: "overall", option: "5" } }, "all"),
    ).toEqual([])
  })

  test("questionnaire, version, channel and mode each narrow, and together", async () => {
    const paper = place.channels[1]?.id ?? ""
    expect(await groups({ questionnaireId: place.questionnaireId }, "all")).toEqual([["all", 39]])
    expect(await groups({ versionIds: [other.versionId] }, "all")).toEqual([["all", 7]])
    expect(await groups({ ...mine(), channelIds: [paper], modes: ["paper"] }, "all")).toEqual([
      ["all", 15],
    ])
    expect(await groups({ ...mine(), channelIds: [paper], modes: ["qr"] }, "all")).toEqual([])
    expect(await groups({ officeIds: [] }, "all")).toEqual([])
  })

  test("only the items asked for are read", async () => {
    const [all] = await countTallies(mine(), "all", ["age"])
    expect(Object.keys(all?.items ?? {})).toEqual(["age"])
    expect(all?.responses).toBe(39)
  })

  test("of a segment; a group of three people is left out", async () => {
    const old = await countTallies({ ...mine(), segment: { item: "age", option: "old" } }, "month")
    expect(old.map(({ group, responses }) => [group, responses])).toEqual([
      ["115-03", 12],
      ["115-07", 12],
    ])
    expect(old[1]?.items["overall"]).toEqual({ answered: 12, options: { "4": 12 } })
    expect(
      await countTallies({ ...mine(), segment: { item: "gender", option: "m" } }, "all"),
    ).toEqual([])
  })
})

describe("cross-tabs", () => {
  test("show what is large and hide what is small with its company", async () => {
    const table = await crossTab({ ...mine(), modes: ["qr"] }, "age", "overall")
    expect(table).toMatchObject({ rows: ["old", "young"], columns: ["2", "5"], isMultiple: false })
    expect(table?.table).toEqual({
      cells: [
        [null, null],
        [null, null],
      ],
      rowTotals: [12, 12],
      columnTotals: [6, 18],
      total: 24,
    })
  })

  test("of a multiple choice count people once in the total", async () => {
    const table = await crossTab(mine(), "age", "improve")
    expect(table).toMatchObject({ isMultiple: true, columns: ["time", "way"] })
    expect(table?.table.total).toBe(24)
    expect(table?.table.rowTotals).toEqual([12, 12])
  })

  test("of what nobody answered are null", async () => {
    expect(await crossTab(mine(), "age", "nothing")).toBeNull()
    expect(await crossTab(mine(), "age", "age")).toBeNull()
  })
})

describe("the responses behind a number", () => {
  const ids = async (filter: Parameters<typeof listCountedResponses>[0]) =>
    (await listCountedResponses(filter)).map(({ id }) => id)

  test("are as many as the number says, for every filter", async () => {
    const paper = { ...mine(), modes: ["paper"] }
    for (const filter of [
      mine(),
      paper,
      { ...mine(), from: calendarDate("2026-07-02") },
      { officeIds: [other.officeId] },
    ]) {
      expect((await ids(filter)).length).toBe((await countTallies(filter, "all"))[0]?.responses)
    }
    expect(await ids({ ...mine(), answer: { item: "overall", option: "2" } })).toHaveLength(6)
    expect(await ids({ ...mine(), answer: { item: "improve", option: "way" } })).toHaveLength(8)
    expect(await ids({ ...mine(), answer: { item: "says" } })).toHaveLength(24)
    expect(await ids({ ...mine(), segment: { item: "age", option: "old" } })).toHaveLength(24)
  })

  test("come in pages, each once", async () => {
    const first = await listCountedResponses(mine(), { limit: 20 })
    const second = await listCountedResponses(mine(), { limit: 20, after: first.at(-1)?.id ?? 0n })
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(39)
  })
})

describe("open answers", () => {
  const WORDS = {
    name: "〔姓名〕",
    phone: "〔電話〕",
    "id-number": "",
    address: "",
    plate: "",
    email: "",
  }

  test("are masked, and those flagged are not there", async () => {
    const { comments, next } = await listComments(mine(), ["says"], WORDS)
    expect(comments).toHaveLength(24)
    expect(new Set(comments.map(({ text }) => text))).toEqual(
      new Set(["等候時間太長，〔姓名〕先生 〔電話〕"]),
    )
    expect(next).toBeNull()
  })

  test("become topics without a name or a number", async () => {
    const read = await readTopics(mine(), ["says"], null)
    const found = read.ok ? read.value.topics.map(({ words }) => words.join("+")) : []
    expect(found).toEqual(["等候時間+太長"])
    expect(await readTopics({ officeIds: [other.officeId] }, ["says"], null)).toMatchObject({
      problems: [{ code: "no-comments" }],
    })
  })

  test("are split into words of household registration", () => {
    expect(splitWords("補發身分證的號碼牌")).toEqual(["補發", "身分證", "的", "號碼牌"])
    expect(splitWords("停車位太少，車沒有地方停")).toContain("沒有")
  })

  test("cases like this one share its rare words", () => {
    const others = [
      { key: "a", text: "身分證補發等了一小時，等候太久" },
      { key: "b", text: "停車位不足" },
    ]
    const alike = findAlike("補發身分證等候太久", others)
    expect(alike.ok ? alike.value.map(({ key }) => key) : null).toEqual(["a"])
  })
})

test("an idle house writes nothing: a run without news leaves the mark where it was", async () => {
  const before = await db().tallyWatermark.findUnique({ where: { id: 1 } })
  await updateTallies()
  await updateTallies()
  expect(await db().tallyWatermark.findUnique({ where: { id: 1 } })).toEqual(before)
})
