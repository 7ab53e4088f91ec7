/** What the house must know of a letter's kind before it lets anybody read, print or send it. */

const WITH_A_KEY = ["acceptance", "confirmation"]

/** Whoever reads such a letter could act as the petitioner: it holds an access code, or a link that confirms. */
export function hasKeyInside(kind: string): boolean {
  return WITH_A_KEY.includes(kind)
}

/** The letter that anybody can have sent to anybody, by typing the address: only so many leave in an hour. */
export const UNPROVEN_KIND = "confirmation"
