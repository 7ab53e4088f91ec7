/** The reports of the portal: each has a page with its sentences, and a file with its table. */
/** Cells are text as it is printed, or numbers as they are; `columns` and text are in the reader's language. */
export type Table = { name: string; columns: string[]; rows: (string | number | null)[][] }

/** The reports that have a page, and a file with their tables. */
export const REPORTS = ["trends", "results"] as const
export type ReportName = (typeof REPORTS)[number]

/** The item that stands for the whole; a questionnaire without it is led by its first. */
export const OVERALL = "overall"

/** The key of the item that leads a report. */
export const leadingItem = (keys: readonly string[]): string =>
  keys.includes(OVERALL) ? OVERALL : (keys[0] ?? "")
