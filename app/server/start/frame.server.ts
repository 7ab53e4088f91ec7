/** What every request must be before a door opens, and what every answer says to browsers and search engines. */
import type { IncomingMessage } from "node:http"
import type { Context, MiddlewareHandler } from "hono"
import { isHttps } from "../tools/cookie.server"
import { env } from "../tools/env.server"
import { log } from "../tools/log.server"
import { noteForwarded } from "../tools/proxies.server"

export type Bindings = { Bindings: { incoming?: IncomingMessage } }

const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

/** Pages of one person or of the staff: nobody finds them by searching. */
const PERSONAL = /^\/(staff|petitions\/(?!(new|follow)\/?$)|s\/[^/]+\/.|preferences)/

/** Headers of every answer. Over https the browser remembers for a year to come no other way. */
export const sayToBrowsers: MiddlewareHandler<Bindings> = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value)
  if (isHttps()) context.header("Strict-Transport-Security", "max-age=31536000")
  if (PERSONAL.test(context.req.path)) context.header("X-Robots-Tag", "noindex, nofollow")
  // RFC 9110 §15.5.6: a page that refuses even POST takes none
  const allowed = context.req.method === "POST" ? "GET, HEAD" : "GET, HEAD, POST"
  if (context.res.status === 405) context.header("Allow", allowed)
}

/** Refuses what no person's browser sends, and in production whatever asks for another host than the portal's own. */
export const refuseStrangeRequests: MiddlewareHandler<Bindings> = async (context, next) => {
  // No person types a NUL, and PostgreSQL refuses it: said here once instead of by every query.
  if (context.req.url.includes("%00")) return context.text("Bad request", 400)
  if (hostsOf(context).length > 1) return context.text("Bad request: more than one Host", 400)
  if (!isOurHost(context)) return misdirected(context)
  noteForwarded(context.req.raw.headers)
  return next()
}

/** Node keeps the first of several; a proxy in front may have looked at the last. */
function hostsOf(context: Context<Bindings>): string[] {
  const raw = context.env?.incoming?.rawHeaders ?? []
  return raw.filter((_, nth) => nth % 2 === 1 && raw[nth - 1]?.toLowerCase() === "host")
}

/** Who watches the health asks by number, not by name. */
const WATCHED = /^\/(health|healthz|readyz)$/

function isOurHost(context: Context<Bindings>): boolean {
  const { isProduction, PUBLIC_URL } = env()
  if (!isProduction || !PUBLIC_URL || WATCHED.test(context.req.path)) return true
  const asked = context.req.header("host") ?? ""
  return asked.toLowerCase() === new URL(PUBLIC_URL).host
}

let isSaid = false

function misdirected(context: Context<Bindings>): Response {
  if (!isSaid) {
    isSaid = true
    log.error(
      { host: context.req.header("host")?.slice(0, 100) },
      "A request for another host than that of PUBLIC_URL was refused. A proxy in front must pass on the Host header as it came.",
    )
  }
  return context.text("This portal does not answer for this address.", 421)
}
