import { describe, expect, test } from "vitest"
import { countedAddress } from "~/server/tools/address.server"

describe("an address as limits count it", () => {
  test.each([
    ["198.51.100.7", "198.51.100.7"],
    [" 198.51.100.7:51234 ", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["[::ffff:198.51.100.7]:443", "198.51.100.7"],
    ["::FFFF:c633:6407", "198.51.100.7"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2:3:4:5:6]:8080", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["unknown", "unknown"],
    ["198.51.100.700", "unknown"],
    ["a line\nof nonsense", "unknown"],
  ])("%j is %s", (written, counted) => {
    expect(countedAddress(written)).toBe(counted)
  })
})
