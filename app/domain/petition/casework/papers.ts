/** What the present state of a case holds for its page: a reply or its draft, a question, a request, a remark. */
import type { CalendarDate } from "../../deadline/calendar-date"
import type { RegisteredPetition } from "../petition"
import type {
  Decline,
  DeclineRequest,
  ExtensionRequest,
  Reply,
  ReplyDraft,
  Transfer,
} from "../petition-detail"

export type CasePapers = {
  remark: string | null
  /** Sent, or written and not yet sent. */
  reply: Reply | ReplyDraft | null
  replyState: "sent" | "submitted" | "saved"
  question: { text: string; answerBy: CalendarDate } | null
  extension: ExtensionRequest | null
  decline: Decline | DeclineRequest | null
  transfer: Transfer | null
}

export function papersOf(petition: RegisteredPetition): CasePapers {
  const working = "extensionRequest" in petition ? petition : null
  return {
    remark: "remark" in petition ? petition.remark : null,
    reply: "reply" in petition ? petition.reply : draftOf(petition),
    replyState: replyStateOf(petition),
    question: questionOf(petition),
    extension: working?.extensionRequest ?? null,
    decline: declineOf(petition),
    transfer: petition.status === "transferred" ? petition.transfer : null,
  }
}

function replyStateOf(petition: RegisteredPetition): CasePapers["replyState"] {
  if ("reply" in petition) return "sent"
  return petition.status === "pending_approval" ? "submitted" : "saved"
}

function draftOf(petition: RegisteredPetition): ReplyDraft | null {
  if (petition.status === "pending_approval") {
    return petition.approval.kind === "reply" ? petition.approval : null
  }
  return "draft" in petition ? petition.draft : null
}

function questionOf(petition: RegisteredPetition): CasePapers["question"] {
  if (petition.status !== "awaiting_supplement") return null
  return { text: petition.supplement.question, answerBy: petition.supplement.answerBy }
}

function declineOf(petition: RegisteredPetition): CasePapers["decline"] {
  if (petition.status === "not_processed") return petition.decline
  if (petition.status !== "pending_approval") return null
  return petition.approval.kind === "decline" ? petition.approval : null
}
