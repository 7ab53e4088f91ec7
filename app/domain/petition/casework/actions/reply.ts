/** 撰擬回復: the answer, kept as a draft or handed in for approval by another person. */
import type { Staff } from "../../../access/permission"
import { accept, refuse } from "../../../outcome"
import type { Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import type { ReplyDraft } from "../../petition-detail"
import { workingBase } from "../ended"
import { type ActionRule, IN_HAND, openFor } from "../may-act"

export const replyRule: ActionRule = {
  permission: "petition.reply",
  states: IN_HAND,
  by: "who-handles-it",
  clock: "runs-until-sent",
}

export type ReplyWritten = Omit<ReplyDraft, "kind" | "draftedById" | "draftedByName">
const MIN_BODY = 20 // characters: 「處理中」 is not an answer

/** Keeps the draft without handing it in. */
export function decideDraft(petition: Petition, written: ReplyWritten, by: Staff): Decision {
  const open = openFor(petition, by, replyRule)
  if (!open.ok) return open
  return accept<PetitionChange>({
    petition: { ...open.value, draft: draftOf(written, by) },
    events: [{ kind: "petition.drafted", isPublic: false, detail: {} }],
    letters: [],
  })
}

/** Hands the draft in. §171 I: who is told that a petition is not well founded is told why. */
export function decideSubmission(petition: Petition, written: ReplyWritten, by: Staff): Decision {
  const open = openFor(petition, by, replyRule)
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

function draftOf(written: ReplyWritten, by: Staff): ReplyDraft {
  return { kind: "reply", ...written, draftedById: by.id, draftedByName: by.name }
}
