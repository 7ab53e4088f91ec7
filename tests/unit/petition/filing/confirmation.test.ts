import { describe, expect, test } from "vitest"
import {
  confirmBy,
  decideLapse,
  readConfirmation,
  registerPetition,
} from "~/domain/petition/filing/confirmation"
import { acceptedPetition, pendingPetition, registration, SENT_AT } from "./filing-samples"

const limit = confirmBy(SENT_AT)
const justBefore = new Date(limit.getTime() - 1)
const justAfter = new Date(limit.getTime() + 1)

describe("confirming", () => {
  test.each([
    ["before", justBefore, true],
    ["on", limit, false],
    ["after", justAfter, false],
  ])("%s the limit of three days: accepted is %s", (_when, at, accepted) => {
    expect(readConfirmation(pendingPetition, at).ok).toBe(accepted)
  })

  test("twice is no mistake, also after the limit", () => {
    expect(readConfirmation(acceptedPetition(), justAfter)).toEqual({ ok: true, value: "done" })
  })

  test("of a lapsed petition is refused", () => {
    const lapsed = { ...pendingPetition, status: "lapsed" as const }
    expect(readConfirmation(lapsed, SENT_AT)).toMatchObject({
      ok: false,
      problems: [{ code: "confirmation-expired" }],
    })
  })
})

describe("registering", () => {
  test("gives the number, the clock, an event without the code, and the letter with it", () => {
    const change = registerPetition(pendingPetition, registration)
    expect(change.petition).toMatchObject({
      status: "accepted",
      number: "ZZ-1151120-00001",
      clock: { receivedOn: "2026-11-20", dueOn: "2026-11-30", statutoryDueOn: "2026-12-21" },
    })
    expect(change.letters).toEqual([
      {
        kind: "acceptance",
        props: { number: "ZZ-1151120-00001", accessCode: "ACDEF-GHJKM-NPRTW", dueOn: "2026-11-30" },
      },
    ])
    expect(JSON.stringify(change.events)).not.toContain("ACDEF")
  })
})

describe("lapsing", () => {
  test.each([
    ["before", justBefore, false],
    ["on", limit, true],
    ["after", justAfter, true],
  ])("%s the limit: lapses is %s", (_when, at, lapses) => {
    expect(decideLapse(pendingPetition, at).ok).toBe(lapses)
  })

  test("never takes a petition that was accepted", () => {
    expect(decideLapse(acceptedPetition(), justAfter).ok).toBe(false)
  })
})
