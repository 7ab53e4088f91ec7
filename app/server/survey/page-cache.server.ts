/** The questionnaire page from memory: rendered once per version, channel, language and text size, with a key of its own for each reader. */
import { type Channel } from "~/domain/survey/channel"
import { KEY_FIELD } from "~/domain/survey/answering"
import { today } from "../tools/clock.server"
import { localeOf, type TextSize, textSizeOf } from "../tools/locale.server"
import { newAnswerKey } from "./answer-key.server"
import { type Encoding, type KeyedPage, keepWithGap } from "./keyed-page.server"
import { findChannel } from "./questionnaires.server"

type KeptPage = { headers: [string, string][]; body: KeyedPage }

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
  const canonical = canonicalAddress(request)
  if (canonical) return new Response(null, { status: 308, headers: { Location: canonical } })
  const code = codeOf(request)
  const channel = code === null ? null : await findChannel(code)
  if (!channel?.isOpen || !channel.versionId || channel.code !== code) return null
  const page = await keptPage(request, channel, render)
  return page && answer(request, channel, page)
}

/** Short addresses are lower case; a telephone that begins with a capital is shown the way. Null when it is right. */
function canonicalAddress(request: Request): string | null {
  const { pathname, search } = new URL(request.url)
  const [, typed, rest = ""] = /^(\/s\/[a-z0-9-]+)(\/.*)?$/i.exec(pathname) ?? []
  if (typed === undefined || typed === typed.toLowerCase()) return null
  return typed.toLowerCase() + rest + search
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
  const name = JSON.stringify([channel, locale, size, today()]) // by the day: the measured time changes
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

async function renderPage(
  request: Request,
  render: (request: Request) => Promise<Response>,
): Promise<KeptPage | null> {
  const response = await render(request)
  if (response.status !== 200) return null
  const html = await response.text()
  const key = KEY_IN_PAGE.exec(html)?.[1]
  const body = key ? await keepWithGap(html, key) : null
  if (!body) return null
  const headers = [...response.headers].filter(([name]) => !NOT_KEPT.test(name))
  return { headers, body }
}

const KEY_IN_PAGE = new RegExp(`name="${KEY_FIELD}"[^>]* value="([\\w-]+)"`)
const NOT_KEPT = /^(set-cookie|content-length|etag|cache-control)$/i

/** No validator: who opens the address again must get a form of their own, not the one they had. */
function answer(request: Request, channel: Channel, page: KeptPage): Response {
  const encoding = encodingOf(request)
  const body = page.body[encoding](newAnswerKey())
  const headers = new Headers(page.headers)
  headers.set("Cache-Control", cacheRuleOf(channel))
  headers.append("Vary", "Accept-Encoding")
  if (encoding !== "identity") headers.set("Content-Encoding", encoding)
  headers.set("Content-Length", String(body.byteLength))
  return new Response(request.method === "HEAD" ? null : body, { headers })
}

/** What one person typed on a tablet must not be found there by the next: the browser keeps nothing of it. */
const cacheRuleOf = ({ mode }: Channel): string =>
  mode === "tablet" ? "no-store" : "private, no-cache"

function encodingOf(request: Request): Encoding {
  const accepted = request.headers.get("accept-encoding") ?? ""
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted)) return "br"
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/.test(accepted) ? "gzip" : "identity"
}
