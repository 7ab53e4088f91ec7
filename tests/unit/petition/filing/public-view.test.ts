import { describe, expect, test } from "vitest"
import type { Petition } from "~/domain/petition/petition"
import type { ReplyDraft } from "~/domain/petition/petition-detail"
import { publicView } from "~/domain/petition/filing/public-view"
import { acceptedPetition, pendingPetition, SENT_AT } from "./filing-samples"

const draft: ReplyDraft = {
  kind: "reply",
  disposition: "partly",
  body: "答復內容",
  reason: "SECRET",
  legalBasis: "",
  remedies: [],
  draftedById: "SECRET",
  draftedByName: "SECRET",
}

const { draft: _draft, ...reply } = { ...draft, draft: null }
const replied: Petition = {
  ...acceptedPetition(),
  status: "replied",
  repliedAt: SENT_AT,
  reply: { ...reply, reason: "說明", approvedById: "SECRET", approvedByName: "SECRET" },
}

describe("what a petitioner sees", () => {
  test("has exactly these fields: whoever adds one must say so here", () => {
    const view = publicView(acceptedPetition(), [])
    expect(Object.keys(view ?? {})).toMatchInlineSnapshot(`
      [
        "number",
        "status",
        "subject",
        "content",
        "filedAt",
        "receivedOn",
        "dueOn",
        "statutoryDueOn",
        "counts",
        "events",
        "reply",
        "question",
        "transferredTo",
        "declined",
        "mayWithdraw",
        "isReplyPromised",
      ]
    `)
    expect(Object.keys(publicView(replied, [])?.reply ?? {})).toMatchInlineSnapshot(`
      [
        "disposition",
        "body",
        "reason",
        "legalBasis",
        "remedies",
        "sentOn",
      ]
    `)
  })

  test("holds no draft, remark or name of an officer", () => {
    const working: Petition = {
      ...acceptedPetition(),
      draft,
      remark: "SECRET",
      officerId: "SECRET",
    }
    const waiting: Petition = {
      ...acceptedPetition(),
      status: "pending_approval",
      approval: draft,
      remark: "SECRET",
    }
    for (const petition of [working, waiting, replied]) {
      expect(JSON.stringify(publicView(petition, []))).not.toContain("SECRET")
    }
  })

  test("shows public events and no others", () => {
    const events = [
      { kind: "petition.accepted", at: SENT_AT, isPublic: true },
      { kind: "petition.noted", at: SENT_AT, isPublic: false },
      { kind: "letter.failed", at: SENT_AT, isPublic: true },
    ]
    expect(publicView(acceptedPetition(), events)?.events).toEqual([
      { kind: "petition.accepted", at: SENT_AT },
    ])
  })

  test("promises no reply once there will be none", () => {
    expect(publicView(acceptedPetition(), [])?.isReplyPromised).toBe(true)
    expect(publicView(replied, [])?.isReplyPromised).toBe(true)
    const withdrawn: Petition = {
      ...acceptedPetition(),
      status: "withdrawn",
      remark: null,
      closedAt: SENT_AT,
    }
    expect(publicView(withdrawn, [])?.isReplyPromised).toBe(false)
  })

  test("of a petition without a number is nothing", () => {
    expect(publicView(pendingPetition, [])).toBeNull()
  })
})
