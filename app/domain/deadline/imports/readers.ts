/** The formats in which an office calendar may come. A new format is a file beside these and a line in the list. */
import type { Outcome } from "../../outcome"
import { type CalendarFile, type CalendarFileProblem, readCalendarFile } from "../calendar-file"
import { dgpaCsv, utf8Of } from "./dgpa-csv"
import { big5Of, dgpaCsvBig5 } from "./dgpa-csv-big5"
import type { CalendarReader } from "./reader"

export const CALENDAR_READERS: readonly CalendarReader[] = [dgpaCsv, dgpaCsvBig5]

/** The largest file that is taken, the same when it is looked at and when it is imported. A year is about 7 KB. */
export const MOST_FILE_KB = 64
export const MOST_FILE_BYTES = MOST_FILE_KB * 1024

/** The year in a file of any format that is known; what nobody recognises is told what it looks like instead. */
export function readCalendar(bytes: Uint8Array): Outcome<CalendarFile, CalendarFileProblem> {
  const reader = CALENDAR_READERS.find((one) => one.recognises(bytes))
  return reader ? reader.read(bytes) : readCalendarFile(utf8Of(bytes) ?? big5Of(bytes))
}
