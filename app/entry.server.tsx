import { createHash, randomBytes } from "node:crypto"
import { Readable, type Transform } from "node:stream"
import { text } from "node:stream/consumers"
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
} from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import type { ReactNode } from "react"
import { renderToPipeableStream } from "react-dom/server"
import { I18nextProvider } from "react-i18next"
import { noteFailure } from "~/server/tools/interruption.server"
import { i18nFor, localeOf, wordsFor } from "~/server/tools/locale.server"
import { log } from "~/server/tools/log.server"
import { isOutage } from "~/server/tools/outage.server"
import { withoutUnfilledTails } from "~/server/tools/page-stream.server"
import { Nonce } from "~/ui/page/nonce"

const ABORT_MS = 5_000
const SHARED = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** Renders a page. One that hydrates streams with a nonce; a citizen page is whole, its styles named by their hash. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8")
  headers.append("Vary", "Cookie, Accept-Language")
  const hydrates = pageHydrates(context)
  const nonce = hydrates ? randomBytes(16).toString("base64") : undefined
  const page = (
    <Nonce.Provider value={nonce}>
      <I18nextProvider i18n={i18nFor(localeOf(request))}>
        <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={ABORT_MS} />
      </I18nextProvider>
    </Nonce.Provider>
  )
  if (nonce) {
    headers.set("Content-Security-Policy", staffPolicy(nonce))
    headers.set("Cache-Control", "no-store")
    return new Response(createReadableStreamFromReadable(await render(page, nonce)), {
      status,
      headers,
    })
  }
  const html = titled(await text(Readable.from(await render(page))), request, context)
  headers.set("Content-Security-Policy", citizenPolicy(html))
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store")
  return new Response(html, { status, headers })
}

/** A page that comes back with problems says so before anything else: in its title (GOV.UK pattern). */
function titled(html: string, request: Request, context: EntryContext): string {
  const answered = Object.values(context.staticHandlerContext.actionData ?? {})
  const isRefused = answered.some(
    (one: unknown) => typeof one === "object" && one !== null && "problems" in one,
  )
  if (!isRefused) return html
  const t = wordsFor(localeOf(request), "form")
  return html.replace(/<title>([^<]*)<\/title>/, (_, title: string) => {
    return `<title>${t("error-title", { title, interpolation: { escapeValue: false } })}</title>`
  })
}

function pageHydrates(context: EntryContext): boolean {
  if (context.staticHandlerContext.errors) return false
  return !context.staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = context.routeModules[route.id]?.handle
    return (
      typeof handle === "object" &&
      handle !== null &&
      "hydrate" in handle &&
      handle.hydrate === false
    )
  })
}

function render(page: ReactNode, nonce?: string): Promise<Transform> {
  return new Promise((resolve, reject) => {
    const body = withoutUnfilledTails()
    const { pipe, abort } = renderToPipeableStream(page, {
      ...(nonce ? { nonce } : {}),
      [nonce ? "onShellReady" : "onAllReady"]: () => resolve(pipe(body)),
      onShellError: reject,
      onError: (error: unknown) => log.error({ err: error }, "page.render-failed"),
    })
    setTimeout(abort, ABORT_MS).unref()
  })
}

/** React writes inline style attributes for charts and bars: attributes are allowed, elements need the nonce. */
const staffPolicy = (nonce: string): string =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ` +
  `style-src-attr 'unsafe-inline'; img-src 'self' data:; ${SHARED}`

function citizenPolicy(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, css]) =>
      `'sha256-${createHash("sha256")
        .update(css ?? "")
        .digest("base64")}'`,
  )
  return (
    `default-src 'none'; style-src ${styles.join(" ") || "'none'"}; script-src 'self'; ` +
    `connect-src 'self'; img-src 'self' data:; ${SHARED}`
  )
}

/** Bugs and outages: recorded without personal text and without keys. A request that was refused is not one of them. */
export function handleError(error: unknown, { request, params, context }: Failed): void {
  noteFailure(context, error)
  if (request.signal.aborted) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  const { pathname } = new URL(request.url)
  const path = params["token"] ? pathname.replace(params["token"], ":token") : pathname
  // An outage fails every request alike: one line each, not a stack each.
  if (isOutage(error)) log.error({ path }, "request.interrupted")
  else log.error({ err: error, path }, "request.failed")
}

type Failed = {
  request: Request
  params: Record<string, string | undefined>
  context?: AppLoadContext
}
