/** Text that a citizen types: cleaned of what no database or page can carry, measured as people count. */
import { z } from "zod"

// NUL and the other control characters: PostgreSQL refuses the first, no reader sees the rest.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** Characters that turn the direction of what follows make a page say something else than was written. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
const EMAIL_LENGTH = 254 // RFC 5321
const PHONE_LENGTH = 40
const PHONE = /^[\d+()#*\-\s.,~]*(?:(?:分機|轉|ext\.?)\s*\d{1,6})?$/i

/** Characters as a person counts them: 𠮷 is one. */
export const lengthOf = (text: string): number => [...text].length

/** Browsers send line ends as CR LF; kept as LF, so that a limit counts what the person saw. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(CONTROL, "").replace(DIRECTION, "").trim()
}

const onOneLine = (text: string): string => cleanText(text).replace(/\s*\n\s*/g, " ")
const isAtMost = (max: number) => (text: string | null) => text === null || lengthOf(text) <= max
/** The code and, for the words of the message, the limit. */
const tooLong = (max: number) => ({ error: "too-long", params: { max } })

/** One line that must not be empty. */
export function line(max: number, emptyCode: string) {
  return z
    .string({ error: emptyCode })
    .transform(onOneLine)
    .refine((text) => text !== "", emptyCode)
    .refine(isAtMost(max), tooLong(max))
}

/** Paragraphs that must not be empty. */
export function paragraphs(max: number, emptyCode: string) {
  return z
    .string({ error: emptyCode })
    .transform(cleanText)
    .refine((text) => text !== "", emptyCode)
    .refine(isAtMost(max), tooLong(max))
}

/** One line that may be left out: null when it is. */
export function optionalLine(max: number) {
  return z
    .string({ error: "wrong-type" })
    .nullish()
    .transform((text) => (text ? onOneLine(text) || null : null))
    .refine(isAtMost(max), tooLong(max))
}

/** An address that mail can be sent to. Full-width characters, as Chinese keyboards make them, are understood. */
export const emailText = optionalLine(EMAIL_LENGTH)
  .transform((text) => text?.normalize("NFKC") ?? null)
  .refine((text) => text === null || z.email().safeParse(text).success, "email-invalid")

/** A telephone number with at least seven digits, and perhaps an extension. */
export const phoneText = optionalLine(PHONE_LENGTH)
  .transform((text) => text?.normalize("NFKC") ?? null)
  .refine(
    (text) => text === null || (PHONE.test(text) && text.replace(/\D/g, "").length >= 7),
    "phone-invalid",
  )
