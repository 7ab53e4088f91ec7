import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { decideExtensionRequest } from "~/domain/petition/casework/actions/extension"
import {
  decideExtensionApproval,
  decideExtensionRefusal,
} from "~/domain/petition/casework/actions/extension-approval"
import { assigned, calendar, chief, director, officer, planner } from "./samples"
import { granted, refusal } from "../../../support/outcomes"

const asked = { workingDays: 5, reason: "須函詢內政部", isSpecial: false }
const onDay = (date: string) => ({ today: calendarDate(date), calendar })
const requested = granted(
  decideExtensionRequest(assigned, asked, officer, onDay("2026-11-25")),
).petition

describe("asking", () => {
  test("five working days after the due date of 30 November is 7 December", () => {
    expect(requested).toMatchObject({
      extensionRequest: { newDueOn: "2026-12-07", isSpecial: false },
    })
    expect(requested).toMatchObject({ clock: { dueOn: "2026-11-30" } })
  })

  test.each([
    ["the day before the due date", "2026-11-29", true],
    ["the due date", "2026-11-30", true],
    ["the day after", "2026-12-01", false],
  ])("on %s: %s", (_, day, may) => {
    expect(decideExtensionRequest(assigned, asked, officer, onDay(day)).ok).toBe(may)
  })

  // The legal bound of a petition received on 20 November is Monday 21 December (§48 IV).
  test.each([
    ["the day before the bound", 14, true],
    ["the bound itself", 15, true],
    ["the day after the bound", 16, false],
  ])("up to %s", (_, workingDays, may) => {
    expect(
      decideExtensionRequest(assigned, { ...asked, workingDays }, officer, onDay("2026-11-25")).ok,
    ).toBe(may)
  })

  test("past the bound it must be asked for as a special case", () => {
    const far = { ...asked, workingDays: 16 }
    expect(refusal(decideExtensionRequest(assigned, far, officer, onDay("2026-11-25")))).toBe(
      "past-legal-bound",
    )
    const special = decideExtensionRequest(
      assigned,
      { ...far, isSpecial: true },
      officer,
      onDay("2026-11-25"),
    )
    expect(granted(special).petition).toMatchObject({ extensionRequest: { isSpecial: true } })
  })

  test("one at a time, and no more often than the office allows", () => {
    expect(refusal(decideExtensionRequest(requested, asked, officer, onDay("2026-11-25")))).toBe(
      "extension-already-requested",
    )
    const once = { ...assigned, extensionCount: 1 }
    expect(refusal(decideExtensionRequest(once, asked, officer, onDay("2026-11-25")))).toBe(
      "no-more-extensions",
    )
  })

  test("a date the calendar does not reach is not guessed", () => {
    const late = { ...assigned, clock: { ...assigned.clock, dueOn: calendarDate("2027-12-30") } }
    expect(refusal(decideExtensionRequest(late, asked, officer, onDay("2026-11-25")))).toBe(
      "calendar-missing",
    )
  })
})

describe("approving", () => {
  test("moves the due date, keeps both counts and tells the petitioner why", () => {
    const { petition, letters } = granted(decideExtensionApproval(requested, chief, calendar))
    expect(petition).toMatchObject({
      extensionCount: 1,
      extensionRequest: null,
      clock: { dueOn: "2026-12-07" },
    })
    expect(petition).toHaveProperty("clock.trace.length", 2)
    expect(letters).toEqual([
      {
        kind: "extension",
        props: { number: assigned.number, dueOn: "2026-12-07", reason: asked.reason },
      },
    ])
  })

  test("is not for the one who asked, nor for the planning officer", () => {
    const byChief = granted(
      decideExtensionRequest(assigned, asked, chief, onDay("2026-11-25")),
    ).petition
    expect(refusal(decideExtensionApproval(byChief, chief, calendar))).toBe("own-request")
    expect(refusal(decideExtensionApproval(requested, planner, calendar))).toBe("not-permitted")
  })

  test("of a special case is for the director", () => {
    const far = { ...asked, workingDays: 16, isSpecial: true }
    const special = granted(
      decideExtensionRequest(assigned, far, officer, onDay("2026-11-25")),
    ).petition
    expect(refusal(decideExtensionApproval(special, chief, calendar))).toBe(
      "special-needs-director",
    )
    expect(granted(decideExtensionApproval(special, director, calendar)).petition).toMatchObject({
      extensionCount: 1,
    })
  })

  test("a typhoon day meanwhile never carries it past the bound unasked", () => {
    const closures = new Map([
      [calendarDate("2026-12-21"), { kind: "closed" as const, reason: "颱風" }],
    ])
    const toTheBound = granted(
      decideExtensionRequest(assigned, { ...asked, workingDays: 15 }, officer, onDay("2026-11-25")),
    )
    expect(
      refusal(decideExtensionApproval(toTheBound.petition, chief, { ...calendar, closures })),
    ).toBe("past-legal-bound")
  })

  test("refused, the due date stays and the remark is kept", () => {
    const { petition, letters } = granted(decideExtensionRefusal(requested, "請如期辦理", chief))
    expect(petition).toMatchObject({
      extensionRequest: null,
      remark: "請如期辦理",
      clock: { dueOn: "2026-11-30" },
    })
    expect(letters).toEqual([])
  })
})
