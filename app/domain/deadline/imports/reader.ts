/** What a reader of an imported calendar is: it knows its own format, and reads it. */
import type { Outcome } from "../../outcome"
import type { CalendarFile, CalendarFileProblem } from "../calendar-file"

export type CalendarReader = {
  /** Whether these bytes are of its format, right or wrong inside. No two readers say so of the same bytes. */
  recognises(bytes: Uint8Array): boolean
  read(bytes: Uint8Array): Outcome<CalendarFile, CalendarFileProblem>
}
