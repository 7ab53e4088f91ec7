/** The questionnaire page from memory: rendered once per version, channel, language and text size, kept compressed. */
import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { type Channel } from "~/domain/survey/channel"
import { randomToken } from "../tools/code.server"
import { secureSuffix } from "../tools/cookie.server"
import { localeOf, type TextSize, textSizeOf } from "../tools/locale.server"
import { findChannel } from "./questionnaires.server"

const KEY_COOKIE = "answer_key"
const KEY_SECONDS = 2 * 60 * 60 // long enough to answer slowly, short enough that the next visit is a new response
const KEY_PATTERN = new RegExp(`(?:^|;\\s*)${KEY_COOKIE}=([\\w-]{20,64})(?:;|$)`)

export const newSubmissionKey = (): string => randomToken()

/** The key of the form this browser is filling in; null when it has none. */
export function submissionKeyOf(request: Request): string | null {
  return KEY_PATTERN.exec(request.headers.get("cookie") ?? "")?.[1] ?? null
}

/** The Set-Cookie header that gives this browser its key for one channel. */
export function keepSubmissionKey(code: string, key: string): string {
  return `${KEY_COOKIE}=${key}; Path=/s/${code}; Max-Age=${KEY_SECONDS}; HttpOnly; SameSite=Lax${secureSuffix()}`
}

type KeptPage = {
  etag: string
  headers: [string, string][]
  bodies: Record<Encoding, Uint8Array<ArrayBuffer>>
}
type Encoding = "br" | "gzip" | "identity"

const MOST_PAGES = 1000
const pages = new Map<string, Promise<KeptPage | null>>()

/**
 * Answers GET and HEAD of /s/:code from memory; null when the request is not for an open questionnaire, and then
 * Remix answers it. `render` is asked once for each page, with a request that carries nothing but language and size.
 */
export async function serveSurveyPage(
  request: Request,
  render: (request: Request) => Promise<Response>,
): Promise<Response | null> {
  const code = codeOf(request)
  const channel = code === null ? null : await findChannel(code)
  if (!channel?.isOpen || !channel.versionId || channel.code !== code) return null
  const page = await keptPage(request, channel, render)
  return page && answer(request, channel, page)
}

function codeOf(request: Request): string | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null
  return /^\/s\/([a-z0-9-]+)$/.exec(new URL(request.url).pathname)?.[1] ?? null
}

function keptPage(
  request: Request,
  channel: Channel,
  render: (request: Request) => Promise<Response>,
): Promise<KeptPage | null> {
  const [locale, size] = [localeOf(request), textSizeOf(request)]
  const name = JSON.stringify([channel, locale, size])
  const known = pages.get(name)
  if (known) return known
  const page = renderPage(bareRequest(request, locale, size), render)
  pages.set(name, page)
  const [oldest] = pages.keys()
  if (pages.size > MOST_PAGES && oldest) pages.delete(oldest)
  // A page that could not be rendered is tried again by the next reader.
  const forget = () => pages.delete(name)
  page.then((kept) => kept ?? forget(), forget)
  return page
}

/** What is kept for everybody must not know anything of one reader. */
function bareRequest(request: Request, locale: string, size: TextSize): Request {
  const { origin, pathname } = new URL(request.url)
  return new Request(origin + pathname, {
    headers: { cookie: `locale=${locale}; text_size=${size}` },
  })
}

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]

async function renderPage(
  request: Request,
  render: (request: Request) => Promise<Response>,
): Promise<KeptPage | null> {
  const response = await render(request)
  if (response.status !== 200) return null
  const html = Buffer.from(await response.arrayBuffer())
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: html.byteLength,
  }
  const [br, gz] = await Promise.all([brotli(html, { params }), gzipped(html, { level: 9 })])
  return {
    etag: createHash("sha256").update(html).digest("base64url").slice(0, 27),
    headers: [...response.headers].filter(
      ([name]) => !/^(set-cookie|content-length|etag)$/i.test(name),
    ),
    bodies: { br: new Uint8Array(br), gzip: new Uint8Array(gz), identity: new Uint8Array(html) },
  }
}

function answer(request: Request, channel: Channel, page: KeptPage): Response {
  const encoding = encodingOf(request)
  const etag = `"${page.etag}-${encoding}"`
  const headers = new Headers(page.headers)
  headers.set("ETag", etag)
  headers.set("Cache-Control", "private, no-cache")
  headers.append("Vary", "Accept-Encoding")
  // The key stays the same until it is used up, so that 送出 after the back button is the same response.
  if (!submissionKeyOf(request)) {
    headers.set("Set-Cookie", keepSubmissionKey(channel.code, newSubmissionKey()))
  }
  const known = (request.headers.get("if-none-match") ?? "").split(/\s*,\s*/)
  if (known.some((tag) => tag.replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers })
  const body = page.bodies[encoding]
  if (encoding !== "identity") headers.set("Content-Encoding", encoding)
  headers.set("Content-Length", String(body.byteLength))
  return new Response(request.method === "HEAD" ? null : body, { headers })
}

function encodingOf(request: Request): Encoding {
  const accepted = request.headers.get("accept-encoding") ?? ""
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted)) return "br"
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted) ? "gzip" : "identity"
}
