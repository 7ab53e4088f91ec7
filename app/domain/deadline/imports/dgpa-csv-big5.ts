/** The DGPA's office calendar in Big5, as one of the official files of 2025 was. */
import { hasCalendarHeader, readCalendarFile } from "../calendar-file"
import { utf8Of } from "./dgpa-csv"
import type { CalendarReader } from "./reader"

export const big5Of = (bytes: Uint8Array): string => new TextDecoder("big5").decode(bytes)

export const dgpaCsvBig5: CalendarReader = {
  recognises: (bytes) => utf8Of(bytes) === null && hasCalendarHeader(big5Of(bytes)),
  read: (bytes) => readCalendarFile(big5Of(bytes)),
}
