import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findSignals, type JudgedPoint, type Rule } from "~/domain/statistics/control-rules"

/** Centre 0, sigma 1: values are sigmas. */
const points = (values: number[]): JudgedPoint[] =>
  values.map((value) => ({ value, centre: 0, sigma: 1 }))

/** The places that carry a rule. */
const placesOf = (values: number[], rule: Rule): number[] =>
  findSignals(points(values)).flatMap((signals, i) =>
    signals.some((one) => one.rule === rule) ? [i] : [],
  )

describe("one point outside", () => {
  test("is a signal beyond three sigma, not on the limit", () => {
    expect(placesOf([0, 3, 0, 3.01, -3.01], "outside-limits")).toEqual([3, 4])
  })
})

describe("seven on one side", () => {
  test("are a signal, six are not", () => {
    const seven = [0.5, 0.1, 0.6, 0.2, 0.7, 0.3, 0.4]
    expect(placesOf(seven, "seven-on-one-side")).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(placesOf(seven.slice(1), "seven-on-one-side")).toEqual([])
  })
  test("are broken by a point on the centre line", () => {
    expect(placesOf([0.5, 0.1, 0.6, 0, 0.2, 0.7, 0.3, 0.4], "seven-on-one-side")).toEqual([])
  })
})

describe("seven rising or falling", () => {
  test("are a signal, six are not, an equal neighbour breaks them", () => {
    const rising = [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4]
    expect(placesOf(rising, "seven-in-a-row")).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(placesOf(rising.slice(1), "seven-in-a-row")).toEqual([])
    expect(placesOf([-0.3, -0.2, -0.2, 0.1, 0.2, 0.3, 0.4], "seven-in-a-row")).toEqual([])
    expect(findSignals(points([...rising].reverse()))[0]).toEqual([
      { rule: "seven-in-a-row", side: "below" },
    ])
  })
})

describe("two of three near a limit", () => {
  test("are a signal on the same side only, beyond two thirds of the way", () => {
    expect(placesOf([2.1, 0, 2.1], "two-of-three-near-limit")).toEqual([0, 2])
    expect(placesOf([2.1, 0, -2.1], "two-of-three-near-limit")).toEqual([])
    expect(placesOf([2, 0, 2.1], "two-of-three-near-limit")).toEqual([])
    expect(placesOf([0, 2.1, 0, 0, 2.1], "two-of-three-near-limit")).toEqual([])
  })
  test("wait for three points", () => {
    expect(placesOf([2.1, 2.1], "two-of-three-near-limit")).toEqual([])
  })
})

const anyValues = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 40 })

test("signals turn their side when the values are mirrored", () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const mirrored = findSignals(points(values.map((value) => -value)))
      findSignals(points(values)).forEach((signals, i) => {
        const turned = mirrored[i]?.map((one) => ({
          ...one,
          side: one.side === "above" ? "below" : "above",
        }))
        expect(new Set(turned?.map((one) => JSON.stringify(one)))).toEqual(
          new Set(signals.map((one) => JSON.stringify(one))),
        )
      })
    }),
  )
})

test("no points, no signals; a point on a line without width is none", () => {
  expect(findSignals([])).toEqual([])
  expect(findSignals([{ value: 0.94, centre: 0.94, sigma: 0 }])).toEqual([[]])
})
