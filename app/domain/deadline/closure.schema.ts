/** What staff give when the office departs from the calendar, and when they import a year. */
import { z } from "zod"
import { line } from "../text"
import { CalendarDateSchema } from "./calendar-date.schema"
import { MOST_FILE_BYTES } from "./imports/readers"
import { CLOSURE_KINDS } from "./office-calendar"

export const OfficeClosureForm = z.strictObject({
  date: CalendarDateSchema,
  kind: z.enum(CLOSURE_KINDS, { error: "kind-required" }),
  reason: line(60, "reason-required"),
  issuedBy: line(40, "issuer-required"),
})

export const ClosureRemovalForm = z.strictObject({ date: CalendarDateSchema })

/** Where a file comes from, so that it can be looked up later. */
export const ImportSourceForm = z.object({ source: line(200, "source-required") })

/** A checked file on its way through the preview: its bytes in Base64, four characters for three bytes. */
export const CalendarImportForm = ImportSourceForm.extend({
  file: z
    .base64({ error: "file-unreadable" })
    .max(4 * Math.ceil(MOST_FILE_BYTES / 3), "file-too-large"),
}).strict()
