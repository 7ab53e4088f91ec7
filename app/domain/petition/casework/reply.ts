/** The answer: drafted by one person, approved or returned by another, and then sent. Sending stops the clock. */
import { z } from "zod"
import type { Staff } from "../../access/permission"
import { accept, refuse } from "../../outcome"
import { backToWork } from "./decline"
import { endedBase, workingBase } from "./ended"
import { openFor } from "./may-act"
import type { Petition, RepliedPetition } from "../petition"
import type { LetterRequest } from "../../letter/letters"
import type { Decision, PetitionChange } from "../petition-change"
import { type ReplyDraft } from "../petition-detail"
import { DISPOSITIONS, REMEDIES } from "../../letter/statements"

export type ReplyWritten = Omit<ReplyDraft, "kind" | "draftedById" | "draftedByName">
const MIN_BODY = 20 // characters: 「處理中」 is not an answer

/** Keeps the draft without handing it in. */
export function decideDraft(petition: Petition, written: ReplyWritten, by: Staff): Decision {
  const open = openFor(petition, by, "reply")
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: { ...open.value, draft: draftOf(written, by) },
    events: [{ kind: "petition.drafted", isPublic: false, detail: {} }],
    letters: [],
  })
}

/** Hands the draft in. §171 I: who is told that a petition is not well founded is told why. */
export function decideSubmission(petition: Petition, written: ReplyWritten, by: Staff): Decision {
  const open = openFor(petition, by, "reply")
  if (!open.ok) return open
  if (written.body.trim().length < MIN_BODY) {
    return refuse("reply-too-short", { field: "body", params: { count: MIN_BODY } })
  }
  if (written.disposition !== "well_founded" && written.reason.trim() === "") {
    return refuse("reason-required", { field: "reason" })
  }
  const draft = draftOf(written, by)
  return accept<PetitionChange>({
    petition: {
      ...workingBase(open.value),
      status: "pending_approval",
      approval: draft,
      draft,
      remark: null,
    },
    events: [
      { kind: "petition.submitted", isPublic: false, detail: { disposition: written.disposition } },
    ],
    letters: [],
  })
}

/** A second person approves; the reply goes out, also to the petitioners of the cases merged into this one. */
export function decideApproval(petition: Petition, by: Staff, at: Date): Decision {
  const open = openFor(petition, by, "approval")
  if (!open.ok) return open
  if (open.value.status !== "pending_approval" || open.value.approval.kind !== "reply") {
    return refuse("not-in-this-state")
  }
  const { kind: _, ...draft } = open.value.approval
  const reply = { ...draft, approvedById: by.id, approvedByName: by.name }
  const replied: RepliedPetition = {
    ...endedBase(open.value),
    status: "replied",
    reply,
    repliedAt: at,
  }
  return accept<PetitionChange>({
    petition: replied,
    events: [
      { kind: "petition.replied", isPublic: true, detail: { disposition: reply.disposition } },
      ...replied.followerIds.map((petitionId) => ({
        kind: "petition.replied" as const,
        isPublic: true as const,
        detail: { underMain: true as const },
        petitionId,
      })),
    ],
    letters: repliesTo(replied),
  })
}

export function decideReturn(petition: Petition, remark: string, by: Staff): Decision {
  const open = openFor(petition, by, "approval")
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: backToWork(open.value, remark),
    events: [{ kind: "petition.returned", isPublic: false, detail: { remark } }],
    letters: [],
  })
}

function draftOf(written: ReplyWritten, by: Staff): ReplyDraft {
  return { kind: "reply", ...written, draftedById: by.id, draftedByName: by.name }
}

function repliesTo({ reply, number, followerIds }: RepliedPetition): LetterRequest[] {
  const { disposition, body, reason, legalBasis, remedies } = reply
  const props = { disposition, body, reason, legalBasis, remedies }
  // A follower's letter carries the follower's own number, which the hands know.
  const toFollowers = followerIds.map((petitionId) => ({
    kind: "reply" as const,
    props,
    petitionId,
  }))
  return [{ kind: "reply", props: { ...props, number } }, ...toFollowers]
}

/** What the form of the reply sends. */
export const ReplyWritten = z.object({
  disposition: z.enum(DISPOSITIONS, { error: "disposition-required" }),
  // One ticked box arrives as a text, several as a list, none not at all.
  remedies: z
    .union([z.enum(REMEDIES).transform((one) => [one]), z.array(z.enum(REMEDIES))])
    .default([]),
  body: z.string().trim().min(1, "body-required").max(8_000, "too-long"),
  reason: z.string().trim().max(2_000, "too-long").default(""),
  legalBasis: z.string().trim().max(500, "too-long").default(""),
})
