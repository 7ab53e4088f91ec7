/** Tables as files that a spreadsheet opens as they are: UTF-8 with a mark, CRLF, and no cell that starts a formula. */
import { stringify } from "csv-stringify/sync"
import type { Table } from "~/domain/statistics/reports/report"

/** A table as CSV (RFC 4180). Numbers stay numbers; text that would be read as a formula is defused with an apostrophe. */
export function csvOf({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  return stringify([columns, ...rows], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  })
}

/** The file as an answer that the browser saves. `name` is in the reader's language. */
export function csvFile(name: string, table: Pick<Table, "columns" | "rows">): Response {
  return new Response(csvOf(table), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="report.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
      "Cache-Control": "no-store",
    },
  })
}
