import { describe, expect, test } from "vitest"
import { z } from "zod"
import { TRAP_FIELD } from "~/domain/form"
import { line } from "~/domain/text"
import { readForm, showProblems } from "~/server/tools/form.server"
import { post } from "../../support/people"

const Letter = z.object({
  name: z.string().min(1, "required").max(5, "too-long"),
  topics: z.array(z.string()).optional(),
})

const read = (fields: Record<string, string | string[]>) => readForm(post("/form", fields), Letter)

describe("a form", () => {
  test("that is right gives its value", async () => {
    expect(await read({ name: "王小明" })).toMatchObject({ ok: true, value: { name: "王小明" } })
  })

  test("with a missing or too long field says which and why, and keeps what was typed", async () => {
    expect(await read({})).toMatchObject({ problems: [{ code: "required", field: "name" }] })
    expect(await read({ name: "一二三四五六" })).toMatchObject({
      status: 422,
      problems: [{ code: "too-long", field: "name", params: { max: 5 } }],
      entered: { name: "一二三四五六" },
    })
  })

  test("whose field is given twice has a list", async () => {
    expect(await read({ name: "王", topics: ["a", "b"] })).toMatchObject({
      value: { topics: ["a", "b"] },
    })
  })

  test("keeps 4-byte characters, HTML and formulas as the text they are", async () => {
    expect(await read({ name: "𠮷😀<b>" })).toMatchObject({ value: { name: "𠮷😀<b>" } })
    expect(await read({ name: "=1+1" })).toMatchObject({ value: { name: "=1+1" } })
  })

  test("loses NUL and other control characters, which a database cannot keep", async () => {
    expect(await read({ name: "a\u0000b\u0007" })).toMatchObject({ value: { name: "ab" } })
    expect(await read({ name: "a\r\nb" })).toMatchObject({ value: { name: "a\nb" } })
  })

  test.each(["PUT", "PATCH", "DELETE"])("is not sent by %s", async (method) => {
    const { url, headers } = post("/form", {})
    const request = new Request(url, { method, headers, body: "name=x" })
    await expect(readForm(request, Letter)).rejects.toMatchObject({ status: 405 })
  })

  test("says the limit also where a domain rule measured", async () => {
    const schema = z.object({ subject: line(3, "required") })
    expect(await readForm(post("/form", { subject: "一二三四" }), schema)).toMatchObject({
      problems: [{ code: "too-long", field: "subject", params: { max: 3 } }],
    })
  })

  test("that a robot filled in is refused", async () => {
    expect(await read({ name: "王", [TRAP_FIELD]: "http://spam" })).toMatchObject({
      problems: [{ code: "looks-automatic" }],
    })
  })

  test("cannot reach the prototype of anything", async () => {
    expect(await read({ name: "王", __proto__x: "1", constructor: "x" })).toMatchObject({
      ok: true,
    })
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined()
  })

  test("sends no password back to the page", async () => {
    const shown = showProblems(
      { ok: false, problems: [{ code: "locked" }] },
      { username: "a", password: "b" },
    )
    expect(shown.data.entered).toEqual({ username: "a" })
  })
})

describe("a form with rows", () => {
  const Plan = z.object({
    items: z.array(z.object({ work: z.string().min(1, "required"), months: z.string().array() })),
  })
  const readPlan = (fields: Record<string, string | string[]>) =>
    readForm(post("/form", fields), Plan)
  const rows = {
    "items[2].work": "增開櫃檯",
    "items[2].months": ["1", "2"],
    "items[7].work": "",
    "items[7].months": ["3", "4"],
  }

  test("gives them as a list", async () => {
    expect(await readPlan({ ...rows, "items[7].work": "檢討動線" })).toMatchObject({
      ok: true,
      value: {
        items: [
          { work: "增開櫃檯", months: ["1", "2"] },
          { work: "檢討動線", months: ["3", "4"] },
        ],
      },
    })
  })

  test("says at which row a problem is, and keeps what was typed under the same number", async () => {
    expect(await readPlan(rows)).toMatchObject({
      status: 422,
      problems: [{ code: "required", field: "items[1].work" }],
      entered: { "items[0].work": "增開櫃檯", "items[1].months": ["3", "4"] },
    })
  })

  test("that asks for a row more or less is shown again, and nothing is decided yet", async () => {
    const added = await readPlan({ ...rows, "add-row": "items" })
    expect(added).toMatchObject({ ok: false, problems: [], status: 200 })
    expect(added.entered).toMatchObject({ "items[1].work": "", "items[2]": "" })
    const removed = await readPlan({ ...rows, "remove-row": "items[2]" })
    expect(removed).toMatchObject({ ok: false, problems: [], status: 200 })
    expect(removed.entered).toEqual({
      "items[0].work": "",
      "items[0].months": ["3", "4"],
      "remove-row": "items[2]",
    })
  })

  test("that no page of ours would send is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, row) => [`items[${row}]`, "x"]))
    const refusal = { status: 422, problems: [{ code: "too-many-fields" }] }
    expect(await readPlan(many)).toMatchObject(refusal)
    expect(await readPlan({ "a.b.c.d.e.f.g": "x" })).toMatchObject(refusal)
  })
})

describe("a form from elsewhere", () => {
  const forged = (headers: Record<string, string>) =>
    readForm(
      new Request("http://portal.test/form", {
        method: "POST",
        body: new URLSearchParams({ name: "王" }),
        headers,
      }),
      Letter,
    )

  test.each([
    [{ origin: "http://evil.test" }],
    [{ origin: "http://portal.test.evil.test" }],
    [{ origin: "nonsense" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site", origin: "http://portal.test" }],
    [{ origin: "null", "sec-fetch-site": "cross-site" }],
  ])("is refused: %o", async (headers) => {
    expect(await forged(headers)).toMatchObject({
      status: 403,
      problems: [{ code: "forged-form" }],
    })
  })

  test("from here is accepted, also where the browser sends no origin", async () => {
    expect((await forged({ origin: "http://portal.test" })).ok).toBe(true)
    expect((await forged({})).ok).toBe(true)
  })
})

test("a form over the limit is refused without being read to its end", async () => {
  expect(await read({ name: "大".repeat(30_000) })).toMatchObject({
    status: 413,
    problems: [{ code: "form-too-large" }],
  })
})
