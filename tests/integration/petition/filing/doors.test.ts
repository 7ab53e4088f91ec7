import { beforeAll, describe, expect, test } from "vitest"
import { action as answerAction } from "~/routes/petition/follow/case-answer"
import { loader as caseLoader } from "~/routes/petition/follow/case"
import { action as confirmAction, loader as confirmLoader } from "~/routes/petition/filing/confirm"
import { action as checkAction } from "~/routes/petition/filing/check"
import { action as contentAction, loader as contentLoader } from "~/routes/petition/filing/content"
import { action as whatAction } from "~/routes/petition/filing/what"
import { action as followAction, loader as followLoader } from "~/routes/petition/follow/follow"
import { action as leaveAction } from "~/routes/petition/follow/leave"
import { loader as sentLoader } from "~/routes/petition/filing/sent"
import { action as startAction } from "~/routes/petition/filing/start"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../../support/database"
import { post, visit } from "../../../support/people"
import { aDraft, aPending, aReadyOffice, byPhone, draftIn, type ReadyOffice } from "./citizens"

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

async function started(): Promise<string> {
  return (await answerOf(startAction(args(post("/petitions/new", { officeId: office.id }))))).cookie
}

describe("writing, page by page", () => {
  test("a good page leads to the next one", async () => {
    const cookie = await started()
    const fields = { nature: "rights", categoryId: office.categoryId }
    expect(
      await answerOf(whatAction(args(post("/petitions/new/what", fields, cookie)))),
    ).toMatchObject({
      status: 303,
      to: "/petitions/new/content",
    })
  })

  test("a page that is not reached yet leads back, and no draft at all to the beginning", async () => {
    const cookie = await started()
    expect(
      await answerOf(contentLoader(args(visit("/petitions/new/content", cookie)))),
    ).toMatchObject({
      to: "/petitions/new/what",
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
      ["too-long", "too-long"],
    ],
    ["given twice", { subject: ["a", "b"], content: "c" }, ["subject-required"]],
  ])("what is %s is refused and nothing is written", async (_what, fields, codes) => {
    const { cookie, id } = await aDraft(office)
    const before = (await draftIn(cookie)).draft
    const answer = await answerOf(
      contentAction(args(post("/petitions/new/content", fields, cookie))),
    )
    expect(answer).toMatchObject({ status: 422, codes })
    expect(await draftIn(cookie)).toEqual({ id, draft: before })
  })

  test("a field that was not asked is refused", async () => {
    const { cookie } = await aDraft(office)
    const fields = { subject: "a", content: "b", status: "closed" }
    expect(
      (await answerOf(contentAction(args(post("/petitions/new/content", fields, cookie))))).status,
    ).toBe(422)
  })

  test("a category of another office is refused", async () => {
    const other = await aReadyOffice()
    const fields = { nature: "rights", categoryId: other.categoryId }
    const answer = await answerOf(
      whatAction(args(post("/petitions/new/what", fields, await started()))),
    )
    expect(answer).toMatchObject({ status: 422, codes: ["category-required"] })
  })
})

describe("sending", () => {
  const send = (cookie: string, submissionKey: string) =>
    answerOf(checkAction(args(post("/petitions/new/check", { submissionKey }, cookie))))

  test("shows what was sent, also when the button was pressed twice", async () => {
    const { cookie, draft } = await aDraft(office, byPhone)
    const first = await send(cookie, draft.submissionKey)
    const again = await send(cookie, draft.submissionKey)
    expect(first).toMatchObject({ status: 303, to: "/petitions/sent" })
    const shown = await Promise.all(
      [first, again].map((one) => sentLoader(args(visit("/petitions/sent", one.cookie)))),
    )
    expect(shown[0]?.data.sent?.accessCode).toMatch(/^[A-Z0-9-]{17}$/)
    expect(shown[1]?.data.sent).toEqual(shown[0]?.data.sent)
  })

  test("shows nothing to a browser that sent nothing, and does not say that a step is left", async () => {
    const { data, init } = await sentLoader(args(visit("/petitions/sent", "minyi_sent=forged.x")))
    expect(init?.status).toBe(404)
    expect(data.title).toContain("找不到")
  })

  test("with another form's key leads to the beginning and files nothing", async () => {
    const { cookie } = await aDraft(office)
    const before = await db().petition.count()
    expect(await send(cookie, "another key")).toMatchObject({ to: "/petitions/new?lost=yes" })
    expect(await db().petition.count()).toBe(before)
  })

  test("from another site is refused", async () => {
    const { cookie, draft } = await aDraft(office)
    const request = post("/petitions/new/check", { submissionKey: draft.submissionKey }, cookie)
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

  test("what is left empty is asked for, and is no try", async () => {
    for (let time = 0; time < 12; time += 1) {
      const answer = await answerOf(followAction(args(post("/petitions/follow", {}))))
      expect(answer).toMatchObject({ status: 422, codes: ["number-required", "code-required"] })
    }
  })

  test("what is no number is not counted together for everybody", async () => {
    for (let person = 0; person < 8; person += 1) {
      const request = post("/petitions/follow", { number: "大里", code: "y" })
      request.headers.set("x-client-address", `192.0.2.${person}`)
      expect(await answerOf(followAction(args(request)))).toMatchObject({
        codes: ["case-mismatch"],
      })
    }
  })

  test("nonsense gets the same answer as a wrong code", async () => {
    const typed: Record<string, string | string[]>[] = [
      { number: "x", code: "y" },
      { number: "a".repeat(200), code: "c".repeat(200) },
    ]
    for (const fields of typed) {
      const answer = await answerOf(followAction(args(post("/petitions/follow", fields))))
      expect(answer).toMatchObject({ status: 422, codes: ["case-mismatch"] })
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
    const over = followLoader(args(visit("/petitions/follow?over=yes")))
    expect(over.init?.status).toBe(403)
  })

  test("a long text is given back when its page can no longer take it", async () => {
    const text = "那天下午三點，\n櫃檯沒有人。"
    const supplement = answerAction(args(post("/petitions/case/answer", { answer: text })))
    await expect(supplement).rejects.toMatchObject({
      data: { why: "pass-over", text },
      init: { status: 403 },
    })
    const content = contentAction(args(post("/petitions/new/content", { content: text })))
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
