import { beforeAll, describe, expect, test } from "vitest"
import { granted } from "../../../support/outcomes"
import { ROLES, type Role, type Staff } from "~/domain/access/permission"
import { type CaseAction, CASE_ACTIONS } from "~/domain/petition/casework/actions/all"
import { db } from "~/server/tools/db.server"
import * as kept from "~/routes/access/kept"
import { submitReply } from "~/server/petition/casework/actions.server"
import * as approval from "~/routes/petition/casework/approval"
import * as caseDoor from "~/routes/petition/casework/case"
import * as closure from "~/routes/petition/casework/closure"
import * as decline from "~/routes/petition/casework/decline"
import * as declineApproval from "~/routes/petition/casework/decline-approval"
import * as extension from "~/routes/petition/casework/extension"
import * as extensionApproval from "~/routes/petition/casework/extension-approval"
import * as letterDoor from "~/routes/petition/casework/letter"
import * as merge from "~/routes/petition/casework/merge"
import * as newDoor from "~/routes/petition/casework/new"
import * as note from "~/routes/petition/casework/note"
import * as queue from "~/routes/petition/casework/queue"
import * as reassignment from "~/routes/petition/casework/reassignment"
import * as recordDoor from "~/routes/petition/casework/record"
import * as reply from "~/routes/petition/casework/reply"
import * as supplement from "~/routes/petition/casework/supplement"
import * as todayDoor from "~/routes/petition/casework/today"
import * as transfer from "~/routes/petition/casework/transfer"
import * as triage from "~/routes/petition/casework/triage"
import { useDatabase } from "../../../support/database"
import { statusOf } from "../../../support/answers"
import { post, signedIn, visit } from "../../../support/people"
import {
  aDeclineAskedCase,
  aNewCase,
  anAssignedCase,
  anExtensionAskedCase,
  anOfficeAtWork,
  aRepliedCase,
  aSubmittedCase,
  type Case,
  type OfficeAtWork,
  seenOf,
  written,
} from "./office-at-work"

useDatabase()
let office: OfficeAtWork
let elsewhere: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
  elsewhere = await anOfficeAtWork()
})

type Door = {
  loader: (args: never) => Promise<unknown>
  action?: (args: never) => Promise<unknown>
}
const ACTION_DOORS: Record<CaseAction, Door> = {
  ...{
    triage,
    reassignment,
    transfer,
    merge,
    decline,
    supplement,
    extension,
    reply,
    approval,
    closure,
    note,
  },
  ...{ "extension-approval": extensionApproval, "decline-approval": declineApproval },
}

async function open(door: Door, by: Staff, found?: Case, id?: string): Promise<number> {
  const request = visit("/staff/petitions", await signedIn(by))
  return statusOf(
    door.loader({ request, params: { number: found?.number, id }, context: {} } as never),
  )
}

async function send(
  door: Door,
  by: Staff,
  found: Case,
  fields: Record<string, string>,
): Promise<number> {
  const seen = await seenOf(found)
  const request = post("/staff/petitions/action", { seen, ...fields }, await signedIn(by))
  return statusOf(
    door.action?.({ request, params: { number: found.number }, context: {} } as never) ??
      Promise.resolve(),
  )
}

const aCaseFor = (action: CaseAction): Promise<Case> => {
  if (action === "triage") return aNewCase(office)
  if (action === "approval") return aSubmittedCase(office)
  if (action === "decline-approval") return aDeclineAskedCase(office)
  if (action === "extension-approval") return anExtensionAskedCase(office)
  return action === "closure" ? aRepliedCase(office) : anAssignedCase(office)
}

const FIELDS = async (action: CaseAction): Promise<Record<string, string>> => {
  if (action === "triage")
    return {
      officerId: office.people.case_officer.id,
      categoryId: office.categoryId,
      nature: "rights",
      respondentId: "",
    }
  if (action === "reassignment") return { officerId: office.colleague.id, reason: "請假" }
  if (action === "transfer") return { agency: "臺北市建築管理工程處", reason: "屬建管業務" }
  if (action === "merge") return { mainNumber: (await aNewCase(office)).number }
  if (action === "decline") return { ground: "no_content_or_identity", reason: "無具體內容" }
  if (action === "supplement") return { question: "請問是哪一天？" }
  if (action === "extension") return { workingDays: "5", reason: "須函詢內政部" }
  if (action === "reply")
    return {
      intent: "submit",
      disposition: "well_founded",
      body: "您反映的事項已經查明並改善，謝謝您的指教，歡迎再來。",
    }
  if (action === "note") return { text: "已電話聯絡" }
  return action === "closure" ? { remark: "已說明" } : { decision: "approve" }
}

/** Who completes which action on a case of their own section, written as the office decided it. */
const COMPLETES: Record<CaseAction, readonly Role[]> = {
  triage: ["director", "secretary", "section_chief", "planning_officer"],
  reassignment: ["director", "secretary", "section_chief", "planning_officer"],
  reply: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
  approval: ["director", "secretary", "section_chief"],
  supplement: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
  extension: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
  "extension-approval": ["director", "secretary", "section_chief"],
  merge: ["director", "secretary", "planning_officer"],
  transfer: ["director", "secretary", "planning_officer"],
  decline: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
  "decline-approval": ["director", "secretary", "planning_officer"],
  closure: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
  note: ["director", "secretary", "section_chief", "planning_officer", "case_officer"],
}

describe("every action by every role, with a whole form", () => {
  test.each(CASE_ACTIONS.flatMap((action) => ROLES.map((role) => [action, role] as const)))(
    "%s by a %s",
    async (action, role) => {
      const found = await aCaseFor(action)
      const fields = await FIELDS(action)
      const sent = await send(ACTION_DOORS[action], office.people[role], found, fields)
      expect(sent).toBe(COMPLETES[action].includes(role) ? 302 : 403)
    },
    120_000,
  )

  test.each<[CaseAction]>([["reply"], ["supplement"], ["extension"], ["decline"]])(
    "%s is refused to a colleague who does not hold the case",
    async (action) => {
      const found = await aCaseFor(action)
      const sent = await send(ACTION_DOORS[action], office.colleague, found, await FIELDS(action))
      expect(sent).toBe(403)
    },
  )
})

describe("whose case it is", () => {
  test("another office's case is not there, at any door", async () => {
    const found = await anAssignedCase(office)
    const director = elsewhere.people.director
    for (const door of [caseDoor, recordDoor, letterDoor, ...Object.values(ACTION_DOORS)]) {
      expect(await open(door, director, found)).toBe(404)
    }
    for (const action of CASE_ACTIONS) {
      expect(await send(ACTION_DOORS[action], director, found, await FIELDS(action))).toBe(404)
    }
  })

  test("a number that does not exist is not there", async () => {
    const nowhere = { id: "", number: "ZZ-1150101-99999" }
    expect(await open(caseDoor, office.people.director, nowhere)).toBe(404)
  })

  test.each<[Role, number]>([
    ["director", 200],
    ["secretary", 200],
    ["section_chief", 200],
    ["planning_officer", 200],
    ["case_officer", 200],
    ["administrator", 403],
  ])("a confidential case opens for its own people only: %s %i", async (role, status) => {
    const found = await anAssignedCase(office, { nature: "misconduct" })
    expect(await open(caseDoor, office.people[role], found)).toBe(status)
    expect(await open(caseDoor, office.colleague, found)).toBe(404)
    expect(await open(caseDoor, office.otherSection.officer, found)).toBe(404)
  })

  test("a colleague reads the case and not the contact, nor the letters to it", async () => {
    const found = await anAssignedCase(office)
    const request = visit("/", await signedIn(office.colleague))
    const shown = await caseDoor.loader({
      request,
      params: { number: found.number },
      context: {},
    } as never)
    expect(shown.contact).toBeNull()
    expect(shown.letters).toEqual([])
    expect(JSON.stringify(shown)).not.toContain("ming@example.tw")
    const letterOf = (kind: string) =>
      db().letter.findFirstOrThrow({ where: { petitionId: found.id, kind } })
    const letter = await letterOf("assignment")
    expect(await open(letterDoor, office.colleague, found, letter.id)).toBe(404)
    expect(await open(letterDoor, office.people.case_officer, found, letter.id)).toBe(200)
    // The letter of acceptance holds the petitioner's access code.
    const { id } = await letterOf("acceptance")
    expect(await open(letterDoor, office.people.director, found, id)).toBe(404)
  })
})

describe("the doors without a case", () => {
  test.each(ROLES)("a %s at the first screen, the queue and the record", async (role) => {
    const expected = role === "administrator" ? 403 : 200
    for (const door of [todayDoor, queue, newDoor])
      expect(await open(door, office.people[role])).toBe(expected)
  })

  test("nobody gets in without signing in", async () => {
    const found = await anAssignedCase(office)
    for (const door of [todayDoor, queue, newDoor, caseDoor, ...Object.values(ACTION_DOORS)]) {
      const params = { number: found.number }
      expect(
        await statusOf(door.loader({ request: visit("/staff"), params, context: {} } as never)),
      ).toBe(302)
    }
  })
})

type Fields = Record<string, string | string[]>

describe("a page that is out of date", () => {
  test("is refused with 409, says who changed what and when, and goes through with the same text", async () => {
    const found = await anAssignedCase(office)
    const fields: Fields = { ...(await FIELDS("reply")), intent: "draft", seen: "1" }
    const cookie = await signedIn(office.people.case_officer)
    const sendReply = (sent: Fields) =>
      reply.action({
        request: post("/staff", sent, cookie),
        params: { number: found.number },
        context: {},
      } as never) as Promise<unknown>
    const refused = (await sendReply(fields)) as { data: { entered: Fields } }
    const [what, who] = ["分派", "planning_officer"]
    expect(refused).toMatchObject({
      data: {
        problems: [{ code: "changed-by", params: { who, what } }],
        entered: { body: fields["body"] },
      },
      init: { status: 409 },
    })
    expect(JSON.stringify(refused)).toMatch(/"when":"115年11月20日（五）上午/)
    expect(await sendReply(refused.data.entered)).toMatchObject({ status: 302 })
  })

  test("keeps the text on a page of its own when the action is over, for the writer alone", async () => {
    const found = await anAssignedCase(office)
    const { case_officer, director } = office.people
    const fields: Fields = {
      ...(await FIELDS("reply")),
      ...{ intent: "submit", seen: await seenOf(found) },
    }
    granted(await submitReply({ id: found.id }, written, case_officer))
    const late = await reply
      .action({
        request: post("/staff", fields, await signedIn(case_officer)),
        params: { number: found.number },
        context: {},
      } as never)
      .catch((thrown: Response) => thrown)
    const location = late instanceof Response ? (late.headers.get("location") ?? "") : ""
    expect(location).toMatch(/^\/staff\/kept\//)
    const open = async (staff: Staff) =>
      kept.loader({
        request: visit(location, await signedIn(staff)),
        params: { id: location.split("/").at(-1) },
        context: {},
      } as never)
    const shown = await open(case_officer)
    expect(shown.said).toContain("case_officer")
    expect(shown.written).toEqual([fields["body"]])
    expect(shown.back).toBe(`/staff/petitions/${found.number}`)
    expect(await statusOf(open(director))).toBe(404)
  })

  test("a form that lacks something is refused with its field", async () => {
    const found = await anAssignedCase(office)
    expect(await send(transfer, office.people.director, found, { agency: "", reason: "" })).toBe(
      422,
    )
    expect(
      await send(extension, office.people.case_officer, found, {
        workingDays: "many",
        reason: "x",
      }),
    ).toBe(422)
    expect(await send(approval, office.people.director, found, { decision: "return" })).toBe(422)
  })
})
