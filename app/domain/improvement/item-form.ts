/** The fields of a plan item's form: numbered rows of work with their months. */

/** How many rows of work the form offers: the longest item of an ordinary plan has seven, most have one or two. */
export const WORK_ROWS_OFFERED = [1, 2, 3, 4] as const
type RowNumber = (typeof WORK_ROWS_OFFERED)[number]

export const workField = (row: RowNumber) => `work${row}` as const
export const monthsField = (row: RowNumber) => `months${row}` as const
