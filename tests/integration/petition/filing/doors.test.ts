import { beforeAll, describe, expect, test } from "vitest"
import { action as answerAction } from "~/routes/petition/follow/case-answer"
import { loader as caseLoader } from "~/routes/petition/follow/case"
import { action as confirmAction, loader as confirmLoader } from "~/routes/petition/filing/confirm"
import { action as checkAction, loader as checkLoader } from "~/routes/petition/filing/check"
import { action as contentAction, loader as contentLoader } from "~/routes/petition/filing/content"
import { action as whatAction } from "~/routes/petition/filing/what"
import { action as followAction, loader as followLoader } from "~/routes/petition/follow/follow"
import { action as leaveAction } from "~/routes/petition/follow/leave"
import { loader as sentLoader } from "~/routes/petition/filing/sent"
import { action as startAction } from "~/routes/petition/filing/start"
import { stateOf } from "~/server/petition/filing/file.server"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../../support/database"
import { post, visit } from "../../../support/people"
import {
  aDraft,
  aPending,
  aReadyOffice,
  byPhone,
  draftIn,
  type ReadyOffice,
  send as sendDraft,
} from "./citizens"

useDatabase()
let office: ReadyOffice
beforeAll(async () => {
  office = await aReadyOffice()
})

const args = (request: Request, params: Record<string, string> = {}) => ({
  request,
  params,
  context: {},
})

/** What came back: the status, where it leads, what it says and which cookie it sets. */
async function answerOf(work: Promise<unknown>) {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) {
    return {
      status: answer.status,
      to: answer.headers.get("location"),
      cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "",
      codes: [],
    }
  }
  const { data, init } = answer as {
    data?: { problems?: { code: string }[] }
    init?: { status?: number }
  }
  return {
    status: init?.status ?? 200,
    to: null,
    cookie: "",
    codes: data?.problems?.map(({ code }) => code) ?? [],
  }
}

async function started(): Promise<{ id: string; cookie: string }> {
  const { to, cookie } = await answerOf(
    startAction(args(post("/petitions/new", { officeId: office.id }))),
  )
  return { id: new URL(to ?? "", "http://portal.test").searchParams.get("draft") ?? "", cookie }
}
const at = (step: string, id: string) => `/petitions/new/${step}?draft=${id}`
type Fields = Record<string, string | string[]>
const write = (fields: Fields, { id, cookie }: { id: string; cookie: string }) =>
  answerOf(contentAction(args(post(at("content", id), fields, cookie))))
const written = { subject: "叫號太慢", content: "寫到一半，\n還沒寫完。" }
const codesIn = async (cookie: string, id: string) =>
  (await draftIn(cookie, id)).draft.pages.content?.problems.map(({ code }) => code)

describe("writing, page by page", () => {
  test("a good page leads to the next one", async () => {
    const { id, cookie } = await started()
    const fields = { nature: "rights", categoryId: office.categoryId }
    expect(await answerOf(whatAction(args(post(at("what", id), fields, cookie))))).toMatchObject({
      status: 303,
      to: at("content", id),
    })
  })

  test("a page that is not reached yet leads back, and no draft at all to the beginning", async () => {
    const { id, cookie } = await started()
    expect(await answerOf(contentLoader(args(visit(at("content", id), cookie))))).toMatchObject({
      to: at("what", id),
    })
    expect(await answerOf(contentLoader(args(visit("/petitions/new/content"))))).toMatchObject({
      to: "/petitions/new?lost=yes",
    })
  })

  test.each([
    ["empty", { subject: "", content: "" }, ["subject-required", "content-required"]],
    [
      "too long",
      { subject: "字".repeat(101), content: "x".repeat(4001) },
      ["subject-too-long", "content-too-long"],
    ],
    ["given twice", { subject: ["a", "b"], content: "c" }, ["subject-required"]],
  ])("what is %s is refused, and its page opens anew with it", async (_what, fields, codes) => {
    const { cookie, id } = await aDraft(office)
    expect(await write(fields, { id, cookie })).toMatchObject({
      status: 303,
      to: at("content", id),
    })
    const shown = await contentLoader(args(visit(at("content", id), cookie)))
    expect(shown.page.refused.problems.map(({ code }) => code)).toEqual(codes)
    expect(shown.page.refused.entered).toEqual(fields)
  })

  test("a field that was not asked is refused, and not kept", async () => {
    const { cookie, id } = await aDraft(office)
    await write({ ...written, status: "closed" }, { id, cookie })
    const { content } = (await draftIn(cookie, id)).draft.pages
    expect(content?.problems).toHaveLength(1)
    expect(content?.entered).toEqual(written)
  })

  test("a category of another office is refused", async () => {
    const other = await aReadyOffice()
    const { id, cookie } = await started()
    const fields = { nature: "rights", categoryId: other.categoryId }
    await answerOf(whatAction(args(post(at("what", id), fields, cookie))))
    expect((await draftIn(cookie, id)).draft.pages.what?.problems).toMatchObject([
      { code: "category-required" },
    ])
  })

  test.each([
    ["back", "/petitions/new/what", ""],
    ["lang:vi", "/petitions/new/content", "locale=vi"],
    ["size:large", "/petitions/new/content", "text_size=large"],
    ["home", "/", ""],
    ["privacy", "/privacy", ""],
  ])(
    "the button %s keeps what was typed first, good or not, and complains of nothing",
    async (go, path, cookieSet) => {
      const { cookie, id } = await aDraft(office)
      const fields = { subject: "", content: "寫到一半", go }
      const request = post(at("content", id), fields, cookie)
      const answer = await contentAction(args(request))
      expect(answer.status).toBe(303)
      expect(answer.headers.get("location")?.split("?")[0]).toBe(path)
      expect(answer.headers.get("set-cookie")).toContain(cookieSet)
      const { content } = (await draftIn(cookie, id)).draft.pages
      expect(content).toMatchObject({ entered: { subject: "", content: "寫到一半" }, problems: [] })
    },
  )

  test("over 256 KB is refused with the text kept; what cannot even be read leaves what was there", async () => {
    const { cookie, id } = await aDraft(office)
    const long = "民".repeat(60_000)
    await write({ subject: "長", content: long }, { id, cookie })
    expect((await draftIn(cookie, id)).draft.pages.content?.entered["content"]).toBe(long)
    expect(await codesIn(cookie, id)).toEqual(["form-too-large"])
    await write({ subject: "更長", content: "民".repeat(200_000) }, { id, cookie })
    expect((await draftIn(cookie, id)).draft.pages.content?.entered["content"]).toBe(long)
  })
})

describe("two windows", () => {
  test("for two offices never mix: each writes into the draft of its own address", async () => {
    const other = await aReadyOffice()
    const one = await aDraft(office)
    const second = post("/petitions/new", { officeId: other.id }, one.cookie)
    await answerOf(startAction(args(second)))
    await write({ ...written, copy: ".a" }, one)
    expect((await draftIn(one.cookie, one.id)).draft).toMatchObject({ officeId: office.id })
    const titles = await db().petitionDraft.findMany({
      where: { answers: { path: ["officeId"], equals: other.id } },
    })
    expect(JSON.stringify(titles)).not.toContain("寫到一半")
  })

  test("at the same page: the second keeps what the first wrote, and says so", async () => {
    const one = await aDraft(office)
    await write({ ...written, copy: ".a" }, one)
    await write({ subject: "另一個", content: "另一段", copy: ".b" }, one)
    const shown = await contentLoader(args(visit(at("content", one.id), one.cookie)))
    expect(shown.page.refused.problems).toMatchObject([{ code: "changed-elsewhere" }])
    expect(shown.page.refused.entered).toEqual({ subject: "另一個", content: "另一段" })
    expect(shown.page.replaced).toEqual(written)
  })

  test("where one has sent it, what the other typed is given back", async () => {
    const one = await aDraft(office)
    await sendDraft(one)
    const late = contentAction(args(post(at("content", one.id), written, one.cookie)))
    await expect(late).rejects.toMatchObject({
      data: { why: "already-sent", text: expect.stringContaining("還沒寫完") },
      init: { status: 410 },
    })
  })
})

describe("sending", () => {
  const press = (
    { id, cookie, draft }: Awaited<ReturnType<typeof aDraft>>,
    seen = stateOf(draft),
  ) => answerOf(checkAction(args(post(at("check", id), { seen }, cookie))))
  const shownAt = async (path: string, cookie: string) =>
    (await sentLoader(args(visit(path, cookie)))) as { data: Shown; init: ResponseInit | null }
  type Shown = Awaited<ReturnType<typeof sentLoader>>["data"]

  test("shows what was sent, also when the button was pressed twice", async () => {
    const one = await aDraft(office, byPhone)
    const [first, again] = [await press(one), await press(one)]
    expect(first).toMatchObject({ status: 303, to: `/petitions/sent?draft=${one.id}` })
    expect(again).toEqual(first)
    const { data } = await shownAt(first.to ?? "", one.cookie)
    expect(data.sent?.accessCode).toMatch(/^[A-Z0-9-]{17}$/)
    expect(data.sent?.written).toMatchObject({ content: "等了五十分鐘。", phone: "0912345678" })
  })

  test("going back afterwards says that it was sent, with its number, and files nothing again", async () => {
    const one = await aDraft(office, byPhone)
    await press(one)
    const back = await answerOf(contentLoader(args(visit(at("content", one.id), one.cookie))))
    expect(back.to).toBe(`/petitions/sent?draft=${one.id}&again=yes`)
    const { data } = await shownAt(back.to ?? "", one.cookie)
    expect(data.heading).toBe(`您的陳情已經送出，編號 ${data.sent?.number}`)
  })

  test("after half an hour the code and the text are no longer shown, the number still is", async () => {
    const one = await aDraft(office, byPhone)
    await press(one)
    const later = new Date(now().getTime() + 31 * 60_000)
    const path = `/petitions/sent?draft=${one.id}`
    const { data } = await atTime(later, () => shownAt(path, one.cookie))
    expect(data.sent).toMatchObject({ accessCode: null, written: null })
    expect(data.sent?.number).toContain(office.code)
  })

  test("shows nothing to a browser that sent nothing, and does not say that a step is left", async () => {
    const one = await aDraft(office, byPhone)
    await press(one)
    const { data, init } = await shownAt(`/petitions/sent?draft=${one.id}`, "minyi_draft=forged.x")
    expect(init?.status).toBe(404)
    expect(data.title).toContain("找不到")
  })

  test("what was changed since it was checked is shown once more instead of being sent", async () => {
    const one = await aDraft(office)
    const before = await db().petition.count()
    expect(await press(one, "seen long ago")).toMatchObject({
      status: 303,
      to: at("check", one.id),
    })
    const { refused } = await checkLoader(args(visit(at("check", one.id), one.cookie)))
    expect(refused.problems).toMatchObject([{ code: "changed-since-checked" }])
    expect(await db().petition.count()).toBe(before)
  })

  test("from another site is refused", async () => {
    const { cookie, id, draft } = await aDraft(office)
    const request = post(at("check", id), { seen: stateOf(draft) }, cookie)
    request.headers.set("origin", "https://elsewhere.test")
    expect(await answerOf(checkAction(args(request)))).toMatchObject({
      status: 403,
      codes: ["forged-form"],
    })
  })
})

describe("confirming and following", () => {
  test("a mail scanner that opens the link confirms nothing; the button does, and again leads to the same", async () => {
    const { id, token } = await aPending(office)
    const path = `/petitions/confirm/${token}`
    await confirmLoader(args(visit(path), { token }))
    expect((await db().petition.findUniqueOrThrow({ where: { id } })).status).toBe(
      "pending_confirmation",
    )
    for (const _press of [1, 2]) {
      expect(await answerOf(confirmAction(args(post(path, {}), { token })))).toMatchObject({
        status: 303,
        to: path,
      })
    }
    expect((await db().petition.findUniqueOrThrow({ where: { id } })).status).toBe("accepted")
  })

  test("an unknown link is not found", async () => {
    expect(
      (await answerOf(confirmLoader(args(visit("/petitions/confirm/x"), { token: "x" })))).status,
    ).toBe(404)
  })

  test("a link that is over is gone", async () => {
    const { id, token } = await aPending(office)
    await db().petition.update({ where: { id }, data: { filedAt: new Date("2026-01-01") } })
    expect(
      (await answerOf(confirmLoader(args(visit("/petitions/confirm/x"), { token })))).status,
    ).toBe(410)
  })

  /** Asks for a case, and gives what the page says that opens anew. */
  async function asked(fields: Fields, client = "one") {
    const request = post("/petitions/follow", fields)
    request.headers.set("x-client-address", client)
    const { status, to, cookie } = await answerOf(followAction(args(request)))
    expect({ status, to }).toEqual({ status: 303, to: "/petitions/follow" })
    const { data } = await followLoader(args(visit("/petitions/follow", cookie)))
    return data.refused
  }

  test("what is left empty is asked for, and is no try", async () => {
    for (let time = 0; time < 12; time += 1) {
      const refused = await asked({}, "empty")
      expect(refused?.problems.map(({ code }) => code)).toEqual([
        "number-required",
        "code-required",
      ])
    }
  })

  test("what is no number is not counted together for everybody", async () => {
    for (let person = 0; person < 8; person += 1) {
      const refused = await asked({ number: "大里", code: "y" }, `192.0.2.${person}`)
      expect(refused?.problems).toMatchObject([{ code: "case-mismatch" }])
    }
  })

  test("nonsense gets the same answer as a wrong code, with what was typed", async () => {
    const typed: Record<string, string>[] = [
      { number: "x", code: "y" },
      { number: "a".repeat(200), code: "c".repeat(200) },
    ]
    for (const fields of typed) {
      expect(await asked(fields)).toMatchObject({
        problems: [{ code: "case-mismatch" }],
        entered: fields,
      })
    }
  })

  test("without a pass there is no case, and nothing to answer", async () => {
    expect(await answerOf(caseLoader(args(visit("/petitions/case"))))).toMatchObject({
      to: "/petitions/follow",
    })
    const answer = answerOf(answerAction(args(post("/petitions/case/answer", { answer: "" }))))
    expect(await answer).toMatchObject({ to: "/petitions/follow" })
  })

  test("a pass that is over, or forged, says so", async () => {
    const request = visit("/petitions/case", "minyi_case=forged.x")
    expect(await answerOf(caseLoader(args(request)))).toMatchObject({
      to: "/petitions/follow?over=yes",
    })
    const over = await followLoader(args(visit("/petitions/follow?over=yes")))
    expect(over.init?.status).toBe(403)
  })

  test("a long text is given back when its page can no longer take it", async () => {
    const text = "那天下午三點，\n櫃檯沒有人。"
    const supplement = answerAction(args(post("/petitions/case/answer", { answer: text })))
    await expect(supplement).rejects.toMatchObject({
      data: { why: "pass-over", text },
      init: { status: 403 },
    })
    const content = contentAction(args(post("/petitions/new/content?draft=x", { content: text })))
    await expect(content).rejects.toMatchObject({
      data: { why: "draft-missing", text },
      init: { status: 410 },
    })
  })

  test("leaving from another site is refused", async () => {
    const request = post("/petitions/leave", {})
    request.headers.set("origin", "https://elsewhere.test")
    expect(await answerOf(leaveAction(args(request)))).toMatchObject({ status: 403 })
  })
})
