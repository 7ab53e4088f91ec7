/** The DGPA's office calendar as it is published today: CSV in UTF-8, with or without its mark. */
import { hasCalendarHeader, readCalendarFile } from "../calendar-file"
import type { CalendarReader } from "./reader"

/** The text of the bytes; null where they are no UTF-8. */
export function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

export const dgpaCsv: CalendarReader = {
  recognises: (bytes) => hasCalendarHeader(utf8Of(bytes) ?? ""),
  read: (bytes) => readCalendarFile(utf8Of(bytes) ?? ""),
}
