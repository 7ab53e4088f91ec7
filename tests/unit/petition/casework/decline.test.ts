import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { CASEWORK_RULES } from "~/domain/petition/casework/rules"
import { decideDeclineRequest } from "~/domain/petition/casework/actions/decline"
import {
  decideDeclineApproval,
  decideDeclineRefusal,
} from "~/domain/petition/casework/actions/decline-approval"
import { decideNote } from "~/domain/petition/casework/actions/note"
import { columnsOf, petitionOf } from "~/domain/petition/petition-row"
import { decideSupplementRequest } from "~/domain/petition/casework/actions/supplement"
import { decideSupplementAnswer } from "~/domain/petition/casework/supplement-answer"
import { decideWithdrawal } from "~/domain/petition/casework/withdraw"
import {
  accepted,
  assigned,
  at,
  awaiting,
  calendar,
  chief,
  declineAsked,
  director,
  officer,
  planner,
  replied,
  submitted,
} from "./samples"
import { granted, refusal } from "../../../support/outcomes"

describe("declining (§173)", () => {
  const asked = { ground: "no_content_or_identity" as const, reason: "無姓名住址", earlier: [] }

  test("is asked for and waits", () => {
    const { petition, letters } = granted(decideDeclineRequest(assigned, asked, officer))
    expect(petition).toMatchObject({
      status: "pending_approval",
      approval: { kind: "decline", ground: asked.ground },
    })
    expect(letters).toEqual([])
  })

  test.each([
    [1, false],
    [2, true],
    [3, true],
  ])("as a repeated petition after %i clear answers: %s", (count, may) => {
    const earlier = Array.from({ length: count }, (_, nth) => `ZZ-1151001-0000${nth}`)
    expect(
      decideDeclineRequest(assigned, { ...asked, ground: "answered_repeatedly", earlier }, officer)
        .ok,
    ).toBe(may)
  })

  test("approved, it keeps its number and the petitioner is told the ground", () => {
    const { petition, letters } = granted(decideDeclineApproval(declineAsked, planner, at))
    expect(petition).toMatchObject({
      status: "not_processed",
      number: assigned.number,
      decline: { approvedById: planner.id },
    })
    expect(letters).toEqual([expect.objectContaining({ kind: "not-processed" })])
  })

  test("is not approved by who asked, nor by a chief, nor when a reply waits", () => {
    const own = {
      ...declineAsked,
      approval: { ...declineAsked.approval, requestedById: director.id },
    }
    expect(refusal(decideDeclineApproval(own, director, at))).toBe("own-request")
    expect(refusal(decideDeclineApproval(declineAsked, chief, at))).toBe("not-permitted")
    expect(refusal(decideDeclineApproval(submitted, planner, at))).toBe("not-in-this-state")
  })

  test("refused, it goes back to its officer, or to the new cases", () => {
    expect(granted(decideDeclineRefusal(declineAsked, "仍應處理", planner)).petition.status).toBe(
      "assigned",
    )
    const unassigned = { ...declineAsked, officerId: null, sectionId: null }
    expect(granted(decideDeclineRefusal(unassigned, "仍應處理", planner)).petition.status).toBe(
      "accepted",
    )
  })
})

describe("supplement (§171 II)", () => {
  const onDay = (date: string) => ({ today: calendarDate(date), calendar })

  test("asks, says until when, and lets the clock run on", () => {
    const { petition, letters } = granted(
      decideSupplementRequest(assigned, "哪一天？", officer, onDay("2026-11-23")),
    )
    expect(petition).toMatchObject({ status: "awaiting_supplement", clock: assigned.clock })
    expect(petition).toMatchObject({ supplement: { answerBy: "2026-12-02", stopsClock: false } })
    expect(letters).toHaveLength(1)
  })

  test("the answer brings the case back to its officer with the same due date", () => {
    const { petition } = granted(
      decideSupplementAnswer(awaiting, "十一月二日", onDay("2026-11-26")),
    )
    expect(petition).toMatchObject({ status: "assigned", clock: assigned.clock })
  })

  test("where the clock stood still, the three working days of waiting come back", () => {
    const stopped = { ...awaiting, supplement: { ...awaiting.supplement, stopsClock: true } }
    const { petition } = granted(decideSupplementAnswer(stopped, "十一月二日", onDay("2026-11-26")))
    expect(petition).toMatchObject({ clock: { dueOn: "2026-12-03" } })
  })

  test("but nothing carries the promise past the legal bound", () => {
    const stopped = { ...awaiting, supplement: { ...awaiting.supplement, stopsClock: true } }
    const { petition } = granted(decideSupplementAnswer(stopped, "…", onDay("2027-01-20")))
    expect(petition).toMatchObject({ clock: { dueOn: "2026-12-21" } })
  })

  test("an answer nobody asked for is refused", () => {
    expect(refusal(decideSupplementAnswer(assigned, "…", onDay("2026-11-26")))).toBe(
      "not-in-this-state",
    )
  })

  test("whether the clock stops is the office's setting", () => {
    const rules = { ...CASEWORK_RULES, supplementStopsClock: true }
    const { petition } = granted(
      decideSupplementRequest(assigned, "？", officer, { ...onDay("2026-11-23"), rules }),
    )
    expect(petition).toMatchObject({ supplement: { stopsClock: true } })
  })
})

describe("withdrawal and notes", () => {
  test("an open petition may be taken back, an answered one may not", () => {
    expect(granted(decideWithdrawal(awaiting, "", at)).petition.status).toBe("withdrawn")
    expect(refusal(decideWithdrawal(replied, "", at))).toBe("not-in-this-state")
  })

  test("a case that others follow is not withdrawn from under them", () => {
    expect(refusal(decideWithdrawal({ ...assigned, followerIds: ["p9"] }, "", at))).toBe(
      "has-followers",
    )
  })

  test("a note changes nothing and is never public", () => {
    const { petition, events } = granted(decideNote(replied, "已電話聯絡", officer))
    expect(petition).toBe(replied)
    expect(events).toEqual([expect.objectContaining({ isPublic: false })])
  })
})

test.each([accepted, assigned, awaiting, submitted, declineAsked, replied])(
  "a petition survives being written and read: $status",
  (petition) => {
    const columns = columnsOf(petition)
    const stored = JSON.parse(
      JSON.stringify({ detail: columns.detail, trace: columns.deadlineTrace }),
    )
    const row = {
      id: petition.id,
      number: null,
      receivedOn: null,
      dueOn: null,
      statutoryDueOn: null,
      deadlineTrace: null,
      extensionCount: 0,
      sectionId: null,
      officerId: null,
      ...columns,
    }
    expect(
      petitionOf({ ...row, detail: stored.detail, deadlineTrace: stored.trace, merged: [] }),
    ).toMatchObject(
      JSON.parse(
        JSON.stringify({ ...petition, filedAt: undefined, repliedAt: undefined, draft: undefined }),
      ),
    )
  },
)
