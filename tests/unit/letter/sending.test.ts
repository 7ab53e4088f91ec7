import { describe, expect, test } from "vitest"
import { decideNext, type Failure, shownState } from "~/domain/letter/sending"

const at = new Date("2026-11-20T09:00:00+08:00")
const tried = (attempts: number, failure: string | null = null, kind = "reply") => ({
  ...{ kind, attempts, failure },
})
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

describe("after a failed attempt a letter", () => {
  test.each<[number, number]>([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
    [5, 360],
    [6, 720],
    [15, 720],
  ])("that may leave later is tried again: after attempt %i in %i minutes", (attempts, minutes) => {
    expect(decideNext(tried(attempts), "server", at)).toEqual({
      ...{ status: "queued", nextAttemptAt: after(minutes) },
    })
  })

  test("is given up after the sixteenth, when five days are over", () => {
    expect(decideNext(tried(16), "server", at)).toEqual({ status: "failed", nextAttemptAt: null })
  })

  test.each<[Failure, string, string]>([
    ["no-such-recipient", "reply", "kept"],
    ["refused", "reply", "kept"],
    ["no-such-recipient", "acceptance", "failed"],
    ["no-such-recipient", "confirmation", "failed"],
    ["unanswered", "reply", "failed"],
    ["lease-over", "reply", "queued"],
    ["cut-off", "reply", "queued"],
  ])("%s, a %s: %s", (failure, kind, status) => {
    expect(decideNext(tried(1, null, kind), failure, at).status).toBe(status)
  })

  test("whose line broke after the last word twice running is not handed over a third time", () => {
    expect(decideNext(tried(2, "server"), "cut-off", at).status).toBe("queued")
    expect(decideNext(tried(2, "cut-off"), "cut-off", at).status).toBe("failed")
  })
})

test.each([
  ["queued", null, false, "queued"],
  ["queued", "server", false, "queued"],
  ["queued", "braked", false, "late"],
  ["kept", null, true, "kept"],
  ["kept", null, false, "paper"],
  ["kept", "no-such-recipient", false, "paper"],
  ["failed", "server", false, "failed"],
  ["sending", null, false, "sending"],
])("%s after %s (demo: %s) is shown as %s", (status, failure, isDemo, shown) => {
  expect(shownState({ kind: "reply", status, failure }, isDemo)).toBe(shown)
})

test("a kept letter with a key inside is never shown as one to be printed", () => {
  const letter = { kind: "acceptance", status: "kept", failure: null }
  expect(shownState(letter, false)).toBe("kept")
})
