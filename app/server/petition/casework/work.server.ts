/** What the form of each action asks and which change it leads to: one line for each, counted by the compiler. */
import type { z } from "zod"
import type { Staff } from "~/domain/access/permission"
import type { Outcome } from "~/domain/outcome"
import type { CaseAction } from "~/domain/petition/casework/actions/all"
import { CaseClosureForm } from "~/domain/petition/casework/actions/closure.schema"
import { DeclineForm } from "~/domain/petition/casework/actions/decline.schema"
import { ExtensionForm } from "~/domain/petition/casework/actions/extension.schema"
import { MergeForm } from "~/domain/petition/casework/actions/merge.schema"
import { NoteForm } from "~/domain/petition/casework/actions/note.schema"
import { ReassignmentForm } from "~/domain/petition/casework/actions/reassignment.schema"
import { ReplyForm } from "~/domain/petition/casework/actions/reply.schema"
import { SupplementForm } from "~/domain/petition/casework/actions/supplement.schema"
import { TransferForm } from "~/domain/petition/casework/actions/transfer.schema"
import { TriageForm } from "~/domain/petition/casework/actions/triage.schema"
import { VerdictForm } from "~/domain/petition/casework/verdict.schema"
import { readForm, showProblems } from "../../tools/form.server"
import type { PetitionTarget } from "../change.server"
import * as actions from "./actions.server"
import { afterAction, type Desk } from "./desk.server"

/** Reads the form of an action, does it to the case on the desk, and answers the browser. */
type Work = (request: Request, desk: Desk) => ReturnType<typeof afterAction>

function work<Asked extends { seen?: string | undefined }>(
  schema: z.ZodType<Asked>,
  act: (target: PetitionTarget, asked: Omit<Asked, "seen">, by: Staff) => Promise<Outcome<unknown>>,
): Work {
  return async (request, desk) => {
    const form = await readForm(request, schema)
    if (!form.ok) return showProblems(form)
    const { seen, ...asked } = form.value
    const target = { id: desk.petition.id, ...(seen === undefined ? {} : { seen }) }
    return afterAction(await act(target, asked, desk.staff), desk, form.entered)
  }
}

export const WORK: Record<CaseAction, Work> = {
  triage: work(TriageForm, actions.triagePetition),
  reassignment: work(ReassignmentForm, actions.reassignPetition),
  reply: work(ReplyForm, (target, { intent, ...written }, by) =>
    intent === "draft"
      ? actions.draftReply(target, written, by)
      : actions.submitReply(target, written, by),
  ),
  approval: work(VerdictForm, actions.judgeReply),
  supplement: work(SupplementForm, (target, { question }, by) =>
    actions.requestSupplement(target, question, by),
  ),
  extension: work(ExtensionForm, actions.requestExtension),
  "extension-approval": work(VerdictForm, actions.judgeExtension),
  merge: work(MergeForm, (target, { mainNumber }, by) =>
    actions.mergePetition(target, mainNumber, by),
  ),
  transfer: work(TransferForm, actions.transferPetition),
  decline: work(DeclineForm, actions.requestDecline),
  "decline-approval": work(VerdictForm, actions.judgeDecline),
  closure: work(CaseClosureForm, (target, { remark }, by) =>
    actions.closePetition(target, remark, by),
  ),
  note: work(NoteForm, (target, { text }, by) => actions.notePetition(target, text, by)),
}
