/** How long answering takes: measured in coarse steps, and told only when enough people were measured. */

/** Seconds. Coarse, so that the time of an answer says nothing of who gave it. */
const STEPS = [3, 10, 20, 30, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1800, 3600] as const
/** A form left open longer is not a time of answering: it counts as this. */
const LONGEST = 3600
const FEWEST_MEASURED = 30

/** The step that a time falls into, rounded up; null when it is not known when the form was opened. */
export function timeTaken(openedAt: Date | null, sentAt: Date): number | null {
  if (!openedAt) return null
  const seconds = (sentAt.getTime() - openedAt.getTime()) / 1000
  if (seconds < 0) return null // a clock that was set back measures nothing
  return STEPS.find((step) => seconds <= step) ?? LONGEST
}

/**
 * Within how many minutes half of the people were done: the median step in whole minutes, rounded up, so that the
 * sentence is never too short. Null under 30 measured.
 */
export function minutesForHalf(measured: number, medianSeconds: number | null): number | null {
  if (measured < FEWEST_MEASURED || medianSeconds === null) return null
  return Math.max(1, Math.ceil(medianSeconds / 60))
}
