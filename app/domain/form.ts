/** What every form has besides its own fields. */

/** A field that people do not see and robots fill in. */
export const TRAP_FIELD = "website_address"

/** Every control character but the tab and the line's end. No reader sees them. */
const CONTROL_CHARACTERS = /(?![\n\t])\p{Cc}/gu

/**
 * Typed text as it is kept: without control characters and half surrogates (PostgreSQL's jsonb takes neither NUL nor
 * those), lines ended by LF as the person saw them, trimmed.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL_CHARACTERS, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim()
}

/** Characters as a person counts them: 𠮷 is one. */
export const characterCount = (text: string): number => [...text].length
