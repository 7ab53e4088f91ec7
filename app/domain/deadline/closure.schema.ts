/** What staff give when the office departs from the calendar, and when they import a year. */
import { z } from "zod"
import { line } from "../text"
import { CalendarDateSchema } from "./calendar-date.schema"
import { CLOSURE_KINDS } from "./office-calendar"

export const OfficeClosureForm = z.strictObject({
  date: CalendarDateSchema,
  kind: z.enum(CLOSURE_KINDS, { error: "kind-required" }),
  reason: line(60, "reason-required"),
  issuedBy: line(40, "issuer-required"),
})

export const ClosureRemovalForm = z.strictObject({ date: CalendarDateSchema })

/** A checked file on its way through the preview: its bytes in Base64. */
export const CalendarImportForm = z.strictObject({
  file: z.base64({ error: "file-unreadable" }).max(40_000, "file-too-large"),
  source: line(200, "source-required"),
})
