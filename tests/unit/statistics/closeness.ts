/** Closeness to a reference. */
import { expect } from "vitest"

/** Relative closeness for large values, absolute for small ones. */
export function expectClose(actual: number | null, wanted: number, tolerance = 1e-9): void {
  const allowed = tolerance * Math.max(1, Math.abs(wanted))
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? NaN) - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    allowed,
  )
}
