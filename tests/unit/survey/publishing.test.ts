import { describe, expect, test } from "vitest"
import { ChannelDraftSchema } from "~/domain/survey/channel.schema"
import {
  decideChannelOpening,
  decideNewChannel,
  decideOpening,
  isChannelCode,
} from "~/domain/survey/channel"
import { decidePublication, decidePublishing } from "~/domain/survey/publishing"
import seed from "#prisma/seeds/questionnaire.json"

const first = decidePublication(null, seed)
const newest = first.ok ? first.value : null

describe("publishing", () => {
  test("the first version is number 1", () => expect(newest?.number).toBe(1))
  test("a changed word makes the next version", () => {
    const changed = { ...seed, title: { ...seed.title, "zh-TW": "洽公問卷" } }
    expect(decidePublication(newest, changed)).toMatchObject({ ok: true, value: { number: 2 } })
  })
  test("the same words in another order of keys are no new version", () => {
    const { items, scales, ...rest } = seed
    expect(decidePublication(newest, { items, ...rest, scales })).toEqual({
      ok: false,
      problems: [{ code: "nothing-changed" }],
    })
  })
  test("a flaw is named with its place", () => {
    const [item, ...others] = seed.items
    const flawed = { ...seed, items: [{ ...item, key: "1 or 1" }, ...others] }
    const refused = decidePublication(null, flawed)
    expect(refused.ok ? [] : refused.problems).toContainEqual({
      code: "not-a-key",
      field: "items.0.key",
    })
  })
  test.each([null, "x", [], 7])("content that is no questionnaire is refused: %j", (draft) => {
    expect(decidePublication(null, draft).ok).toBe(false)
  })
})

describe("a publication", () => {
  const made = { id: "v", at: new Date("2026-11-20T01:00:00Z") }
  const record = { id: "q", slug: "visit", title: "", isNew: true, newest: null }

  test("founds the questionnaire, and the history keeps the version", () => {
    expect(decidePublishing(record, { title: "洽公", content: seed }, made)).toMatchObject({
      ok: true,
      value: {
        version: { versionId: "v", number: 1 },
        next: { title: "洽公", isNew: false, newest: { id: "v", publishedAt: made.at } },
        events: [{ kind: "questionnaire.published", detail: { number: 1 } }],
      },
    })
  })

  test("of the words in force is refused", () => {
    if (!newest) throw new Error("the seed is not sound")
    const known = { ...record, isNew: false, newest: { ...newest, id: "u", publishedAt: made.at } }
    expect(decidePublishing(known, { title: "洽公", content: seed }, made)).toMatchObject({
      problems: [{ code: "nothing-changed" }],
    })
  })
})

describe("a channel", () => {
  const channel = { id: "c", code: "a1", officeId: "zz" }

  test("is added open, unless its code is taken", () => {
    expect(decideNewChannel(channel, false)).toEqual({
      ok: true,
      value: {
        next: { ...channel, isOpen: true },
        events: [{ kind: "channel.added", detail: { code: "a1" } }],
      },
    })
    expect(decideNewChannel(channel, true)).toMatchObject({ problems: [{ code: "code-taken" }] })
  })

  test.each([
    [true, false, "channel.closed"],
    [false, true, "channel.opened"],
  ])("open %s, then %s: the history says %s", (isOpen, wanted, kind) => {
    expect(decideChannelOpening({ ...channel, isOpen }, wanted)).toMatchObject({
      value: { next: { isOpen: wanted }, events: [{ kind }] },
    })
  })

  test("has an address that can be typed from a poster", () => {
    expect(["a1", "counter-3", "zz-hall"].every(isChannelCode)).toBe(true)
    expect(["", "a", "A1", "../x", "a b", "號", "a".repeat(40)].some(isChannelCode)).toBe(false)
  })
  test("typed in capitals is the same address", () => {
    const label = { "zh-TW": "3 號櫃檯" }
    expect(ChannelDraftSchema.parse({ code: " C3-Hall ", mode: "qr", label }).code).toBe("c3-hall")
  })
  test("is closed once and opened once", () => {
    expect(decideOpening({ isOpen: true }, false)).toEqual({ ok: true, value: { isOpen: false } })
    expect(decideOpening({ isOpen: false }, false)).toEqual({
      ok: false,
      problems: [{ code: "already-closed" }],
    })
    expect(decideOpening({ isOpen: true }, true)).toEqual({
      ok: false,
      problems: [{ code: "already-open" }],
    })
  })
})
