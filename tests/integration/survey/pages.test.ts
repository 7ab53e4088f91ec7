import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test, vi } from "vitest"
import { setChannelOpen } from "~/server/survey/publishing.server"
import { openedAtOf } from "~/server/survey/answer-key.server"
import { serveSurveyPage } from "~/server/survey/page-cache.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, visit } from "../../support/people"
import { aChannel } from "../../support/surveys"

useDatabase()

const HTML = "<p>問卷</p>".repeat(200)
const RENDERED = "r".repeat(39)
const pageWith = (key: string) =>
  `${HTML}<input type="hidden" name="answer-key" autoComplete="off" value="${key}"/></form>`
const renderer = () =>
  vi.fn(
    async (_request: Request) =>
      new Response(pageWith(RENDERED), {
        headers: { "content-type": "text/html", "set-cookie": "someone=else", etag: '"x"' },
      }),
  )
const bytes = async (response: Response | null) =>
  Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0))
const keyOf = async (response: Response | null) =>
  /value="([\w-]+)"/.exec((await bytes(response)).toString())?.[1] ?? "none"

test("a page is rendered once for each language and size, without anything of the reader", async () => {
  await aChannel(await anOffice(), "p-once")
  const render = renderer()
  const cookie = "locale=vi; minyi_staff=secret"
  await serveSurveyPage(visit("/s/p-once", cookie), render)
  await serveSurveyPage(visit("/s/p-once?utm=x", "locale=vi"), render)
  expect(render).toHaveBeenCalledTimes(1)
  const asked = render.mock.calls[0]?.[0]
  expect(asked?.headers.get("cookie")).toBe("locale=vi; text_size=normal")
  await serveSurveyPage(visit("/s/p-once", "locale=vi; text_size=large"), render)
  await serveSurveyPage(visit("/s/p-once", "locale=id"), render)
  expect(render).toHaveBeenCalledTimes(3)
})

test("readers who come at the same time wait for the same rendering", async () => {
  await aChannel(await anOffice(), "p-rush")
  const render = renderer()
  await Promise.all(Array.from({ length: 20 }, () => serveSurveyPage(visit("/s/p-rush"), render)))
  expect(render).toHaveBeenCalledTimes(1)
})

test.each([
  ["br, gzip", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["br;q=0, gzip", "gzip", gunzipSync],
  ["", null, (body: Buffer) => body],
])("who accepts %j gets %s", async (accepted, encoding, read) => {
  await aChannel(await anOffice(), "p-encoded")
  const page = await serveSurveyPage(
    visit("/s/p-encoded", "", { "accept-encoding": accepted }),
    renderer(),
  )
  expect(page?.headers.get("content-encoding")).toBe(encoding)
  const body = await bytes(page)
  expect(page?.headers.get("content-length")).toBe(String(body.length))
  const html = read(body).toString()
  const key = /value="([\w-]+)"/.exec(html)?.[1] ?? ""
  expect(openedAtOf(key)).not.toBeNull()
  expect(html).toBe(pageWith(key))
})

test("every reader gets a form with a key of its own, also the same one who comes again", async () => {
  await aChannel(await anOffice(), "p-keys")
  const render = renderer()
  const first = await serveSurveyPage(visit("/s/p-keys"), render)
  expect(first?.headers.get("etag")).toBeNull() // nothing by which a browser could keep the used form
  expect(first?.headers.get("set-cookie")).toBeNull()
  const headers = { "if-none-match": '"x"' }
  const again = await serveSurveyPage(visit("/s/p-keys", "", headers), render)
  expect(again?.status).toBe(200)
  const keys = [await keyOf(first), await keyOf(again)]
  expect(new Set([...keys, RENDERED]).size).toBe(3)
  expect(render).toHaveBeenCalledTimes(1)
})

test.each([
  ["qr", "private, no-cache"],
  ["tablet", "no-store"],
] as const)("a browser keeps a page of a %s channel by %j", async (mode, rule) => {
  await aChannel(await anOffice(), `p-${mode}`, mode)
  const page = await serveSurveyPage(visit(`/s/p-${mode}`), renderer())
  expect(page?.headers.get("cache-control")).toBe(rule)
})

test.each([
  ["/S/P-UPPER", "/s/p-upper"],
  ["/s/P-Upper?utm=poster", "/s/p-upper?utm=poster"],
  ["/S/p-upper/thanks?receipt=ABCD", "/s/p-upper/thanks?receipt=ABCD"],
])("%s is shown the way to %s", async (typed, canonical) => {
  const page = await serveSurveyPage(visit(typed), renderer())
  expect(page?.status).toBe(308)
  expect(page?.headers.get("location")).toBe(canonical)
})

test("a closed, an unknown and any other address are left to Remix", async () => {
  const office = await anOffice()
  await aChannel(office, "p-closing")
  const render = renderer()
  await serveSurveyPage(visit("/s/p-closing"), render)
  await setChannelOpen("p-closing", false, await aStaff(office, "director"))
  for (const path of ["/s/p-closing", "/s/nobody", "/s/p-closing/thanks", "/", "/s/%2e%2e"]) {
    expect(await serveSurveyPage(visit(path), render)).toBeNull()
  }
  const post = new Request("http://portal.test/s/p-closing", { method: "POST" })
  expect(await serveSurveyPage(post, render)).toBeNull()
  expect(render).toHaveBeenCalledTimes(1)
})

test("a page that failed is tried again, and never kept", async () => {
  await aChannel(await anOffice(), "p-failing")
  const failing = vi.fn(async () => new Response("sorry", { status: 500 }))
  expect(await serveSurveyPage(visit("/s/p-failing"), failing)).toBeNull()
  const thrown = vi.fn(() => Promise.reject(new Error("down")))
  await expect(serveSurveyPage(visit("/s/p-failing"), thrown)).rejects.toThrow("down")
  expect((await serveSurveyPage(visit("/s/p-failing"), renderer()))?.status).toBe(200)
})
