/** The two things a petitioner keeps: the case number and the access code; how they are written, and read back. */
import { type CalendarDate, rocYearOf } from "../../deadline/calendar-date"

/** 15 characters of the 22 without look-alikes carry 66 bits. */
export const ACCESS_CODE_LENGTH = 15
const GROUP = 5
const SEQUENCE_DIGITS = 5
const LAST_SEQUENCE = 99_999

/** "ZZ-1151120-": office, ROC year, month and day, as 臺北市 numbers its cases. */
export function numberPrefix(officeCode: string, date: CalendarDate): string {
  return `${officeCode}-${String(rocYearOf(date)).padStart(3, "0")}${date.slice(5, 7)}${date.slice(8, 10)}-`
}

/** The number after the last one given on that day, or the day's first. */
export function nextNumber(prefix: string, last: string | null): string {
  const sequence = last === null ? 1 : Number(last.slice(prefix.length)) + 1
  if (!Number.isInteger(sequence) || sequence > LAST_SEQUENCE)
    throw new RangeError(`No number follows ${last}`)
  return prefix + String(sequence).padStart(SEQUENCE_DIGITS, "0")
}

/** "ABCDE-FGHJK-MNPRT": short groups, so that it can be read aloud. */
export function groupAccessCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-")
}

/** What a person typed, without spaces, hyphens, full-width forms and lower case. Codes have no look-alikes to mend. */
export function readAccessCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
}

/**
 * A case number as a person typed it: O for 0 and I or L for 1 are mended where only digits can stand, and
 * missing hyphens are put back. Null when it cannot be a number of any office.
 */
export function readCaseNumber(typed: string): string | null {
  const parts = typed
    .normalize("NFKC")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== "")
  const compact = withWholeSerial(parts).join("")
  const digits = compact.slice(-12).replace(/[OQ]/g, "0").replace(/[IL]/g, "1")
  const office = compact.slice(0, -12)
  if (!/^[A-Z0-9]{1,10}$/.test(office) || !/^\d{12}$/.test(digits)) return null
  return `${office}-${digits.slice(0, 7)}-${digits.slice(7)}`
}

/** "ZZ-1151119-1": who writes the hyphens may leave out the zeros of the last group. */
function withWholeSerial(parts: string[]): string[] {
  const [serial, date] = [parts.at(-1) ?? "", parts.at(-2) ?? ""]
  if (parts.length < 3 || date.length !== 7 || serial.length > SEQUENCE_DIGITS) return parts
  return [...parts.slice(0, -1), serial.padStart(SEQUENCE_DIGITS, "0")]
}
