import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import { decideImport, previewImport } from "~/domain/deadline/calendar-change"
import {
  decideClosureAdded,
  decideClosureRemoved,
  type OfficeDay,
} from "~/domain/deadline/closure-change"

const date = calendarDate("2026-07-24")
const free: OfficeDay = { officeId: "zz", date, isKnown: true, closure: null }
const closure = { kind: "closed" as const, reason: "颱風停止上班", issuedBy: "臺北市政府" }

describe("a departure from the calendar", () => {
  test("is added with its facts in the history", () => {
    expect(decideClosureAdded(free, closure)).toEqual({
      ok: true,
      value: {
        next: { ...free, closure },
        events: [{ kind: "calendar.closure-added", detail: { date, ...closure } }],
      },
    })
  })

  test.each([
    ["on a day that has one", { ...free, closure }, "closure-exists"],
    ["on a day outside the calendar", { ...free, isKnown: false }, "closure-outside-calendar"],
  ])("%s is refused", (_, day, code) => {
    expect(decideClosureAdded(day, closure)).toMatchObject({ problems: [{ code, field: "date" }] })
  })

  test("is taken back once", () => {
    expect(decideClosureRemoved({ ...free, closure })).toEqual({
      ok: true,
      value: {
        next: free,
        events: [{ kind: "calendar.closure-removed", detail: { date } }],
      },
    })
    expect(decideClosureRemoved(free)).toMatchObject({ problems: [{ code: "closure-missing" }] })
  })
})

describe("a year of the calendar", () => {
  const worked = new Map([[date, { isWorkingDay: true, name: "" }]])
  const off = new Map([[date, { isWorkingDay: false, name: "調整放假" }]])
  const version = { source: "人事總處", hash: "h", importedAt: new Date("2026-01-01T00:00:00Z") }

  test("takes the place of the one in force, and the history says how many days differ", () => {
    const record = { year: 2026, days: worked, version: null }
    expect(decideImport(record, { year: 2026, days: off }, version)).toMatchObject({
      value: {
        next: { days: off, version },
        preview: { isFirst: false, changes: [{ date }] },
        events: [
          { kind: "calendar.imported", detail: { year: 2026, source: "人事總處", changes: 1 } },
        ],
      },
    })
  })

  test("that changes nothing is refused", () => {
    expect(previewImport({ days: off }, { year: 2026, days: off })).toMatchObject({
      problems: [{ code: "calendar-unchanged", params: { year: 2026 } }],
    })
  })

  test("of which nothing was known changes no day", () => {
    expect(previewImport({ days: new Map() }, { year: 2026, days: off })).toMatchObject({
      value: { isFirst: true, changes: [] },
    })
  })
})
