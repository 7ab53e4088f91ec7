/** From which network address answers came, as a hash that is worth nothing after its day. */
import { createHmac } from "node:crypto"
import { isIPv6 } from "node:net"
import { today } from "../tools/clock.server"
import { signingSecret } from "../tools/secret.server"

/** Keyed with the house's secret and the day: neither the database alone nor tomorrow's hashes tell the address. */
export function senderOf(address: string): string {
  return createHmac("sha256", signingSecret())
    .update(`sender:${today()}:${networkOf(address)}`)
    .digest("base64url")
    .slice(0, 16)
}

/** A household has one IPv4 address but 2^64 of IPv6: of those, the first half counts. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  const [front = "", back = ""] = address.toLowerCase().split("::")
  const first = front.split(":").filter(Boolean)
  const last = back.split(":").filter(Boolean)
  const missing = Array.from({ length: 8 - first.length - last.length }, () => "0")
  return [...first, ...missing, ...last]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":")
}
