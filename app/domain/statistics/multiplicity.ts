/**
 * Answers: of many differences looked at together, which still stand?
 * Assumes p-values that are independent or positively dependent (items of one questionnaire are).
 * Source: Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289; R: p.adjust(p, "BH").
 * Example: .01 .02 .03 .04 .05 → all .05; at 5 % all five stand.
 */
import { accept, type Outcome, refuse } from "../outcome"

export type MultiplicityProblem = "not-a-probability"

/** Adjusted p-values in the order given; one at or below q stands with a false discovery rate of q. */
export function adjustForMany(pValues: readonly number[]): Outcome<number[], MultiplicityProblem> {
  const bad = pValues.find((p) => !(p >= 0 && p <= 1))
  if (bad !== undefined) return refuse("not-a-probability", { params: { p: String(bad) } })
  const largestFirst = pValues.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p)
  const adjusted = new Array<number>(pValues.length).fill(1)
  let smallest = 1
  largestFirst.forEach(({ p, place }, i) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - i))
    adjusted[place] = smallest
  })
  return accept(adjusted)
}
