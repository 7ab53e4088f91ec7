/** Text that a citizen types: cleaned of what no database or page can carry, measured as people count. */
import { z } from "zod"
import { characterCount, cleanText as cleanTyped } from "./form"

/** Characters that turn the direction of what follows make a page say something else than was written. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g
const EMAIL_LENGTH = 254 // RFC 5321
const PHONE_LENGTH = 40
const PHONE = /^[\d+()#*\-\s.,~]*(?:(?:分機|轉|ext\.?)\s*\d{1,6})?$/i

/** What every form keeps, and without the marks that turn its direction. */
const cleanText = (text: string): string => cleanTyped(text.replace(DIRECTION, ""))

const onOneLine = (text: string): string => cleanText(text).replace(/\s*\n\s*/g, " ")

/** Refuses what is longer; the words of the message say how long it is and may be. */
const atMost =
  (max: number, code: string) =>
  ({ value, issues }: z.core.ParsePayload<string | null>) => {
    const count = characterCount(value ?? "")
    if (count > max) {
      issues.push({ code: "custom", input: value, message: code, params: { max, count } })
    }
  }

/** One line that must not be empty. */
export function line(max: number, emptyCode: string, longCode = "too-long") {
  return z
    .string({ error: emptyCode })
    .transform(onOneLine)
    .refine((text) => text !== "", emptyCode)
    .check(atMost(max, longCode))
}

/** Paragraphs that must not be empty. */
export function paragraphs(max: number, emptyCode: string, longCode = "too-long") {
  return z
    .string({ error: emptyCode })
    .transform(cleanText)
    .refine((text) => text !== "", emptyCode)
    .check(atMost(max, longCode))
}

/** One line that may be left out: null when it is. */
export function optionalLine(max: number, longCode = "too-long") {
  return z
    .string({ error: "wrong-type" })
    .nullish()
    .transform((text) => (text ? onOneLine(text) || null : null))
    .check(atMost(max, longCode))
}

/** An address that mail can be sent to. Full-width characters, as Chinese keyboards make them, are understood. */
export const emailText = optionalLine(EMAIL_LENGTH, "email-invalid")
  .transform((text) => text?.normalize("NFKC") ?? null)
  .refine((text) => text === null || z.email().safeParse(text).success, "email-invalid")

/** A telephone number with at least seven digits, and perhaps an extension. */
export const phoneText = optionalLine(PHONE_LENGTH, "phone-invalid")
  .transform((text) => text?.normalize("NFKC") ?? null)
  .refine(
    (text) => text === null || (PHONE.test(text) && text.replace(/\D/g, "").length >= 7),
    "phone-invalid",
  )
