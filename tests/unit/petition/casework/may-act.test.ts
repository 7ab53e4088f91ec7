import { describe, expect, test } from "vitest"
import { ROLES } from "~/domain/access/permission"
import { allowedActions } from "~/domain/petition/casework/actions/all"
import { approvalRule } from "~/domain/petition/casework/actions/approval"
import { mayCloseOnTheSpot } from "~/domain/petition/casework/actions/closure"
import { mayPrintRecord, maySee, maySeeContact, whyNot } from "~/domain/petition/casework/may-act"
import {
  accepted,
  assigned,
  awaiting,
  chief,
  declineAsked,
  director,
  officer,
  person,
  planner,
  replied,
  secretary,
  submitted,
} from "./samples"

describe("what the page offers", () => {
  test.each([
    ["a new case, to its section's chief", accepted, chief, ["triage", "decline", "note"]],
    [
      "a new case, to the planning officer",
      accepted,
      planner,
      ["triage", "merge", "transfer", "decline", "note"],
    ],
    ["a new case, to a case officer", accepted, officer, ["note"]],
    ["an own case", assigned, officer, ["reply", "supplement", "extension", "decline", "note"]],
    ["a colleague's case", assigned, person("case_officer", { id: "colleague" }), ["note"]],
    ["a waiting case", awaiting, officer, ["reply", "extension", "decline", "note"]],
    ["a draft, to its drafter", submitted, officer, ["note"]],
    ["a draft, to the chief", submitted, chief, ["approval", "note"]],
    ["a draft, to the planning officer", submitted, planner, ["note"]],
    [
      "a request to decline, to the planning officer",
      declineAsked,
      planner,
      ["decline-approval", "note"],
    ],
    ["a request to decline, to the chief", declineAsked, chief, ["note"]],
    ["a replied case", replied, officer, ["closure", "note"]],
    ["anything, to the administrator", assigned, person("administrator"), []],
    ["another office's case", { ...assigned, officeId: "shilin" }, director, []],
  ])("%s", (_, petition, by, actions) => {
    expect(allowedActions(petition, by)).toEqual(actions)
  })
})

test("a supervisor who drafted the reply does not approve it", () => {
  const own = { ...submitted, approval: { ...submitted.approval, draftedById: director.id } }
  expect(whyNot(own, director, approvalRule)).toEqual({ code: "own-draft" })
  expect(whyNot(own, secretary, approvalRule)).toBeNull()
})

test("who is complained about decides nothing", () => {
  const aboutChief = { ...submitted, respondentId: chief.id }
  expect(whyNot(aboutChief, chief, approvalRule)).toEqual({ code: "respondent-must-not-decide" })
})

test("a chief has no say in another section's case, but may read it", () => {
  const other = { ...submitted, sectionId: "other" }
  expect(whyNot(other, chief, approvalRule)).toEqual({ code: "not-your-case" })
  expect(maySee(other, chief)).toBe(true)
  expect(maySeeContact(other, chief)).toBe(false)
})

describe("the record of an oral petition", () => {
  const recordedBy = (recordedById: string) => ({
    ...accepted,
    oralRecord: { recordedById, readBackAt: null, signed: false },
  })

  test("is printed by whoever wrote it down, before anybody is given the case", () => {
    expect(maySeeContact(recordedBy(officer.id), officer)).toBe(false)
    expect(mayPrintRecord(recordedBy(officer.id), officer)).toBe(true)
  })

  test("is not printed by another officer, nor where there is none", () => {
    expect(mayPrintRecord(recordedBy("somebody else"), officer)).toBe(false)
    expect(mayPrintRecord({ ...assigned, oralRecord: null }, officer)).toBe(false)
  })

  test("is not shown any more to who must not see a confidential case", () => {
    expect(mayPrintRecord({ ...recordedBy(officer.id), confidential: true }, officer)).toBe(false)
  })
})

describe("a confidential case (§170 II)", () => {
  const confidential = { ...assigned, confidential: true }

  test.each(
    ROLES.map((role) => [role, role !== "administrator" && role !== "case_officer"] as const),
  )("is seen by a %s of the same section: %s", (role, sees) => {
    expect(maySee(confidential, person(role, { id: "someone" }))).toBe(sees)
  })

  test("is seen by its own officer", () => expect(maySee(confidential, officer)).toBe(true))

  test("is not seen by the person complained about, even the director", () => {
    expect(maySee({ ...confidential, respondentId: director.id }, director)).toBe(false)
  })

  test("is not seen by any chief before it has a section", () => {
    expect(maySee({ ...accepted, confidential: true }, chief)).toBe(false)
  })
})

describe("on the spot", () => {
  test.each([
    ["counter", "enquiry", true],
    ["phone", "suggestion", true],
    ["counter", "rights", false],
    ["web", "enquiry", false],
  ] as const)("a case by %s of the nature %s may be closed at once: %s", (source, nature, may) => {
    expect(mayCloseOnTheSpot({ ...assigned, source, nature })).toBe(may)
  })
})

test("an unconfirmed petition is nobody's work", () => {
  const { number: _n, clock: _c, ...filed } = accepted
  expect(allowedActions({ ...filed, status: "pending_confirmation" }, director)).toEqual([])
})
