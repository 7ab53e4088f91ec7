import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  answersForMargin,
  isProbabilitySample,
  populationCorrection,
  type Sample,
  samplingError,
  type SelfSelectedSample,
} from "~/domain/statistics/sample"
import { expectClose } from "./closeness"
import { granted, refusal } from "../../support/outcomes"
import reference from "./reference/proportions.json"

const drawn = (n: number, population?: number) => ({
  design: "probability" as const,
  n,
  population,
})

describe("the sampling error", () => {
  test("agrees with R, and is none when everybody was asked", () => {
    for (const { n, population, error } of reference.sampling) {
      expectClose(granted(samplingError(drawn(n, population ?? undefined))), error, 1e-12)
    }
  })

  test.each([
    [100, 9.8],
    [271, 5.95],
    [403, 4.88],
    [1068, 3.0],
    [1099, 2.96],
  ])("of %d is the published ±%d points", (n, points) => {
    expectClose(granted(samplingError(drawn(n))) * 100, points, 0.005)
  })

  test("cannot be asked for answers that chose themselves: it does not compile", () => {
    const selfSelected: SelfSelectedSample = { design: "self-selected", n: 1099 }
    // @ts-expect-error A self-selected sample has no sampling error.
    expect(() => samplingError(selfSelected)).not.toThrow()
    const either: Sample = selfSelected
    expect(isProbabilitySample(either)).toBe(false)
  })

  test("grows with the root of the design effect", () => {
    const plain = granted(samplingError(drawn(1000)))
    expectClose(granted(samplingError({ ...drawn(1000), designEffect: 1.44 })), plain * 1.2, 1e-12)
  })

  test("shrinks with n and with a smaller population", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (n, more) => {
          const error = granted(samplingError(drawn(n)))
          expect(granted(samplingError(drawn(n + more)))).toBeLessThan(error)
          expect(granted(samplingError(drawn(n, n + more)))).toBeLessThanOrEqual(error)
        },
      ),
    )
  })

  test.each([
    [drawn(0), "no-answers"],
    [drawn(NaN), "not-a-count"],
    [drawn(11, 10), "sample-exceeds-population"],
    [{ ...drawn(10), designEffect: -1 }, "not-a-design-effect"],
  ])("is refused for %j: %s", (sample, code) => {
    expect(refusal(samplingError(sample))).toBe(code)
  })

  test("is refused for an impossible share", () => {
    expect(refusal(samplingError(drawn(10), { share: 1.2 }))).toBe("not-a-share")
  })
})

describe("answers needed for a margin", () => {
  test.each([
    [0.03, undefined, 1068],
    [0.05, undefined, 385],
    [0.05, 1000, 278],
    [0.03, 5000, 880],
  ])("of ±%d in a population of %s are %d", (margin, population, n) => {
    expect(granted(answersForMargin(margin, { population }))).toBe(n)
  })
  test("are refused for no margin", () => {
    expect(refusal(answersForMargin(0))).toBe("not-a-share")
    expect(refusal(answersForMargin(0.03, { population: -5 }))).toBe("not-a-count")
  })
})

test("one asked of one is everybody", () => {
  expect(granted(populationCorrection(1, 1))).toBe(0)
})
