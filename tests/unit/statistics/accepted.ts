/** What tests of outcomes need: the value of an accepted one, the code of a refused one, closeness to a reference. */
import { expect } from "vitest"
import type { Outcome } from "~/domain/outcome"

export function accepted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.problems)}`)
  return outcome.value
}

export function refusedWith(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`Accepted: ${JSON.stringify(outcome.value)}`)
  return outcome.problems.map((problem) => problem.code).join(",")
}

/** Relative closeness for large values, absolute for small ones. */
export function expectClose(actual: number | null, wanted: number, tolerance = 1e-9): void {
  const allowed = tolerance * Math.max(1, Math.abs(wanted))
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? NaN) - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    allowed,
  )
}
