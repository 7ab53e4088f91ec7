/**
 * Answers: how many answered every scale item alike without looking (straight-lining), and which items are skipped?
 * Assumes one row per respondent, a cell per item; "not-asked" (branching) is nobody's omission and is in no base.
 * A straight line is a sign, not a proof: with a 90 % ceiling many honest people tick 滿意 everywhere. Nothing is deleted.
 * Source: Yan 2008, "Nondifferentiation", Encyclopedia of Survey Research Methods; interval by Wilson.
 * Example: rows 5,5,5,5 and 5,4,5,5 → 1 of 2 straight.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { type Proportion, proportionOf } from "./proportion"

export type Cell = string | "skipped" | "not-asked"

/** Fewer answers in a row than this cannot show a straight line. */
export const FEWEST_IN_A_LINE = 4

export type QualityProblem =
  "no-answers" | "uneven-columns" | "not-a-count" | "count-exceeds-n" | "not-a-level"

const isAnswer = (cell: Cell): boolean => cell !== "skipped" && cell !== "not-asked"

/** The share of those with at least four answered scale items who gave all of them the same answer. */
export function straightLining(
  rows: readonly (readonly Cell[])[],
): Outcome<Proportion, QualityProblem> {
  const answered = rows
    .map((row) => row.filter(isAnswer))
    .filter((row) => row.length >= FEWEST_IN_A_LINE)
  const straight = answered.filter((row) => row.every((cell) => cell === row[0]))
  return proportionOf({ count: straight.length, n: answered.length })
}

/** `skipped.n` is how many were asked; null when nobody was. */
export type ItemNonResponse = { key: string; asked: number; skipped: Proportion | null }

/** Item non-response: of those who were asked, how many gave no answer. */
export function nonResponseByItem(
  keys: readonly string[],
  rows: readonly (readonly Cell[])[],
): Outcome<ItemNonResponse[], QualityProblem> {
  if (rows.length === 0) return refuse("no-answers")
  if (rows.some((row) => row.length !== keys.length)) return refuse("uneven-columns")
  return accept(
    keys.map((key, i) => {
      const asked = rows.filter((row) => row[i] !== "not-asked")
      const count = asked.filter((row) => row[i] === "skipped").length
      const skipped = proportionOf({ count, n: asked.length })
      return { key, asked: asked.length, skipped: skipped.ok ? skipped.value : null }
    }),
  )
}
