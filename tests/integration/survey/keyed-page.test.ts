import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { keepWithGap } from "~/server/survey/keyed-page.server"
import { newAnswerKey, openedAtOf } from "~/server/survey/answer-key.server"
import { atTime } from "~/server/tools/clock.server"

const READ = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body: Uint8Array) => Buffer.from(body),
}
const pageWith = (key: string, before: string, after: string) => `${before}${key}${after}`

test.each([
  ["a whole page", "<p>問卷 您滿意嗎？</p>".repeat(900), '"/></form></main>\n'.repeat(20)],
  ["a page that begins with its key", "", "後面"],
  ["a page that ends with its key", "前面", ""],
  ["a page that names another key before", `${newAnswerKey()} `, "尾"],
])("%s comes out with the reader's key, in every encoding", async (_what, before, after) => {
  const rendered = newAnswerKey()
  const page = await keepWithGap(pageWith(rendered, before, after), rendered)
  for (const fresh of [newAnswerKey(), newAnswerKey()])
    for (const encoding of ["br", "gzip", "identity"] as const) {
      const body = page?.[encoding](fresh) ?? new Uint8Array()
      expect(READ[encoding](body).toString()).toBe(pageWith(fresh, before, after))
    }
})

test("a page without its key, or with too much behind it, is not kept", async () => {
  expect(await keepWithGap("<p>no form</p>", newAnswerKey())).toBeNull()
  const key = newAnswerKey()
  expect(await keepWithGap(key + "x".repeat(70_000), key)).toBeNull()
})

test("a key says when its form was opened, and a forged one says nothing", async () => {
  const opened = new Date("2026-11-20T02:00:07Z")
  const key = await atTime(opened, async () => newAnswerKey())
  expect(key).toMatch(/^[0-9a-z]{7}[\w-]{32}$/)
  expect(openedAtOf(key)).toEqual(opened)
  expect(openedAtOf(newAnswerKey(opened))).toEqual(opened)
  const forged = (key.startsWith("0") ? "1" : "0") + key.slice(1)
  for (const one of [forged, key.slice(0, -1), "", "k".repeat(39)])
    expect(openedAtOf(one)).toBeNull()
})
