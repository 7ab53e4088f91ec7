import { describe, expect, test } from "vitest"
import { LIMITS } from "~/domain/access/limits"
import { atTime } from "~/server/tools/clock.server"
import { sha256 } from "~/server/tools/code.server"
import { db } from "~/server/tools/db.server"
import {
  clientAddress,
  countFailure,
  countOf,
  forgetOldAttempts,
  forgiveTry,
  isUsedUp,
  mayTry,
} from "~/server/tools/throttle.server"
import { useDatabase } from "../../support/database"
import { visit } from "../../support/people"

useDatabase()

const AT = new Date("2026-11-20T09:00:00+08:00")
const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)

/** What the office decided; a limit that is new or changed is changed here too. */
test.each([
  ["sign-in-address", 20, 15],
  ["sign-in-account", 5, 15],
  ["sign-in-everywhere", 100, 60],
  ["sign-in-attack", 1, 1440],
  ["password", 5, 15],
  ["follow", 10, 15],
  ["file", 30, 60],
  ["unconfirmed-recipient", 3, 1440],
  ["unproven-letters", 300, 60],
] as const)("%s: %i in %i minutes, and then open again", async (name, most, minutes) => {
  for (let time = 0; time < most; time += 1) {
    expect(await atTime(AT, () => mayTry(name, "key"))).toBe(true)
  }
  expect(await atTime(AT, () => mayTry(name, "key"))).toBe(false)
  expect(await atTime(AT, () => mayTry(name, "another key"))).toBe(true)
  expect(await atTime(minutesLater(minutes - 1), () => isUsedUp(name, "key"))).toBe(true)
  expect(await atTime(minutesLater(minutes), () => isUsedUp(name, "key"))).toBe(false)
  expect(await atTime(minutesLater(minutes), () => mayTry(name, "key"))).toBe(true)
})

test("every limit is in the table above", () => {
  expect(Object.keys(LIMITS)).toHaveLength(9)
})

describe("a limit", () => {
  test("counts failures only, and each that came at once has a number of its own", async () => {
    const counted = await Promise.all(
      Array.from({ length: 8 }, () => countFailure(db(), "follow", "at once", 1)),
    )
    expect(counted.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(await countFailure(db(), "follow", "at once", 0)).toBe(8)
    expect(await countOf("follow", "at once")).toBe(8)
  })

  test("takes back what turned out right", async () => {
    await mayTry("file", "honest")
    await forgiveTry("file", "honest")
    expect(await countOf("file", "honest")).toBe(0)
  })

  test("keeps an address so that only this portal can tell whose it was", async () => {
    await mayTry("follow", "198.51.100.7")
    const keys = (await db().attempt.findMany()).map(({ key }) => key).join()
    expect(keys).not.toContain("198.51.100.7")
    expect(keys).not.toContain(sha256("198.51.100.7"))
  })

  test("is forgotten when its time is over", async () => {
    await atTime(AT, () => mayTry("follow", "old"))
    await atTime(AT, () => mayTry("file", "newer"))
    await atTime(minutesLater(30), forgetOldAttempts)
    const left = await atTime(AT, () =>
      Promise.all([countOf("follow", "old"), countOf("file", "newer")]),
    )
    expect(left).toEqual([0, 1])
    await db().attempt.deleteMany()
  })
})

test("all addresses of one IPv6 customer are one", () => {
  const from = (address: string) => clientAddress(visit("/", "", { "x-client-address": address }))
  expect(from("2001:db8:1:2::9")).toBe(from("2001:db8:1:2:ffff::1"))
  expect(from("2001:db8:1:2::9")).not.toBe(from("2001:db8:1:3::9"))
})
