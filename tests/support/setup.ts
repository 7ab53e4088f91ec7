/** A console error or warning in a test is a bug seen early: it fails the test. */
import { afterEach, beforeEach, expect, vi } from "vitest"
import { log } from "~/server/tools/log.server"

log.level = "silent"

process.env["NODE_ENV"] = "test"
process.env["MINYI_NOW"] ??= "2026-11-20T10:00:00+08:00" // a Friday; the calendar is known around it
process.env["SESSION_SECRET"] ??= "a secret of the tests, long enough to be one"

beforeEach(() => {
  vi.spyOn(console, "error")
  vi.spyOn(console, "warn")
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  expect(vi.mocked(console.warn).mock.calls).toEqual([])
  vi.restoreAllMocks()
})
