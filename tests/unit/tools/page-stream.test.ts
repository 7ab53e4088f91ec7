import { PassThrough, Readable, type Transform } from "node:stream"
import { buffer, text } from "node:stream/consumers"
import { createElement } from "react"
import { renderToPipeableStream, renderToString } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { renderLetter } from "#emails/render-letter"
import { LETTER_SAMPLES } from "#emails/samples"
import { withoutUnfilledTails } from "~/server/tools/page-stream.server"

/** Short pieces, because React sends a long one around its views. */
const page = (offset: number, character: string) =>
  createElement(
    "main",
    { "aria-label": "a".repeat(offset % 600) },
    "b".repeat(Math.floor(offset / 600) * 600 > 0 ? 600 : 0),
    Array.from({ length: 30 }, (_, key) =>
      createElement("p", { key, title: character.repeat(37) }, character.repeat(61)),
    ),
  )

async function streamed(element: ReturnType<typeof page>, through: Transform): Promise<string> {
  const body = renderToPipeableStream(element).pipe(through)
  return text(Readable.from(body))
}

describe("a page in the reader's script", () => {
  test.each([
    ["two bytes", "é"],
    ["three bytes", "民"],
    ["four bytes", "𠮷"],
  ])("with characters of %s arrives whole, wherever a view ends", async (_bytes, character) => {
    for (let offset = 0; offset < 2 * 600; offset += 1) {
      const element = page(offset, character)
      expect(await streamed(element, withoutUnfilledTails())).toBe(renderToString(element))
    }
  })

  test("would have holes without it: the day this fails, React is mended and the stream may go", async () => {
    const pages = Array.from({ length: 12 }, (_, offset) =>
      streamed(page(offset, "民"), new PassThrough()),
    )
    expect((await Promise.all(pages)).join("")).toContain("\u0000")
  })
})

describe("bytes that were written are never dropped", () => {
  const pass = async (...chunks: Buffer[]) => {
    const through = withoutUnfilledTails()
    for (const chunk of chunks) through.write(chunk)
    through.end()
    return buffer(through)
  }
  const view = (zeros: number) =>
    Buffer.concat([Buffer.alloc(2048 - zeros, "x"), Buffer.alloc(zeros)])

  test.each([
    ["in a chunk that is no full view", [Buffer.from("x\u0000"), Buffer.from("民")]],
    ["at the very end", [view(2)]],
    ["before a character that would have fitted", [view(1), Buffer.from("a")]],
    ["more than the next character would have needed", [view(3), Buffer.from("民")]],
    [
      "within a view",
      [Buffer.concat([Buffer.alloc(8), Buffer.alloc(2040, "x")]), Buffer.from("民")],
    ],
  ])("zeros %s", async (_where, chunks) => {
    expect(await pass(...chunks)).toEqual(Buffer.concat(chunks))
  })
})

test("no letter has holes, however long what it quotes", async () => {
  for (let offset = 0; offset < 64; offset += 1) {
    const body = `${"a".repeat(offset)}\n${"您好，民意。\n".repeat(400)}`
    const letter = await renderLetter("reply", { ...LETTER_SAMPLES.reply, body }, "zh-TW")
    expect(letter.html + letter.text).not.toContain("\u0000")
  }
})
