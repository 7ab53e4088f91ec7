/** The address that asks, as limits count it: one IPv4 address, or the /64 that one IPv6 customer has to itself. */
import { isIP } from "node:net"

/** Whatever a proxy wrote (port, brackets, zone, upper case, IPv4 inside IPv6) becomes one spelling per customer. */
export function countedAddress(written: string): string {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/%.*$/, "")
  const version = isIP(bare)
  if (version === 4) return bare
  return version === 6 ? countedIPv6(groupsOf(bare)) : "unknown"
}

function countedIPv6(groups: number[]): string {
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".")
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return `${network.join(":")}::/64`
}

/** The eight numbers of a valid IPv6 address; URL writes every spelling in one way. */
function groupsOf(address: string): number[] {
  const [left = "", right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::")
  const numbers = (text: string) =>
    text ? text.split(":").map((group) => parseInt(group, 16)) : []
  const [head, tail] = [numbers(left), numbers(right ?? "")]
  const gap = right === undefined ? 0 : 8 - head.length - tail.length
  return [...head, ...Array.from({ length: gap }, () => 0), ...tail]
}
