import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compareUnits, estimatePhi, type FunnelUnit } from "~/domain/statistics/funnel"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/trends.json"

const units = (counts: number[], ns: number[]): FunnelUnit[] =>
  counts.map((count, i) => ({ id: `u${String(i).padStart(2, "0")}`, count, n: ns[i] ?? 0 }))

describe("a funnel", () => {
  test("agrees with Spiegelhalter's formulas written out in R", () => {
    for (const wanted of reference.funnels) {
      const group = units(wanted.count, wanted.n)
      const funnel = granted(compareUnits(group))
      expectClose(funnel.centre, wanted.centre, 1e-12)
      expectClose(estimatePhi(group, funnel.centre), wanted.phi, 1e-12)
      expectClose(funnel.overdispersion, Math.max(1, wanted.phi), 1e-12)
      funnel.units.forEach((unit, i) => {
        expectClose(unit.warning.low, wanted.warningLow[i] ?? NaN, 1e-9)
        expectClose(unit.alarm.high, wanted.alarmHigh[i] ?? NaN, 1e-9)
      })
    }
  })

  test("finds the one counter of twenty-one that differs, and no other", () => {
    const funnel = granted(
      compareUnits(units([...Array<number>(20).fill(94), 80], Array<number>(21).fill(100))),
    )
    expect(funnel.units.filter((unit) => unit.place !== "inside").map((unit) => unit.id)).toEqual([
      "u20",
    ])
    expect(funnel.units[20]?.place).toBe("alarm-below")
  })

  test("widens its limits where all units differ more than chance, so that none is blamed alone", () => {
    const { count, n } = reference.funnels[1] ?? { count: [], n: [] }
    const funnel = granted(compareUnits(units(count, n)))
    expect(funnel.overdispersion).toBeGreaterThan(10)
    expect(funnel.units.every((unit) => !unit.place.startsWith("alarm"))).toBe(true)
  })

  test("gives units in the order of their ids, never of their values", () => {
    const group = units([90, 99, 80, 95], [100, 100, 100, 100])
    expect(granted(compareUnits([...group].reverse()))).toEqual(granted(compareUnits(group)))
    expect(granted(compareUnits(group)).units.map((unit) => unit.id)).toEqual([
      "u00",
      "u01",
      "u02",
      "u03",
    ])
  })

  test("says where a unit is too small for its limits to be exact", () => {
    const funnel = granted(compareUnits(units([9, 94, 940], [10, 100, 1000])))
    expect(funnel.units.map((unit) => unit.isSmall)).toEqual([true, false, false])
  })

  test("of units where everybody is satisfied has nobody outside", () => {
    const funnel = granted(compareUnits(units([10, 1, 300], [10, 1, 300])))
    expect([funnel.centre, funnel.overdispersion]).toEqual([1, 1])
    expect(funnel.units.every((unit) => unit.place === "inside")).toBe(true)
  })

  test("keeps limits that hold the centre and narrow with n", () => {
    const unit = fc
      .integer({ min: 1, max: 2000 })
      .chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }))
    fc.assert(
      fc.property(fc.array(unit, { minLength: 3, maxLength: 25 }), (group) => {
        const funnel = granted(compareUnits(group.map((one, i) => ({ ...one, id: `u${i}` }))))
        const width = (one: { alarm: { low: number; high: number } }) =>
          one.alarm.high - one.alarm.low
        for (const one of funnel.units) {
          expect(one.alarm.low <= funnel.centre && funnel.centre <= one.alarm.high).toBe(true)
          for (const other of funnel.units)
            if (other.n > one.n) expect(width(other)).toBeLessThanOrEqual(width(one))
        }
      }),
    )
  })

  test.each<[FunnelUnit[], string]>([
    [units([9, 9], [10, 10]), "too-few-units"],
    [units([9, 9, 11], [10, 10, 10]), "count-exceeds-n"],
    [units([9, 9, 0], [10, 10, 0]), "no-answers"],
    [units([9, NaN, 0], [10, 10, 10]), "not-a-count"],
    [[...units([9, 9, 9], [10, 10, 10]), { id: "u01", count: 1, n: 2 }], "duplicate-unit"],
  ])("is refused for %j: %s", (group, code) => {
    expect(refusal(compareUnits(group))).toBe(code)
  })
})
