/** The actions of casework: each looks up what its decision needs and changes the petition by it. */
import { z } from "zod"
import { ROLES, type Staff } from "~/domain/access/permission"
import { type Outcome, refuse } from "~/domain/outcome"
import { decideClosure } from "~/domain/petition/casework/actions/closure"
import { decideApproval, decideReturn } from "~/domain/petition/casework/actions/approval"
import { type DeclineAsked, decideDeclineRequest } from "~/domain/petition/casework/actions/decline"
import {
  decideDeclineApproval,
  decideDeclineRefusal,
} from "~/domain/petition/casework/actions/decline-approval"
import {
  decideExtensionRequest,
  type ExtensionAsked,
} from "~/domain/petition/casework/actions/extension"
import {
  decideExtensionApproval,
  decideExtensionRefusal,
} from "~/domain/petition/casework/actions/extension-approval"
import { decideMerge } from "~/domain/petition/casework/actions/merge"
import { decideNote } from "~/domain/petition/casework/actions/note"
import type { Nature, Petition } from "~/domain/petition/petition"
import { decideReassignment } from "~/domain/petition/casework/actions/reassignment"
import {
  decideDraft,
  decideSubmission,
  type ReplyWritten,
} from "~/domain/petition/casework/actions/reply"
import { decideSupplementRequest } from "~/domain/petition/casework/actions/supplement"
import { decideTransfer } from "~/domain/petition/casework/actions/transfer"
import { decideTriage } from "~/domain/petition/casework/actions/triage"
import type { Assignment } from "~/domain/petition/casework/assignment"
import { earlierAnswers } from "~/domain/petition/casework/earlier-answers"
import { decideSupplementAnswer } from "~/domain/petition/casework/supplement-answer"
import type { Verdict } from "~/domain/petition/casework/verdict"
import { decideWithdrawal } from "~/domain/petition/casework/withdraw"
import { officeCalendar } from "../../deadline/calendar.server"
import { now, today } from "../../tools/clock.server"
import { db } from "../../tools/db.server"
import { changePetition, type PetitionTarget } from "../change.server"

type Done = Promise<Outcome<Petition>>

export async function triagePetition(
  target: PetitionTarget,
  asked: {
    officerId: string
    categoryId: string
    nature: Nature
    confidential: boolean
    respondentId: string | null
  },
  by: Staff,
): Done {
  const assignment = await findAssignment(asked.officerId, by.officeId)
  if (!assignment) return refuse("officer-unknown", { field: "officerId" })
  const category = await db().petitionCategory.findFirst({
    where: { id: asked.categoryId, officeId: by.officeId },
    select: { id: true, officeId: true, confidential: true },
  })
  if (!category) return refuse("category-unknown", { field: "categoryId" })
  const { nature, confidential, respondentId } = asked
  const triage = { assignment, category, nature, confidential, respondentId }
  return changePetition(target, by, (petition) => decideTriage(petition, triage, by))
}

export async function reassignPetition(
  target: PetitionTarget,
  asked: { officerId: string; reason: string },
  by: Staff,
): Done {
  const assignment = await findAssignment(asked.officerId, by.officeId)
  if (!assignment) return refuse("officer-unknown", { field: "officerId" })
  const change = { ...assignment, reason: asked.reason }
  return changePetition(target, by, (petition) => decideReassignment(petition, change, by))
}

/** A person of this office who still works there, with the section; null where there is none. */
async function findAssignment(officerId: string, officeId: string): Promise<Assignment | null> {
  const person = await db().staff.findFirst({
    where: { id: officerId, officeId, isActive: true, section: { isNot: null } },
    select: { id: true, name: true, role: true, officeId: true, sectionId: true, section: true },
  })
  if (!person?.section) return null
  const { section, role, ...officer } = person
  return {
    officer: { ...officer, role: z.enum(ROLES).parse(role) },
    section: { id: section.id, name: section.name },
  }
}

export function transferPetition(
  target: PetitionTarget,
  asked: { agency: string; reason: string },
  by: Staff,
): Done {
  return changePetition(target, by, (petition) => decideTransfer(petition, asked, by, now()))
}

/** Joins the petition to the case of that number. */
export async function mergePetition(target: PetitionTarget, mainNumber: string, by: Staff): Done {
  const main = await db().petition.findFirst({
    where: { number: mainNumber, officeId: by.officeId },
    select: { id: true },
  })
  if (!main) return refuse("main-not-open", { field: "mainNumber" })
  if (main.id === target.id) return refuse("merge-into-itself", { field: "mainNumber" })
  return changePetition({ ...target, alongside: main.id }, by, (petition, other) =>
    decideMerge(petition, other, by, now()),
  )
}

/** `earlier`: the numbers that were typed; only answers to the same person on the same matter count. */
export async function requestDecline(target: PetitionTarget, asked: DeclineAsked, by: Staff): Done {
  const earlier = await findEarlierAnswers(target.id, asked.earlier, by.officeId)
  return changePetition(target, by, (petition) =>
    decideDeclineRequest(petition, { ...asked, earlier }, by),
  )
}

async function findEarlierAnswers(id: string, typed: string[], officeId: string) {
  const read = { number: true, categoryId: true, repliedAt: true, contact: CONTACT } as const
  const present = await db().petition.findUnique({ where: { id }, select: read })
  if (!present || typed.length === 0) return []
  const named = await db().petition.findMany({
    where: { officeId, number: { in: typed }, id: { not: id } },
    select: read,
    orderBy: { number: "asc" },
  })
  const others = named.map(({ number, contact, ...one }) => ({
    ...one,
    number: number ?? "",
    petitioner: contact,
  }))
  return earlierAnswers({ ...present, petitioner: present.contact }, others)
}

const CONTACT = { select: { name: true, email: true, phone: true, address: true } } as const

export function judgeDecline(target: PetitionTarget, verdict: Verdict, by: Staff): Done {
  return changePetition(target, by, (petition) =>
    verdict.decision === "approve"
      ? decideDeclineApproval(petition, by, now())
      : decideDeclineRefusal(petition, verdict.remark, by),
  )
}

export async function requestSupplement(target: PetitionTarget, question: string, by: Staff): Done {
  const day = { today: today(), calendar: await officeCalendar(by.officeId) }
  return changePetition(target, by, (petition) =>
    decideSupplementRequest(petition, question, by, day),
  )
}

/** The petitioner answers from the tracking page. */
export async function answerSupplement(id: string, officeId: string, answer: string): Done {
  const day = { today: today(), calendar: await officeCalendar(officeId) }
  return changePetition(id, null, (petition) => decideSupplementAnswer(petition, answer, day))
}

export async function requestExtension(
  target: PetitionTarget,
  asked: ExtensionAsked,
  by: Staff,
): Done {
  const day = { today: today(), calendar: await officeCalendar(by.officeId) }
  return changePetition(target, by, (petition) => decideExtensionRequest(petition, asked, by, day))
}

export async function judgeExtension(target: PetitionTarget, verdict: Verdict, by: Staff): Done {
  const calendar = await officeCalendar(by.officeId)
  return changePetition(target, by, (petition) =>
    verdict.decision === "approve"
      ? decideExtensionApproval(petition, by, calendar)
      : decideExtensionRefusal(petition, verdict.remark, by),
  )
}

export function draftReply(target: PetitionTarget, written: ReplyWritten, by: Staff): Done {
  return changePetition(target, by, (petition) => decideDraft(petition, written, by))
}

export function submitReply(target: PetitionTarget, written: ReplyWritten, by: Staff): Done {
  return changePetition(target, by, (petition) => decideSubmission(petition, written, by))
}

export function judgeReply(target: PetitionTarget, verdict: Verdict, by: Staff): Done {
  return changePetition(target, by, (petition) =>
    verdict.decision === "approve"
      ? decideApproval(petition, by, now())
      : decideReturn(petition, verdict.remark, by),
  )
}

export function closePetition(target: PetitionTarget, remark: string, by: Staff): Done {
  return changePetition(target, by, (petition) => decideClosure(petition, remark, by, now()))
}

/** The petitioner takes it back from the tracking page. */
export function withdrawPetition(id: string, reason: string): Done {
  return changePetition(id, null, (petition) => decideWithdrawal(petition, reason, now()))
}

export function notePetition(target: PetitionTarget, text: string, by: Staff): Done {
  return changePetition(target, by, (petition) => decideNote(petition, text, by))
}
