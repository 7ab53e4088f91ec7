import { describe, expect, test } from "vitest"
import {
  betaBelow,
  chiSquareAbove,
  chiSquareQuantile,
  fAbove,
  fQuantile,
  logChoose,
  logGamma,
  normalAbove,
  normalBelow,
  normalQuantile,
  normalTwoSided,
  studentQuantile,
  studentTwoSided,
} from "~/domain/statistics/distributions"
import { expectClose } from "./closeness"
import reference from "./reference/proportions.json"

const R = reference.distributions

/** Tails are small numbers: they must agree relatively too. */
function expectTail(actual: number, wanted: number): void {
  expectClose(actual, wanted)
  if (wanted > 1e-250) expect(Math.abs(actual / wanted - 1)).toBeLessThan(1e-9)
}

describe("the distributions agree with R", () => {
  test("pnorm, also twenty sigma into the tail", () => {
    for (const { z, value } of R.normalAbove) expectTail(normalAbove(z), value)
  })
  test("qnorm", () => {
    for (const { p, value } of R.normalQuantile) expectClose(normalQuantile(p), value)
  })
  test("pt, from one degree of freedom to ten thousand", () => {
    for (const { t, df, value } of R.studentTwoSided) expectTail(studentTwoSided(t, df), value)
  })
  test("qt", () => {
    for (const { p, df, value } of R.studentQuantile) expectClose(studentQuantile(p, df), value)
  })
  test("pchisq and qchisq", () => {
    for (const { x, df, value } of R.chiSquareAbove) expectTail(chiSquareAbove(x, df), value)
    for (const { p, df, value } of R.chiSquareQuantile) expectClose(chiSquareQuantile(p, df), value)
  })
  test("pf and qf", () => {
    for (const { f, df1, df2, value } of R.fAbove) expectTail(fAbove(f, df1, df2), value)
    for (const { p, df1, df2, value } of R.fQuantile) expectClose(fQuantile(p, df1, df2), value)
  })
  test("pbeta and lgamma", () => {
    for (const { x, a, b, value } of R.betaBelow) expectTail(betaBelow(x, a, b), value)
    for (const { x, value } of R.logGamma) expectClose(logGamma(x), value, 1e-12)
  })
})

test("the ends are the ends", () => {
  expect(normalQuantile(1)).toBe(Infinity)
  expect(normalQuantile(0)).toBe(-Infinity)
  expect(betaBelow(0, 2, 3)).toBe(0)
  expect(betaBelow(1, 2, 3)).toBe(1)
  expect(chiSquareAbove(0, 3)).toBe(1)
  expect(studentTwoSided(0, 5)).toBe(1)
  expect(normalTwoSided(0)).toBe(1)
  expect(fAbove(0, 2, 3)).toBe(1)
})

test("what is no number stays none", () => {
  expect(normalQuantile(NaN)).toBeNaN()
  expect(normalQuantile(1.5)).toBeNaN()
  expect(chiSquareAbove(NaN, 2)).toBeNaN()
  expect(betaBelow(0.5, -1, 2)).toBeNaN()
})

test("below and above make one, and 52 choose 5 is 2,598,960", () => {
  for (const z of [-4, -1, 0, 0.3, 2]) expectClose(normalBelow(z) + normalAbove(z), 1, 1e-15)
  expectClose(Math.exp(logChoose(52, 5)), 2_598_960, 1e-12)
})
