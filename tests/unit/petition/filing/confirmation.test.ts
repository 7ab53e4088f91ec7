import { describe, expect, test } from "vitest"
import {
  confirmBy,
  decideAnotherLetter,
  decideLapse,
  MOST_CONFIRMATION_LETTERS,
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
        props: {
          number: "ZZ-1151120-00001",
          accessCode: "ACDEF-GHJKM-NPRTW",
          dueOn: "2026-11-30",
          content: "週五下午等了五十分鐘。",
        },
      },
    ])
    expect(JSON.stringify(change.events)).not.toContain("ACDEF")
  })
})

describe("another letter to confirm by", () => {
  const ask = { isNewAddress: false, lettersSent: 1 }

  test.each([
    [MOST_CONFIRMATION_LETTERS - 1, true],
    [MOST_CONFIRMATION_LETTERS, false],
  ])("after %i letters: sent is %s", (lettersSent, sent) => {
    expect(decideAnotherLetter(pendingPetition, { ...ask, lettersSent }, SENT_AT).ok).toBe(sent)
  })

  test("is told as what it is: a repetition, or a better address", () => {
    const kinds = [false, true].map((isNewAddress) => {
      const decided = decideAnotherLetter(pendingPetition, { ...ask, isNewAddress }, SENT_AT)
      return decided.ok && decided.value.events.map(({ kind }) => kind)
    })
    expect(kinds).toEqual([["petition.confirmation_repeated"], ["petition.address_corrected"]])
  })

  test("is refused once confirmed, and once the time is over", () => {
    expect(decideAnotherLetter(acceptedPetition(), ask, SENT_AT)).toMatchObject({
      problems: [{ code: "already-confirmed" }],
    })
    expect(decideAnotherLetter(pendingPetition, ask, limit)).toMatchObject({
      problems: [{ code: "confirmation-expired" }],
    })
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
