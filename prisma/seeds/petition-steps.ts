/** What the office and the petitioner do next in a story, by the actions of casework. */
import type { Staff } from "~/domain/access/permission"
import { neverHappens } from "~/domain/outcome"
import { db } from "~/server/tools/db.server"
import { lapseUnconfirmed } from "~/server/petition/filing/file.server"
import * as actions from "~/server/petition/casework/actions.server"
import type { Step } from "./petition-fates"
import { granted, handlerOf, personOf, type SeedingOffice, type Story } from "./petition-office"

export type SeededCase = {
  id: string
  number: string
  office: SeedingOffice
  story: Story
  nth: number
}

const APPROVED = { decision: "approve", remark: "" } as const

export async function takeStep(step: Step, found: SeededCase): Promise<void> {
  const { id, office, story } = found
  const officer = handlerOf(office, story.section)
  const [director, planner] = [personOf(office, "director"), personOf(office, "planning_officer")]
  const of = { id }
  switch (step) {
    case "triage":
      return void granted(await actions.triagePetition(of, triageOf(found, officer), planner))
    case "reassign":
      return void granted(
        await actions.reassignPetition(
          of,
          { officerId: other(found, officer).id, reason: "業務調整，改由同課同仁承辦。" },
          planner,
        ),
      )
    case "supplement":
      return void granted(await actions.requestSupplement(of, QUESTION, officer))
    case "answer":
      return void granted(
        await actions.answerSupplement(id, office.id, "是上週一早上十點左右，號碼牌我有留著。"),
      )
    case "ask-extension":
      return void granted(
        await actions.requestExtension(
          of,
          {
            workingDays: 5,
            reason: "案情須函詢內政部戶政司，俟函復後再行回復。",
            isSpecial: false,
          },
          officer,
        ),
      )
    case "grant-extension":
      return void granted(await actions.judgeExtension(of, APPROVED, director))
    case "submit":
      return void granted(await actions.submitReply(of, replyOf(story), await holderOf(found)))
    case "return":
      return void granted(
        await actions.judgeReply(
          of,
          { decision: "return", remark: "請補上改善的日期，並說明後續如何追蹤。" },
          approverOf(found),
        ),
      )
    case "approve":
      return void granted(await actions.judgeReply(of, APPROVED, approverOf(found)))
    case "close":
      return void granted(await actions.closePetition(of, "", await holderOf(found)))
    case "close-on-the-spot":
      return void granted(await actions.closePetition(of, story.reply, director))
    case "transfer":
      return void granted(
        await actions.transferPetition(
          of,
          {
            agency: await agencyFor(found),
            reason: "所陳事項屬該機關權責。",
          },
          director,
        ),
      )
    case "merge":
      return mergeInto(found, planner)
    case "ask-decline":
      return void granted(await actions.requestDecline(of, DECLINE, officer))
    case "grant-decline":
      return void granted(await actions.judgeDecline(of, APPROVED, planner))
    case "withdraw":
      return void granted(await actions.withdrawPetition(id, "問題已經解決"))
    case "lapse":
      return void (await lapseUnconfirmed())
    default:
      return neverHappens(step)
  }
}

const QUESTION =
  "請問是哪一天、大約幾點，在哪一個櫃檯？如有號碼牌或收據，請一併告訴我們上面的號碼。"
const DECLINE = {
  ground: "no_content_or_identity" as const,
  reason: "來信未具真實姓名，且所留電話經三次聯繫均為空號，亦未敘明具體事實。",
  earlier: [],
}

function triageOf({ office, story }: SeededCase, officer: Staff) {
  const isAboutStaff = story.category === "staff-misconduct"
  const respondent = office.staff.find(
    ({ role, id }) => role === "case_officer" && id !== officer.id,
  )
  return {
    officerId: officer.id,
    categoryId: office.categories.get(story.category) ?? "",
    nature: story.nature,
    confidential: false,
    respondentId: isAboutStaff ? (respondent?.id ?? null) : null,
  }
}

/** Street lamps and arcades are the business of other agencies of the same city. */
async function agencyFor({ office, story }: SeededCase): Promise<string> {
  const { city } = await db().office.findUniqueOrThrow({
    where: { id: office.id },
    select: { city: true },
  })
  const isLamp = story.subject.includes("路燈")
  if (city === "臺中市") return isLamp ? "臺中市政府建設局" : "臺中市政府都市發展局"
  return isLamp ? "臺北市政府工務局公園路燈工程管理處" : "臺北市建築管理工程處"
}

/** Another officer of the same section, or the section's chief where there is only one. */
function other({ office }: SeededCase, officer: Staff): Staff {
  const nearby = office.staff.filter(
    (one) =>
      one.sectionId === officer.sectionId && one.id !== officer.id && one.role !== "administrator",
  )
  return (
    nearby.find(({ role }) => role === "case_officer") ??
    nearby[0] ??
    personOf(office, "case_officer")
  )
}

/** Who holds the case now: it may have been reassigned. */
async function holderOf({ id, office }: SeededCase): Promise<Staff> {
  const row = await db().petition.findUniqueOrThrow({ where: { id }, select: { officerId: true } })
  return office.staff.find((one) => one.id === row.officerId) ?? personOf(office, "director")
}

/** The section's chief decides what is light, the director what concerns rights and faults. */
function approverOf({ office, story }: SeededCase): Staff {
  const chief = personOf(office, "section_chief", story.section)
  const isLight = story.nature === "enquiry" || story.nature === "suggestion"
  const isOfSection = chief.sectionId === office.sections.get(story.section)
  const handlesItself = handlerOf(office, story.section).id === chief.id
  return isLight && isOfSection && !handlesItself ? chief : personOf(office, "secretary")
}

function replyOf({ disposition, reply, reason, legalBasis, remedies }: Story) {
  return { disposition, body: reply, reason, legalBasis, remedies }
}

/** Into the open case nearest before it; where there is none it waits as a new case. */
async function mergeInto({ id, office }: SeededCase, by: Staff): Promise<void> {
  const self = await db().petition.findUniqueOrThrow({ where: { id } })
  const main = await db().petition.findFirst({
    where: {
      officeId: office.id,
      id: { not: id },
      status: { in: ["accepted", "assigned", "awaiting_supplement"] },
      confidential: self.confidential,
      receivedOn: { lte: self.receivedOn ?? new Date(0) },
    },
    orderBy: [{ receivedOn: "desc" }, { number: "desc" }],
    select: { number: true },
  })
  if (main?.number) granted(await actions.mergePetition({ id }, main.number, by))
}
