import { describe, expect, test } from "vitest"
import { decideClosure } from "~/domain/petition/casework/actions/closure"
import { decideApproval, decideReturn } from "~/domain/petition/casework/actions/approval"
import { decideDraft, decideSubmission } from "~/domain/petition/casework/actions/reply"
import { ReplyForm } from "~/domain/petition/casework/actions/reply.schema"
import {
  accepted,
  assigned,
  at,
  awaiting,
  chief,
  officer,
  person,
  replied,
  submitted,
  written,
} from "./samples"
import { granted, refusal } from "../../../support/outcomes"

describe("drafting", () => {
  test("a draft is kept and the case stays where it was", () => {
    const { petition } = granted(decideDraft(awaiting, written, officer))
    expect(petition).toMatchObject({
      status: "awaiting_supplement",
      draft: { draftedById: officer.id },
    })
  })

  test("handing in waits for a second person", () => {
    const { petition, letters } = granted(decideSubmission(assigned, written, officer))
    expect(petition.status).toBe("pending_approval")
    expect(letters).toEqual([])
  })

  test("what is not well founded needs its reason (§171 I)", () => {
    const unfounded = { ...written, disposition: "not_well_founded" as const }
    expect(refusal(decideSubmission(assigned, unfounded, officer))).toBe("reason-required")
    expect(
      refusal(decideSubmission(assigned, { ...unfounded, disposition: "partly" }, officer)),
    ).toBe("reason-required")
    expect(
      granted(decideSubmission(assigned, { ...unfounded, reason: "查無此事" }, officer)).petition
        .status,
    ).toBe("pending_approval")
  })

  test("「處理中」 is not an answer", () => {
    expect(refusal(decideSubmission(assigned, { ...written, body: "處理中" }, officer))).toBe(
      "reply-too-short",
    )
  })

  test("a colleague does not answer it", () => {
    expect(
      refusal(decideSubmission(assigned, written, person("case_officer", { id: "colleague" }))),
    ).toBe("not-your-case")
  })

  test("a single ticked remedy is a list of one", () => {
    const sent = { ...written, seen: "1", intent: "draft" }
    expect(ReplyForm.parse({ ...sent, remedies: "litigation" }).remedies).toEqual(["litigation"])
    const { remedies: _none, ...untouched } = sent
    expect(ReplyForm.parse(untouched).remedies).toEqual([])
  })
})

describe("approval", () => {
  test("the reply goes out and the clock stops", () => {
    const { petition, letters, events } = granted(decideApproval(submitted, chief, at))
    expect(petition).toMatchObject({
      status: "replied",
      repliedAt: at,
      reply: { approvedById: chief.id },
    })
    expect(letters).toEqual([expect.objectContaining({ kind: "reply" })])
    expect(events).toEqual([expect.objectContaining({ kind: "petition.replied", isPublic: true })])
  })

  test("the petitioners of merged cases get the reply too", () => {
    const main = { ...submitted, followerIds: ["p2", "p3"] }
    const { letters, events } = granted(decideApproval(main, chief, at))
    expect(letters.map((letter) => letter.petitionId)).toEqual([undefined, "p2", "p3"])
    expect(events).toHaveLength(3)
  })

  test("a second approval finds nothing to approve", () => {
    const { petition } = granted(decideApproval(submitted, chief, at))
    expect(refusal(decideApproval(petition, chief, at))).toBe("not-in-this-state")
  })

  test("the drafter does not approve", () => {
    const own = person("director", { id: officer.id })
    expect(refusal(decideApproval(submitted, own, at))).toBe("own-draft")
  })

  test("returned drafts come back with the remark and keep their words", () => {
    const { petition } = granted(decideReturn({ ...submitted, draft: null }, "請補法令依據", chief))
    expect(petition).toMatchObject({ status: "assigned", remark: "請補法令依據" })
  })
})

describe("closing", () => {
  test("a replied case keeps its reply", () => {
    const { petition } = granted(decideClosure(replied, "", officer, at))
    expect(petition).toMatchObject({ status: "closed", reply: replied.reply, remark: null })
  })

  test("an enquiry at the counter closes on the spot, with what was said", () => {
    const spoken = { ...accepted, source: "counter" as const, nature: "enquiry" as const }
    expect(refusal(decideClosure(spoken, "", chief, at))).toBe("closing-remark-required")
    const { petition } = granted(decideClosure(spoken, "已說明應備證件", chief, at))
    expect(petition).toMatchObject({ status: "closed", reply: null, repliedAt: at })
  })

  test("anything else is answered before it is closed", () => {
    expect(refusal(decideClosure(assigned, "好", officer, at))).toBe("answer-before-closing")
  })
})
