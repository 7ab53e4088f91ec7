import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test, vi } from "vitest"
import { setChannelOpen } from "~/server/survey/publishing.server"
import { serveSurveyPage } from "~/server/survey/page-cache.server"
import { useDatabase } from "../../support/database"
import { anOffice, aStaff, visit } from "../../support/people"
import { aChannel } from "../../support/surveys"

useDatabase()

const HTML = "<p>問卷</p>".repeat(200)
const renderer = () =>
  vi.fn(
    async (_request: Request) =>
      new Response(HTML, {
        headers: { "content-type": "text/html", "set-cookie": "someone=else", etag: '"x"' },
      }),
  )
const bytes = async (response: Response | null) =>
  Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0))
const cookieOf = (response: Response | null) =>
  response?.headers.get("set-cookie")?.split(";")[0] ?? ""

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
  expect(read(body).toString()).toBe(HTML)
})

test("who has the page already gets 304, and keeps the key of the form being filled in", async () => {
  await aChannel(await anOffice(), "p-again")
  const first = await serveSurveyPage(visit("/s/p-again"), renderer())
  expect(first?.headers.get("set-cookie")).toMatch(
    /^answer_key=[\w-]{43}; Path=\/s\/p-again; Max-Age=7200; HttpOnly; SameSite=Lax$/,
  )
  const headers = { "if-none-match": first?.headers.get("etag") ?? "" }
  const second = await serveSurveyPage(visit("/s/p-again", cookieOf(first), headers), renderer())
  expect(second?.status).toBe(304)
  expect(second?.headers.get("set-cookie")).toBeNull()
  expect(await bytes(second)).toHaveLength(0)
})

test("two readers get two keys beside the same page", async () => {
  await aChannel(await anOffice(), "p-keys")
  const [one, two] = [
    await serveSurveyPage(visit("/s/p-keys"), renderer()),
    await serveSurveyPage(visit("/s/p-keys"), renderer()),
  ]
  expect(cookieOf(one)).not.toBe(cookieOf(two))
  expect(one?.headers.get("etag")).toBe(two?.headers.get("etag"))
})

test("a closed, an unknown and any other address are left to Remix", async () => {
  const office = await anOffice()
  await aChannel(office, "p-closing")
  const render = renderer()
  await serveSurveyPage(visit("/s/p-closing"), render)
  await setChannelOpen("p-closing", false, await aStaff(office, "director"))
  for (const path of [
    "/s/p-closing",
    "/s/nobody",
    "/s/p-closing/thanks",
    "/",
    "/s/P-CLOSING",
    "/s/%2e%2e",
  ]) {
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
