/**
 * Answers: what may be shown of a multiple choice by group, where one person ticks several options?
 * Assumes the number who answered per group and, of those, how many ticked each option.
 * Each option is its own table of "ticked" and "not ticked"; a group hidden in one is hidden in all, with all its cells.
 * Source: suppression.ts, option by option.
 * Example: groups of 40 and 3 people → both groups are hidden (the second would follow from the total), the totals stay.
 */
import { accept, type Outcome } from "../outcome"
import type { Grid } from "./disclosure"
import {
  publishTable,
  type PublishedTable,
  SMALLEST_SHOWN,
  type SuppressionProblem,
} from "./suppression"

/** `answered` per group; `ticked` a row per group, a column per option. `rowTotals` are those who answered. */
export function publishOverlapping(
  answered: readonly number[],
  ticked: Grid,
  k = SMALLEST_SHOWN,
): Outcome<PublishedTable, SuppressionProblem> {
  const options = (ticked[0] ?? []).map((_, j) => j)
  const tables: PublishedTable[] = []
  for (const option of options.length > 0 ? options : [0]) {
    const counts = ticked.map((row, i) => [
      row[option] ?? NaN,
      (answered[i] ?? NaN) - (row[option] ?? NaN),
    ])
    const table = publishTable(counts, null, k)
    if (!table.ok) return table
    tables.push(table.value)
  }
  const shownInAll = (pick: (table: PublishedTable) => number | null | undefined) =>
    tables.every((table) => typeof pick(table) === "number")
      ? (pick(tables[0] ?? NOTHING) ?? null)
      : null
  const rowTotals = answered.map((_, i) => shownInAll((table) => table.rowTotals[i]))
  return accept({
    rowTotals,
    cells: rowTotals.map((total, i) =>
      tables.map((table) =>
        total === null || typeof table.cells[i]?.[1] !== "number"
          ? null
          : (table.cells[i]?.[0] ?? null),
      ),
    ),
    columnTotals: tables.map((table) =>
      typeof table.columnTotals[1] !== "number" ? null : (table.columnTotals[0] ?? null),
    ),
    total: shownInAll((table) => table.total),
  })
}

const NOTHING: PublishedTable = { cells: [], rowTotals: [], columnTotals: [], total: null }
