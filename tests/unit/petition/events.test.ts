import { describe, expect, test } from "vitest"
import { isPublicKind } from "~/domain/events"
import { carriesAKey, KINDS_WITHOUT_A_KEY } from "~/domain/letter/letters"
import { PETITION_EVENTS, type PetitionEvent } from "~/domain/petition/events"
import { readPetitionEvent } from "~/domain/petition/events.schema"

/** What the law and the office want the petitioner to see; everything else stays inside. */
const SEEN_BY_THE_PETITIONER = [
  ...["filed", "confirmed", "accepted", "lapsed", "assigned"],
  ...["supplement_requested", "supplement_answered", "extended", "replied", "closed"],
  ...["transferred", "merged", "not_processed", "withdrawn"],
  // who has the code can act: its owner sees by what way it was given
  ...["confirmed_by_phone", "code_sent_again", "code_told"],
]

test.each(PETITION_EVENTS)("%s is public or not as the office decided", (name) => {
  expect(isPublicKind(`petition.${name}`)).toBe(SEEN_BY_THE_PETITIONER.includes(name))
})

test("a decline cannot be written as internal, nor with facts of another event", () => {
  const told = { ground: "answered_repeatedly" as const, reason: "同一事由" }
  const decline: PetitionEvent = { kind: "petition.not_processed", detail: told }
  // @ts-expect-error a decline is public
  const hidden: PetitionEvent = { ...decline, isPublic: false }
  // @ts-expect-error a decline has a ground
  const groundless: PetitionEvent = { kind: "petition.not_processed", detail: { reason: "" } }
  expect([hidden.kind, groundless.kind]).toEqual([decline.kind, decline.kind])
})

describe("an event read back", () => {
  test("has the facts of its kind, and no others", () => {
    const detail = { section: "戶籍登記課", officer: "李小華" }
    expect(readPetitionEvent({ kind: "petition.assigned", detail })).toEqual({
      kind: "petition.assigned",
      detail: { section: "戶籍登記課" },
    })
  })

  test.each([
    [{ disposition: "partly" }, { disposition: "partly" }],
    [{ underMain: true }, { underMain: true }],
  ])("of a reply: %j", (detail, read) => {
    expect(readPetitionEvent({ kind: "petition.replied", detail })?.detail).toEqual(read)
  })

  test.each([
    ["a kind that nobody knows", { kind: "petition.sung", detail: {} }],
    ["a kind of another topic", { kind: "plan.started", detail: {} }],
    ["facts that are not there", { kind: "petition.merged", detail: {} }],
  ])("with %s is not guessed", (_, row) => {
    expect(readPetitionEvent(row)).toBeNull()
  })
})

test.each([
  ["confirmation", true],
  ["acceptance", true],
  ["reply", false],
  ["transfer", false],
  ["a letter of tomorrow", true], // what it carries is not known: nobody but its reader opens it
])("%s carries a key: %s", (kind, carries) => {
  expect(carriesAKey(kind)).toBe(carries)
  expect(KINDS_WITHOUT_A_KEY.some((one) => one === kind)).toBe(!carries)
})
