/** An office at work, for the tests of casework: two sections, a person of each role, petitions in any state. */
import { randomUUID } from "node:crypto"
import { ROLES, type Role, type Staff } from "~/domain/access/permission"
import { db } from "~/server/tools/db.server"
import {
  judgeReply,
  requestDecline,
  requestExtension,
  submitReply,
  triagePetition,
} from "~/server/petition/casework/actions.server"
import { recordPetition } from "~/server/petition/casework/record.server"
import { petitionVersion } from "~/server/petition/change.server"
import { type ReadyOffice, aReadyOffice } from "../filing/citizens"
import { granted } from "../../../support/outcomes"
import { aStaff } from "../../../support/people"

export type OfficeAtWork = ReadyOffice & {
  people: Record<Role, Staff>
  colleague: Staff
  otherSection: { id: string; officer: Staff }
}

export async function anOfficeAtWork(): Promise<OfficeAtWork> {
  const office = await aReadyOffice()
  const people = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await aStaff(office, role, role)] as const)),
  ) as Record<Role, Staff>
  const section = await db().section.create({
    data: { officeId: office.id, name: "戶籍登記課" },
    select: { id: true },
  })
  const elsewhere = { ...office, sectionId: section.id }
  const officer = await aStaff(elsewhere, "case_officer", "李小華")
  const colleague = await aStaff(office, "case_officer", "陳同仁")
  return { ...office, people, colleague, otherSection: { id: section.id, officer } }
}

export const written = {
  disposition: "well_founded" as const,
  body: "您反映的等候時間過長一事，經查當日僅開放三個櫃檯，已自本週起增開午間櫃檯。",
  reason: "",
  legalBasis: "",
  remedies: [],
}

export type Case = { id: string; number: string }
type About = { email?: string | null; nature?: "rights" | "enquiry" | "misconduct" }

export async function aNewCase(
  office: OfficeAtWork,
  { email = "ming@example.tw", nature = "rights" }: About = {},
): Promise<Case> {
  const record = {
    ...{ source: "letter" as const, nature, categoryId: office.categoryId },
    ...{ subject: "等候時間過長", content: "上午十點取號，等到十一點半。" },
    ...{ confidential: false, name: "王小明", email, phone: "0912345678", address: null },
    ...{ readBack: false, signed: false, submissionKey: randomUUID() },
  }
  const { number } = granted(await recordPetition(record, office.people.planning_officer))
  return db().petition.findUniqueOrThrow({
    where: { number },
    select: { id: true, number: true },
  }) as Promise<Case>
}

export async function anAssignedCase(office: OfficeAtWork, about: About = {}): Promise<Case> {
  const found = await aNewCase(office, about)
  const { case_officer, planning_officer } = office.people
  const triage = {
    officerId: case_officer.id,
    categoryId: office.categoryId,
    nature: about.nature ?? ("rights" as const),
    confidential: false,
    respondentId: null,
  }
  granted(await triagePetition({ id: found.id }, triage, planning_officer))
  return found
}

export async function aSubmittedCase(office: OfficeAtWork): Promise<Case> {
  const found = await anAssignedCase(office)
  granted(await submitReply({ id: found.id }, written, office.people.case_officer))
  return found
}

export async function aRepliedCase(office: OfficeAtWork): Promise<Case> {
  const found = await aSubmittedCase(office)
  granted(
    await judgeReply({ id: found.id }, { decision: "approve", remark: "" }, office.people.director),
  )
  return found
}

export async function aDeclineAskedCase(office: OfficeAtWork): Promise<Case> {
  const found = await anAssignedCase(office)
  const asked = { ground: "no_content_or_identity" as const, reason: "無具體內容", earlier: [] }
  granted(await requestDecline({ id: found.id }, asked, office.people.case_officer))
  return found
}

export async function anExtensionAskedCase(office: OfficeAtWork): Promise<Case> {
  const found = await anAssignedCase(office)
  const asked = { workingDays: 5, reason: "須函詢內政部", isSpecial: false }
  granted(await requestExtension({ id: found.id }, asked, office.people.case_officer))
  return found
}

/** Told at the counter and written down by the planning officer. */
export async function anOralCase(office: OfficeAtWork): Promise<Case> {
  const record = {
    ...{ source: "counter" as const, nature: "enquiry" as const, categoryId: office.categoryId },
    ...{ subject: "改名要帶什麼", content: "想問改名應備證件。", confidential: false },
    ...{ name: "林女士", email: null, phone: "0223456789", address: null },
    ...{ readBack: true, signed: true, submissionKey: randomUUID() },
  }
  const { number } = granted(await recordPetition(record, office.people.planning_officer))
  return db().petition.findUniqueOrThrow({
    where: { number },
    select: { id: true, number: true },
  }) as Promise<Case>
}

export const seenOf = (found: Case): Promise<string> => petitionVersion(db(), found.id)

export const kindsOf = async (found: Case): Promise<string[]> => {
  const events = await db().event.findMany({
    where: { topic: "petition", subjectId: found.id },
    orderBy: { id: "asc" },
    select: { kind: true },
  })
  return events.map(({ kind }) => kind.replace("petition.", ""))
}
