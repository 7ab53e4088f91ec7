/** Whether a proxy stands in front that the settings do not know: then all people of a city would be one address. */
import { env } from "./env.server"
import { log } from "./log.server"

let ignored = false

/** Notes a request that a proxy passed on although TRUSTED_PROXIES is 0; said loudly once, and shown to administrators. */
export function noteForwarded(headers: Headers): void {
  const { isProduction, TRUSTED_PROXIES } = env()
  if (ignored || !isProduction || TRUSTED_PROXIES > 0 || !headers.has("x-forwarded-for")) return
  ignored = true
  log.error(
    "A request came with X-Forwarded-For, but TRUSTED_PROXIES is 0: everybody behind the proxy counts as one address, and one stranger can use up everybody's limits. Set TRUSTED_PROXIES to the number of proxies in front.",
  )
}

export const proxyIsIgnored = (): boolean => ignored
