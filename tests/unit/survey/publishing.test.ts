import { describe, expect, test } from "vitest"
import { ChannelDraftSchema } from "~/domain/survey/channel.schema"
import { decideOpening, isChannelCode } from "~/domain/survey/channel"
import { decidePublication } from "~/domain/survey/publishing"
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

describe("a channel", () => {
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
