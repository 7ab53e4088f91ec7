import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { adjustForMany } from "~/domain/statistics/multiplicity"
import { answersForChange, smallestVisibleChange } from "~/domain/statistics/power"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

describe("answers needed to see a change", () => {
  test("agree with R's power.prop.test", () => {
    for (const { from, to, n } of reference.power) {
      expect(granted(answersForChange(from, to))).toBe(Math.ceil(n))
    }
  })
  test("are 721 in each period for 94 % to 90 %", () => {
    expect(granted(answersForChange(0.94, 0.9))).toBe(721)
  })
  test("are refused for no change and for what is no share", () => {
    expect(refusal(answersForChange(0.94, 0.94))).toBe("no-change")
    expect(refusal(answersForChange(94, 90))).toBe("not-a-share")
    expect(refusal(answersForChange(0.94, NaN))).toBe("not-a-share")
    expect(refusal(answersForChange(0.94, 0.9, { power: 1 }))).toBe("not-a-level")
  })
})

describe("the smallest change that can be seen", () => {
  test("agrees with R's power.prop.test, and is none for a rise that no n of 50 could show", () => {
    for (const wanted of reference.visible) {
      const found = granted(
        smallestVisibleChange(wanted.from, { before: wanted.n, after: wanted.n }),
      )
      expectClose(found.fall, wanted.fall, 1e-7)
      if (wanted.rise === null) expect(found.rise).toBeNull()
      else expectClose(found.rise, wanted.rise, 1e-7)
    }
  })
  test("needs the n that is then found sufficient", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.95, noNaN: true }),
        fc.integer({ min: 60, max: 5000 }),
        (from, n) => {
          const { fall } = granted(smallestVisibleChange(from, { before: n, after: n }))
          if (fall !== null && fall < from) {
            expect(Math.abs(granted(answersForChange(from, from - fall)) - n)).toBeLessThanOrEqual(
              1,
            )
          }
        },
      ),
    )
  })
  test("shrinks with more answers, and knows no way below 0 or above 1", () => {
    const few = granted(smallestVisibleChange(0.94, { before: 300, after: 300 }))
    const many = granted(smallestVisibleChange(0.94, { before: 7200, after: 900 }))
    expect(many.fall).toBeLessThan(few.fall ?? 0)
    expect(granted(smallestVisibleChange(1, { before: 300, after: 300 })).rise).toBeNull()
    expect(granted(smallestVisibleChange(0, { before: 300, after: 300 })).fall).toBeNull()
  })
  test("is refused without answers", () => {
    expect(refusal(smallestVisibleChange(0.94, { before: 0, after: 9 }))).toBe("no-answers")
    expect(refusal(smallestVisibleChange(0.94, { before: 1.5, after: 9 }))).toBe("not-a-count")
  })
})

describe("many differences", () => {
  test("are adjusted as p.adjust(p, 'BH') does in R", () => {
    for (const { p, adjusted } of reference.many) {
      granted(adjustForMany(p)).forEach((value, i) => expectClose(value, adjusted[i] ?? NaN, 1e-12))
    }
  })
  test("keep their places whatever the order, and one alone keeps its p", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 30 }), (all) => {
        const plain = granted(adjustForMany(all))
        const turned = granted(adjustForMany([...all].reverse())).reverse()
        plain.forEach((value, i) => {
          expectClose(value, turned[i] ?? NaN, 1e-12)
          expect(value).toBeGreaterThanOrEqual((all[i] ?? 0) - 1e-15)
        })
      }),
    )
    expect(granted(adjustForMany([0.03]))).toEqual([0.03])
    expect(granted(adjustForMany([]))).toEqual([])
  })
  test("are refused when one is no probability", () => {
    for (const bad of [NaN, -0.1, 1.1])
      expect(refusal(adjustForMany([0.1, bad]))).toBe("not-a-probability")
  })
})
