import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { decideMerge } from "~/domain/petition/casework/actions/merge"
import {
  decideReassignment,
  isLateReassignment,
} from "~/domain/petition/casework/actions/reassignment"
import { decideTransfer } from "~/domain/petition/casework/actions/transfer"
import { decideTriage } from "~/domain/petition/casework/actions/triage"
import { accepted, assigned, at, calendar, chief, officer, person, planner } from "./samples"
import { granted, refusal } from "../../../support/outcomes"

const section = { id: "register", name: "戶籍登記課" }
const category = { id: "waiting", officeId: "zhongzheng", confidential: false }
const triage = {
  assignment: { section, officer },
  category,
  nature: "rights" as const,
  confidential: false,
  respondentId: null,
}

describe("triage", () => {
  test("gives the case to a section and an officer; the petitioner hears of the section only", () => {
    const { petition, events, letters } = granted(decideTriage(accepted, triage, planner))
    expect(petition).toMatchObject({
      status: "assigned",
      sectionId: "register",
      officerId: officer.id,
    })
    expect(petition).toMatchObject({ clock: accepted.clock })
    const shown = JSON.stringify([letters, events.filter((event) => event.isPublic)])
    expect(shown).toContain("戶籍登記課")
    expect(shown).not.toContain(officer.name)
  })

  test.each([
    ["its category is one of wrongdoing", { category: { ...category, confidential: true } }],
    ["it reports misconduct", { nature: "misconduct" as const }],
    ["someone ticked it", { confidential: true }],
  ])("is confidential when %s", (_, more) => {
    expect(
      granted(decideTriage(accepted, { ...triage, ...more }, planner)).petition.confidential,
    ).toBe(true)
  })

  test.each([
    [
      "of another section",
      { officer: { ...officer, sectionId: "other" } },
      "officer-not-in-section",
    ],
    ["of another office", { officer: { ...officer, officeId: "shilin" } }, "officer-unknown"],
    [
      "who only administers",
      { officer: { ...officer, role: "administrator" as const } },
      "officer-unknown",
    ],
  ])("refuses an officer %s", (_, more, code) => {
    const assignment = { ...triage.assignment, ...more }
    expect(refusal(decideTriage(accepted, { ...triage, assignment }, planner))).toBe(code)
  })

  test("the person complained about does not get the case", () => {
    expect(refusal(decideTriage(accepted, { ...triage, respondentId: officer.id }, planner))).toBe(
      "officer-is-respondent",
    )
  })

  test("a category of another office is unknown", () => {
    const foreign = { ...triage, category: { ...category, officeId: "shilin" } }
    expect(refusal(decideTriage(accepted, foreign, planner))).toBe("category-unknown")
  })

  test("twice finds the case already given", () => {
    expect(refusal(decideTriage(assigned, triage, planner))).toBe("not-in-this-state")
  })
})

describe("reassignment", () => {
  const other = {
    section: { id: "records", name: "戶籍資料課" },
    officer: person("case_officer", { id: "ling", sectionId: "records" }),
  }

  test("moves the case and not the clock", () => {
    const { petition } = granted(
      decideReassignment(assigned, { ...other, reason: "屬資料課業務" }, planner),
    )
    expect(petition).toMatchObject({
      sectionId: "records",
      officerId: "ling",
      clock: assigned.clock,
    })
  })

  test("within the section is no news for the petitioner", () => {
    const within = { section, officer: person("case_officer", { id: "mei" }), reason: "請假" }
    expect(
      granted(decideReassignment(assigned, within, planner)).events.some((event) => event.isPublic),
    ).toBe(false)
  })

  test("to the same officer is none", () => {
    expect(refusal(decideReassignment(assigned, { section, officer, reason: "" }, planner))).toBe(
      "same-officer",
    )
  })

  // Received on Friday 20 November: the next working day is Monday the 23rd.
  test.each([
    ["2026-11-20", false],
    ["2026-11-23", false],
    ["2026-11-24", true],
  ])("on %s is later than the next working day: %s", (day, late) => {
    expect(isLateReassignment(assigned, calendarDate(day), calendar)).toBe(late)
  })
})

describe("transfer", () => {
  test("names the agency to the petitioner and ends the case here", () => {
    const asked = { agency: "臺北市建築管理工程處", reason: "騎樓占用屬建管業務" }
    const { petition, letters } = granted(decideTransfer(assigned, asked, planner, at))
    expect(petition).toMatchObject({
      status: "transferred",
      transfer: { ...asked, noticeOn: "2026-11-23" },
    })
    expect(letters).toEqual([{ kind: "transfer", props: { number: assigned.number, ...asked } }])
  })

  test("is not for a chief", () => {
    expect(refusal(decideTransfer(assigned, { agency: "x", reason: "y" }, chief, at))).toBe(
      "not-permitted",
    )
  })
})

describe("merge", () => {
  const main = { ...assigned, id: "p0", number: "ZZ-1151119-00001" }

  test("the case follows the main one and its petitioner is told", () => {
    const { petition, events, letters } = granted(decideMerge(assigned, main, planner, at))
    expect(petition).toMatchObject({ status: "merged", mergedIntoId: "p0" })
    expect(letters).toEqual([expect.objectContaining({ kind: "merge" })])
    expect(events.map((event) => event.petitionId)).toEqual([undefined, "p0"])
  })

  const laterClock = { ...main.clock, receivedOn: calendarDate("2026-11-21") }
  test.each([
    ["nothing", null, "main-not-open"],
    ["another office's case", { ...main, officeId: "shilin" }, "main-not-open"],
    ["itself", assigned, "merge-into-itself"],
    [
      "a later case: the count runs from the first receipt",
      { ...main, clock: laterClock },
      "main-is-later",
    ],
    ["a confidential case", { ...main, confidential: true }, "confidentiality-differs"],
  ])("not into %s", (_, into, code) => {
    expect(refusal(decideMerge(assigned, into, planner, at))).toBe(code)
  })

  test("a case that others follow stays", () => {
    expect(refusal(decideMerge({ ...assigned, followerIds: ["p9"] }, main, planner, at))).toBe(
      "has-followers",
    )
  })
})
