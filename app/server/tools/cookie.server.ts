/** The cookies of the portal: HttpOnly and Lax everywhere; over https Secure and bound to this host by their name. */
import { createCookie } from "@remix-run/node"
import { env } from "./env.server"
import { signingSecret } from "./secret.server"

export const isHttps = (): boolean => env().PUBLIC_URL?.startsWith("https:") ?? false

type Kept = { path?: string; maxAge?: number }

/** A signed cookie. A browser takes `__Host-` only from this very host, over https and for all its paths. */
export function portalCookie(name: string, { path = "/", maxAge }: Kept = {}) {
  const secure = isHttps()
  const prefix = secure ? (path === "/" ? "__Host-" : "__Secure-") : ""
  return createCookie(prefix + name, {
    httpOnly: true,
    sameSite: "lax",
    path,
    secure,
    secrets: [signingSecret()],
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

/** The end of a Set-Cookie header for what is no secret but must not travel in the open. */
export const secureSuffix = (): string => (isHttps() ? "; Secure" : "")
